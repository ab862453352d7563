package app.lectern.recordings.screen;

import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.recordings.Recording;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableListBase;

/// The rows of the table. It knows how many there are and reads a page when a row of it comes into sight, the page that was
/// asked for last first; pages out of sight for long are let go.
public final class RowsViewModel extends ObservableListBase<RecordingRow> {
    static final int PAGE = 100;
    private static final int KEPT = 60;
    /// Pages that were scrolled past while they waited are not read.
    private static final int WAITING = 4;

    /// Reads some recordings of the list; off the FX thread.
    interface Source {
        List<Recording> read(int from, int count);
    }

    private final TaskRunner tasks;
    private final Consumer<Problem> failed;
    private final Map<Integer, List<Recording>> pages = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final Set<Integer> stale = new HashSet<>();
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private RowPlan plan = RowPlan.EMPTY;
    private Source source = (from, count) -> List.of();
    private Job job = Job.NONE;
    private int reading = -1;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    RowsViewModel(TaskRunner tasks, Consumer<Problem> failed) {
        this.tasks = tasks;
        this.failed = failed;
    }

    /// Another list: nothing that was read before belongs to it, but for the first page, which came with it.
    void begin(RowPlan now, Source from, List<Recording> first) {
        stop();
        pages.clear();
        stale.clear();
        if (!first.isEmpty()) {
            pages.put(0, first);
        }
        source = from;
        resize(now);
    }

    /// The same list, in which something may have changed: what is in sight is read anew, and shows as it was until then.
    void renew(RowPlan now, Source from) {
        stop();
        source = from;
        stale.addAll(pages.keySet());
        resize(now);
    }

    /// Other groups are open; the recordings are the same.
    void arrange(RowPlan now) {
        resize(now);
    }

    private void stop() {
        job.cancel();
        reading = -1;
        wanted.clear();
    }

    private void resize(RowPlan now) {
        int before = plan.rows();
        plan = now;
        beginChange();
        if (now.rows() > before) {
            nextAdd(before, now.rows());
        } else if (now.rows() < before) {
            nextRemove(now.rows(), Collections.nCopies(before - now.rows(), new RecordingRow.Unread(0)));
        }
        endChange();
        version.set(version.get() + 1);
    }

    /// Counts up whenever rows that were there may have become others.
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    RowPlan plan() {
        return plan;
    }

    @Override
    public int size() {
        return plan.rows();
    }

    @Override
    public RecordingRow get(int row) {
        int heading = plan.headingAt(row);
        if (heading >= 0) {
            return new RecordingRow.Heading(plan.group(heading), plan.isOpen(heading));
        }
        int at = plan.recordingAt(row);
        var page = page(at / PAGE);
        int within = at % PAGE;
        return page.isPresent() && within < page.get().size() ? new RecordingRow.Line(page.get().get(within)) : new RecordingRow.Unread(at);
    }

    private Optional<List<Recording>> page(int number) {
        var page = pages.get(number);
        if (page == null || stale.contains(number)) {
            want(number);
            page = pages.get(number);
        }
        return Optional.ofNullable(page);
    }

    private void want(int page) {
        if (page == reading || wanted.contains(page)) {
            return;
        }
        wanted.addFirst(page);
        if (wanted.size() > WAITING) {
            wanted.removeLast();
        }
        next();
    }

    private void next() {
        if (reading >= 0 || wanted.isEmpty()) {
            return;
        }
        int page = wanted.removeFirst();
        reading = page;
        var from = source;
        job = tasks.start(progress -> from.read(page * PAGE, PAGE), read -> came(page, read), problem -> {
            reading = -1;
            wanted.clear();
            failed.accept(problem);
        });
    }

    private void came(int page, List<Recording> read) {
        reading = -1;
        pages.put(page, read);
        stale.remove(page);
        forgetOld();
        if (!read.isEmpty() && page * PAGE < plan.recordings()) {
            beginChange();
            int last = plan.rowOf(Math.min(plan.recordings(), page * PAGE + read.size()) - 1);
            for (int row = plan.rowOf(page * PAGE); row <= last && row < plan.rows(); row++) {
                nextUpdate(row);
            }
            endChange();
        }
        next();
    }

    private void forgetOld() {
        var oldest = pages.keySet().iterator();
        while (pages.size() > KEPT && oldest.hasNext()) {
            stale.remove(oldest.next());
            oldest.remove();
        }
    }

    /// Where a recording stands, if its page is here.
    Optional<Integer> rowOf(long recording) {
        for (var page : new HashMap<>(pages).entrySet()) {
            for (int at = 0; at < page.getValue().size(); at++) {
                if (page.getValue().get(at).id() == recording) {
                    return Optional.of(plan.rowOf(page.getKey() * PAGE + at));
                }
            }
        }
        return Optional.empty();
    }

    /// A recording as it was last read.
    Optional<Recording> known(long recording) {
        return pages.values().stream().flatMap(List::stream).filter(one -> one.id() == recording).findFirst();
    }
}
