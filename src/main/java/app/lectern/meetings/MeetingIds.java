package app.lectern.meetings;

import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Finds out the online meeting ids that attendance and recordings are asked by, and keeps them. An id that is known is
/// not asked again; all occurrences of a series cost one look-up.
public final class MeetingIds {
    private final KnownMeetingsStore store;
    private final Function<Integration, GraphSession> sessions;
    private final Clock clock;

    public MeetingIds(Store store, Function<Integration, GraphSession> sessions, Clock clock) {
        this.store = new KnownMeetingsStore(store);
        this.sessions = sessions;
        this.clock = clock;
    }

    /// What became of a look-up: the meetings with their ids, and why some have none.
    public record Resolved(List<Meeting> meetings, Map<Meeting, Problem> refused) {}

    /// Meetings without a link or an organiser are left out; there is nothing to ask by.
    public Resolved resolve(Integration of, Collection<Meeting> wanted, Progress progress) throws InterruptedException {
        var resolved = new Resolved(new ArrayList<>(), new LinkedHashMap<>());
        var open = new LinkedHashMap<String, List<Meeting>>();
        for (var meeting : wanted) {
            if (!meeting.onlineMeetingId().isEmpty()) {
                resolved.meetings().add(meeting);
            } else if (meeting.hasLink() && !meeting.organiser().objectId().isEmpty()) {
                open.computeIfAbsent(meeting.joinUrl(), link -> new ArrayList<>()).add(meeting);
            }
        }
        if (!open.isEmpty()) {
            lookUp(of, List.copyOf(open.values()), resolved, progress);
        }
        return resolved;
    }

    private void lookUp(Integration of, List<List<Meeting>> byLink, Resolved resolved, Progress progress) throws InterruptedException {
        var firsts = byLink.stream().map(List::getFirst).toList();
        var outcomes = new MeetingIdsGraph(sessions.apply(of)).find(firsts, progress);
        for (int at = 0; at < firsts.size(); at++) {
            var all = byLink.get(at);
            switch (outcomes.get(at)) {
                case BatchOutcome.Done<MeetingIdsGraph.Found> done -> {
                    var found = done.value().orElseThrow();
                    store.identify(of.id(), firsts.get(at).joinUrl(), found.id(), found.threadId(), found.records(), clock.instant());
                    all.forEach(meeting -> resolved.meetings().add(meeting.identified(found.id(), found.threadId(), found.records())));
                }
                case BatchOutcome.Failed<MeetingIdsGraph.Found> failed -> all.forEach(meeting -> resolved.refused().put(meeting, failed.problem()));
                case BatchOutcome.NotSent<MeetingIdsGraph.Found> cancelled -> progress.checkpoint();
            }
        }
    }
}
