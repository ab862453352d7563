package app.lectern.attendance.export;

/// What can stand in an export, in the usual order.
public enum ExportColumn {
    MEETING, DATE, PARTICIPANT, EMAIL, ROLE, SOURCE, TIME, SECONDS, SHARE, SESSIONS, FIRST_JOIN, LAST_LEAVE, LATE, LEFT_EARLY, ATTENDED, KIND, INVITED,
    STATED, MATCHED_BY, ENTERED_BY, REASON;

    /// Numbers stand right in a spreadsheet and can be added up.
    boolean isNumber() {
        return this == SECONDS || this == SESSIONS || this == STATED;
    }
}
