package app.lectern.integrations.permissions;

/// The harmless request that shows whether a permission really works. Each only reads.
public enum Probe {
    CALENDAR,
    MEETING,
    ATTENDANCE,
    RECORDINGS,
    TRANSCRIPTS,
    DRIVE,
    CALL_RECORDS,
    USERS,
    MAILBOX_SETTINGS,
    LICENCES,
    APPLICATION,
    ORGANISATION,
    /// Nothing harmless can be asked without knowing a chat or a channel first.
    NONE;

    /// Whether Teams' application access policy guards it.
    boolean underAccessPolicy() {
        return this == MEETING || this == ATTENDANCE || this == RECORDINGS || this == TRANSCRIPTS;
    }

    /// Whether it needs an account to look at.
    boolean ofAccount() {
        return underAccessPolicy() || this == CALENDAR || this == MAILBOX_SETTINGS || this == DRIVE;
    }
}
