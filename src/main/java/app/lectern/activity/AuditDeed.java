package app.lectern.activity;

import java.util.Locale;
import java.util.Optional;

/// What can be done in Lectern that somebody may later ask about. A room that does something new adds it here, and its words
/// `audit-deed.…` to the bundle; a member is never renamed or taken away, for rows carry its id.
public enum AuditDeed {
    SIGNED_IN,
    INTEGRATION_ADDED,
    INTEGRATION_CHANGED,
    INTEGRATION_REMOVED,
    PERMISSIONS_CHECKED,
    POLICY_GRANTED,
    ACCOUNTS_VERIFIED,
    SETTING_CHANGED,
    RECOVERY_KEY_EXPORTED,
    RECOVERY_KEY_IMPORTED,
    BACKUP_RESTORED,
    MEETING_CREATED,
    MEETING_CHANGED,
    MEETING_DELETED,
    MEETING_FAILED,
    MEETINGS_IMPORTED,
    LINK_COPIED,
    LINK_SHOWN,
    LINKS_EXPORTED,
    RECORDING_DOWNLOADED,
    RECORDING_REMOVED,
    RECORDING_CHANGED,
    RECORDING_CLEANED_UP,
    ATTENDANCE_ADDED,
    ATTENDANCE_CHANGED,
    ATTENDANCE_EXPORTED,
    PERSON_ERASED,
    DELIVERABLES_APPLIED,
    SYNC_FINISHED,
    SLOWED_DOWN,
    DIAGNOSIS_RUN,
    ACTIVITY_EXPORTED,
    ACTIVITY_FORGOTTEN,
    SUPPORT_BUNDLE_WRITTEN;

    /// As it stands in the table: `meeting-created`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AuditDeed> of(String id) {
        for (var deed : values()) {
            if (deed.id().equals(id)) {
                return Optional.of(deed);
            }
        }
        return Optional.empty();
    }
}
