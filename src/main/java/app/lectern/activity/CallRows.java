package app.lectern.activity;

/// Which calls a figure counts. That something is not there (404, 410) or has changed (409, 412) is an answer and no failure.
public enum CallRows {
    COUNTED("TRUE"),
    UNSUCCESSFUL("NOT " + CallRows.ANSWERED),
    RETRIED("attempt_count > 1"),
    WITH_ERRORS("(attempt_count > 1 OR NOT " + CallRows.ANSWERED + ")");

    private static final String ANSWERED = "(status BETWEEN 200 AND 399 OR status IN (404, 409, 410, 412))";
    /// What was cancelled here says nothing about Microsoft.
    static final String IS_COUNTED = "attempt_count > 0 AND fault NOT IN ('CancelledCall', 'InterruptedIOException')";

    private final String condition;

    CallRows(String condition) {
        this.condition = condition;
    }

    String condition() {
        return "(" + IS_COUNTED + " AND " + condition + ")";
    }
}
