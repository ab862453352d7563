package app.lectern.meetings.planning.bulk;

/// What becomes of a row when its import is confirmed.
public enum RowState {
    READY,
    /// It can be created, after asking.
    ASKS,
    /// The same is there already; it is left out unless somebody wants it twice.
    THERE_ALREADY,
    WRONG
}
