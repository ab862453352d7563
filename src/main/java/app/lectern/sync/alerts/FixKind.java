package app.lectern.sync.alerts;

/// The steps that mend something, or lead to where it is mended.
public enum FixKind {
    OPEN_PAGE, COPY_SCRIPT, OPEN_SETTINGS, SIGN_IN, ROTATE_SECRET, CHOOSE_ACCOUNT, CHECK_ACCOUNT, CHECK_AGAIN, SYNC_NOW, SYNC_MEETING, DIAGNOSE_MEETING,
    REVIEW_PERMISSIONS, SHOW_RECORDINGS, SHOW_CALLS, SHOW_HEALTH
}
