package app.lectern.deliverables;

import app.lectern.problems.Problem;
import java.util.List;
import java.util.Optional;

/// One row of a file that is to be imported, next to what is known already.
///
/// @param line    in the file, the headings being line 1
/// @param changes what would become different of a known deliverable
public record ImportRow(int line, State state, String title, Optional<Deliverable> deliverable, List<Difference> changes, Optional<Problem> fault) {
    public enum State { NEW, CHANGED, UNCHANGED, WRONG }

    public record Difference(Column column, String was, String is) {}
}
