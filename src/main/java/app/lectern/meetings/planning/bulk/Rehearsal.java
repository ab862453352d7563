package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.Planned;
import app.lectern.problems.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An import as it would be: every row with its meeting and with what is wrong or worth knowing. Nothing has been created.
///
/// @param source    the file, or the name of the term
/// @param unchecked why some people could not be looked up
public record Rehearsal(String source, List<SlotRow> rows, Optional<Problem> unchecked) {
    public static final Set<RowState> WITHOUT_REPETITIONS = Set.of(RowState.READY, RowState.ASKS);

    public Rehearsal {
        rows = List.copyOf(rows);
    }

    public long count(RowState state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    public List<SlotRow> in(Set<RowState> states) {
        return rows.stream().filter(row -> states.contains(row.state())).toList();
    }

    List<Planned> plans(Set<RowState> states) {
        return in(states).stream().filter(row -> row.state() != RowState.WRONG).flatMap(row -> row.planned().stream()).toList();
    }
}
