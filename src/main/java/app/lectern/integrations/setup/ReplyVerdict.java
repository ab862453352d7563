package app.lectern.integrations.setup;

import java.util.List;

/// What an administrator's pasted reply says, line by line and as a whole.
///
/// @param settled whether, by this reply, nothing is left to do but wait
/// @param facts   `reply-finding.<finding>` in the bundle says each
public record ReplyVerdict(boolean settled, List<Fact> facts) {
    public enum ReplyFinding {
        POLICY_GRANTED,
        POLICY_GRANTED_GLOBALLY,
        POLICY_WITH_OTHER_NAME,
        POLICY_NOT_GRANTED,
        POLICY_HAS_THE_APP,
        POLICY_LACKS_THE_APP,
        POLICY_EXISTS_ALREADY,
        OTHER_ACCOUNT,
        ACCOUNT_NOT_FOUND,
        MODULE_MISSING,
        NOT_SIGNED_IN,
        NOT_ALLOWED,
        EXCHANGE_ALLOWS,
        EXCHANGE_DENIES,
        EXCHANGE_ROLE_ASSIGNED,
        PERMISSION_GRANTED,
        RECORDING_ALLOWED,
        RECORDING_OFF,
        TRANSCRIPTION_OFF,
        RECORDINGS_EXPIRE,
        RECORDINGS_STAY,
        NOTHING_RECOGNISED
    }

    /// @param detail the name, id or line it is about
    public record Fact(ReplyFinding finding, boolean good, String detail) {}

    public ReplyVerdict {
        facts = List.copyOf(facts);
    }
}
