package app.lectern.integrations.permissions;

/// The harmless request that shows whether a permission really works; each only reads. Its text in the bundle is what the
/// permission unlocks.
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
    /// From here on nothing harmless can be asked without knowing a chat, a channel or a call first, or without changing something.
    CHATS,
    MESSAGES,
    CHANNELS,
    TEAMS,
    CALL_RECORDINGS,
    CHANGE_FILES;

    boolean isPossible() {
        return compareTo(CHATS) < 0;
    }

    /// Whether Teams' application access policy guards it.
    boolean underAccessPolicy() {
        return this == MEETING || this == ATTENDANCE || this == RECORDINGS || this == TRANSCRIPTS;
    }

    /// Whether it needs an account to look at.
    boolean ofAccount() {
        return underAccessPolicy() || this == CALENDAR || this == MAILBOX_SETTINGS || this == DRIVE;
    }
}
