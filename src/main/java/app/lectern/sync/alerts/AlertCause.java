package app.lectern.sync.alerts;

/// What is worth telling somebody who is not looking, the most harmful first.
public enum AlertCause {
    SYNC_FAILING(FixKind.SHOW_HEALTH),
    RECORDINGS_EXPIRING(FixKind.SHOW_RECORDINGS),
    RECORDING_MISSING(FixKind.DIAGNOSE_MEETING),
    SECRET_EXPIRING(FixKind.ROTATE_SECRET),
    STORAGE_FULL(FixKind.SHOW_RECORDINGS),
    POLICY_WORKS(FixKind.CHECK_AGAIN);

    private final FixKind fix;

    AlertCause(FixKind fix) {
        this.fix = fix;
    }

    public FixKind fix() {
        return fix;
    }

    /// Whether it is good news.
    public boolean isGood() {
        return this == POLICY_WORKS;
    }
}
