package app.lectern.activity;

/// What checking the trail found.
///
/// @param entries how many entries were checked
/// @param row     the entry at which it breaks; 0 when it is whole or the break is none of one row
public record AuditVerdict(State state, long entries, long row) {
    public enum State {
        WHOLE,
        /// A row says something else than when it was written.
        ROW_CHANGED,
        /// A row is not there any more; `row` is the missing one.
        ROW_MISSING,
        /// A row was put in that Lectern did not write.
        ROW_ADDED,
        /// The record of where the trail begins and ends was changed or taken away.
        HEAD_CHANGED
    }

    public boolean isWhole() {
        return state == State.WHOLE;
    }
}
