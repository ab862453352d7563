package app.lectern.meetings.planning.bulk;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Makes meetings of a rehearsal that somebody has confirmed, and does things to whole imports afterwards: try again what failed, take
/// everything back, cancel it, change its options. Each is one job with a row for every meeting.
public final class SlotImport {
    private final MeetingScheduler scheduler;
    private final ImportStore store;
    private final Clock clock;

    public SlotImport(MeetingScheduler scheduler, Store store, Clock clock) {
        this.scheduler = scheduler;
        this.store = new ImportStore(store);
        this.clock = clock;
    }

    /// An import and what became of it, a row each in the order of the list.
    public record Imported(ImportBatch batch, SlotResults results) {}

    /// Keeps the rows in these states as slots, all or none, before anything is sent.
    public ImportBatch keep(Integration of, Rehearsal rehearsal, Set<RowState> states) {
        var plans = rehearsal.plans(states);
        if (plans.isEmpty()) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", rehearsal.source()).with("reason", "@import.fault.nothing").raise();
        }
        var batch = new ImportBatch(free(), of.id(), rehearsal.source(), plans.size(), clock.instant(), Optional.empty());
        scheduler.drafts(of, plans, batch.batch(), store.adding(batch));
        return batch;
    }

    /// Short enough to be typed.
    private String free() {
        var batch = UUID.randomUUID().toString().substring(0, 8);
        return store.find(batch).isPresent() ? free() : batch;
    }

    /// Creates what is kept of a batch and not there yet; what failed before is taken up where it stopped.
    public Imported create(Integration of, ImportBatch batch, Progress progress) throws InterruptedException {
        scheduler.create(of, held(of, batch), progress);
        return imported(of, batch);
    }

    /// Takes a whole import back: what was created is deleted, which tells whoever was invited, and what was only planned is forgotten.
    /// What could not be taken back stays, with its reason, and the import can be undone again.
    public Imported undo(Integration of, ImportBatch batch, Progress progress) throws InterruptedException {
        var results = scheduler.undo(of, batch.batch(), progress);
        if (scheduler.batch(of, batch.batch()).isEmpty()) {
            store.undone(batch.batch(), clock.instant());
        }
        return new Imported(find(of, batch.batch()), results);
    }

    /// Calls off the meetings of an import with a message; the slots stay, as cancelled.
    public Imported cancel(Integration of, ImportBatch batch, String message, Progress progress) throws InterruptedException {
        scheduler.cancel(of, held(of, batch), message, progress);
        return imported(of, batch);
    }

    /// Sets the options of those that are there.
    public Imported setOptions(Integration of, ImportBatch batch, MeetingOptions options, Progress progress) throws InterruptedException {
        scheduler.setOptions(of, held(of, batch), options, progress);
        return imported(of, batch);
    }

    /// In the order of the list.
    public List<Slot> slots(Integration of, ImportBatch batch) {
        return scheduler.batch(of, batch.batch()).stream().sorted(Comparator.comparingLong(Slot::id)).toList();
    }

    private List<Slot> held(Integration of, ImportBatch batch) {
        return slots(of, batch).stream().filter(slot -> slot.state() != MeetingState.CANCELLED).toList();
    }

    private Imported imported(Integration of, ImportBatch batch) {
        return new Imported(batch, new SlotResults(slots(of, batch)));
    }

    /// The newest first.
    public List<ImportBatch> earlier(Integration of) {
        return store.list(of.id());
    }

    public ImportBatch find(Integration of, String batch) {
        return store.find(batch.strip()).filter(found -> found.integration() == of.id())
                .orElseThrow(() -> Problem.of(Problem.Code.INPUT_WRONG).with("field", batch).with("reason", "@import.fault.no-batch").raise());
    }
}
