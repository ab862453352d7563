package app.lectern.recordings;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Deletes recordings in the tenant. Apart from every other clean-up: off until the settings allow it, only with the typed
/// words, and only for what has a copy here or in the archive that is read through and found right a moment before.
public final class TenantDeletion {
    private final RecordingsStore rows;
    private final LocalCopies copies;
    private final RecordingChoices choices;
    private final Function<Integration, GraphSession> sessions;
    private final RecordingsTrail trail;
    private final ZoneId zone;
    private final Clock clock;

    public TenantDeletion(Store store, RecordingChoices choices, Function<Integration, GraphSession> sessions, RecordingsTrail trail, ZoneId zone, Clock clock) {
        this.rows = new RecordingsStore(store);
        this.copies = new LocalCopies(store);
        this.choices = choices;
        this.sessions = sessions;
        this.trail = trail;
        this.zone = zone;
        this.clock = clock;
    }

    /// What became of each.
    public record Outcome(List<Recording> deleted, Map<Recording, Problem> refused) {}

    public boolean isOn(Integration of) {
        return choices.of(of).tenantDeletion();
    }

    /// What somebody has to type: the recording's title, or the integration's name for several.
    public String words(Integration of, List<Recording> some) {
        return some.size() == 1 ? some.getFirst().title() : of.name();
    }

    /// Throws TENANT_DELETION_OFF when it is not allowed, and INPUT_WRONG for other words than were asked for.
    public Outcome delete(Integration of, List<Recording> some, String typed, Progress progress) throws InterruptedException {
        if (!isOn(of)) {
            throw Problem.of(Problem.Code.TENANT_DELETION_OFF).raise();
        }
        if (!typed.strip().equals(words(of, some).strip())) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "@recordings.delete.words").with("reason", "@recordings.delete.words.other").raise();
        }
        var graph = new RecordingsGraph(sessions.apply(of), zone);
        var outcome = new Outcome(new ArrayList<>(), new LinkedHashMap<>());
        for (var one : some) {
            progress.checkpoint();
            progress.detail(one.title());
            progress.count(outcome.deleted().size() + outcome.refused().size(), some.size());
            try {
                delete(of, graph, one.id(), progress);
                outcome.deleted().add(one);
            } catch (ProblemException refused) {
                outcome.refused().put(one, refused.problem());
            }
        }
        return outcome;
    }

    private void delete(Integration of, RecordingsGraph graph, long id, Progress progress) throws InterruptedException {
        var recording = rows.find(id).orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(id)).raise());
        if (recording.state() == RecordingState.REMOVED && recording.inDrive()) {
            // a sync has seen meanwhile what an earlier try did
            return;
        }
        if (recording.state() != RecordingState.AVAILABLE || !recording.inDrive()) {
            throw Problem.of(Problem.Code.ITEM_GONE).with("item", recording.title()).raise();
        }
        if (recording.keep()) {
            throw notSafe(recording, "recordings.delete.keep");
        }
        var copy = copies.verify(recording, progress);
        boolean safe = (copy.state() == LocalState.VERIFIED || copy.state() == LocalState.ARCHIVED) && !recording.hash().isEmpty()
                && copy.found().filter(sums -> sums.quickXor().equals(recording.hash())).isPresent();
        if (!safe) {
            throw notSafe(recording, "recordings.delete.no-copy");
        }
        deleteOrGone(graph, recording);
        rows.removeById(recording.id(), clock.instant());
        trail.deletedInTenant(of, recording);
    }

    /// An earlier try whose answer was lost may have deleted it.
    private static void deleteOrGone(RecordingsGraph graph, Recording recording) {
        try {
            graph.delete(recording);
        } catch (ProblemException refused) {
            if (refused.problem().code() != Problem.Code.ITEM_GONE) {
                throw refused;
            }
        }
    }

    private static ProblemException notSafe(Recording recording, String reason) {
        return Problem.of(Problem.Code.COPY_NOT_VERIFIED).with("item", recording.title()).with("reason", "@" + reason).raise();
    }
}
