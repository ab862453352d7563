package app.lectern.deliverables;

import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a dry run found: nothing has been written yet.
///
/// @param revision   of the list and its settings, by which a plan of an older state is recognised
/// @param problems   in the order in which they were met, by the name of the mailbox or person they concern; everything else is planned all the same
/// @param strangers  events of deliverables that this list does not know, which are left alone until the list is rebuilt
/// @param unfinished changes of an earlier run that were interrupted and go first
public record Plan(
        CalendarMode mode, String calendarName, CalendarState calendar, Instant madeAt, long revision, List<Change> changes,
        Map<String, Problem> problems,
        List<FoundEvent> strangers, int unchanged, int unfinished) {
    public Plan {
        changes = List.copyOf(changes);
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        strangers = List.copyOf(strangers);
    }

    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /// Whose mailbox kept the shared calendar from being read; it is asked before everything else.
    public Optional<String> closedMailbox() {
        return calendar == CalendarState.NOT_READ ? problems.keySet().stream().findFirst() : Optional.empty();
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
