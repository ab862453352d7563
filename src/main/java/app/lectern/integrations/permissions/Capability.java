package app.lectern.integrations.permissions;

/// What people want Lectern to do; permissions are means to these.
public enum Capability {
    CREATE_MEETINGS,
    READ_ATTENDANCE,
    GET_RECORDINGS,
    GET_TRANSCRIPTS,
    SYNC_CALENDARS,
    CHECK_ACCOUNTS,
    DIAGNOSE,
    READ_CHATS,
    WATCH_EXPIRY,
    ARCHIVE_RECORDINGS
}
