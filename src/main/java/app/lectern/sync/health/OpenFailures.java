package app.lectern.sync.health;

import app.lectern.sync.Facet;
import app.lectern.sync.SyncFailure;
import app.lectern.sync.SyncRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads from the history of runs what still fails. A failure is over once a later run that looked at the same thing went
/// without it; runs that were cancelled or cut off say nothing.
final class OpenFailures {
    private OpenFailures() {}

    private record Thing(Facet facet, OptionalLong meeting, String subject) {
        static Thing of(SyncFailure failure) {
            return new Thing(failure.facet(), failure.meeting(), failure.meeting().isPresent() ? "" : failure.subject());
        }

        /// A run over single meetings or one organiser says nothing about the others.
        boolean isCoveredBy(SyncRun run) {
            if (run.ending() == SyncRun.Ending.FAILED || !run.counts().containsKey(facet)) {
                return false;
            }
            var scope = run.scope();
            if (scope.startsWith("meetings ")) {
                return meeting.isPresent() && Set.of(scope.substring("meetings ".length()).split(",")).contains(Long.toString(meeting.getAsLong()));
            }
            return scope.startsWith("organiser ") ? subject.equalsIgnoreCase(scope.substring("organiser ".length())) : true;
        }
    }

    private record Seen(SyncRun run, Set<Thing> failed) {
        static Seen of(SyncRun run) {
            return new Seen(run, run.failures().stream().map(Thing::of).collect(Collectors.toSet()));
        }

        boolean isWithout(Thing thing) {
            return thing.isCoveredBy(run) && !failed.contains(thing);
        }
    }

    /// The failures that are open, those of the newest run first.
    static List<OpenFailure> in(List<SyncRun> newestFirst) {
        var open = new LinkedHashMap<Thing, OpenFailure>();
        var later = new ArrayList<Seen>();
        for (var run : newestFirst) {
            if (isTelling(run)) {
                run.failures().forEach(failure -> look(open, later, run, failure));
                later.add(Seen.of(run));
            }
        }
        return List.copyOf(open.values());
    }

    private static boolean isTelling(SyncRun run) {
        return switch (run.ending()) {
            case DONE, DONE_WITH_FAILURES, FAILED -> true;
            case RUNNING, CANCELLED, CUT_OFF -> false;
        };
    }

    private static void look(Map<Thing, OpenFailure> open, List<Seen> later, SyncRun run, SyncFailure failure) {
        var thing = Thing.of(failure);
        if (later.stream().noneMatch(newer -> newer.isWithout(thing))) {
            open.merge(thing, new OpenFailure(failure.facet(), failure.meeting(), failure.subject(), run.startedAt(), 1, failure.problem()),
                    (last, before) -> new OpenFailure(last.facet(), last.meeting(), last.subject(), before.since(), last.times() + 1, last.problem()));
        }
    }
}
