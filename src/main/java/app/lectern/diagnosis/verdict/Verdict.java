package app.lectern.diagnosis.verdict;

/// What is the matter with a meeting, in one word. Title and text stand in the bundle.
public enum Verdict {
    SCHEDULED, CHANNEL, INSTANT, LINK_ONLY, AD_HOC_CALL, LIVE_EVENT,
    OTHER_TENANT, ORGANISER_GONE, WRONG_ORGANISER, EXPIRED,
    PERMISSION_MISSING, POLICY_MISSING, POLICY_PROPAGATING, TRANSCRIPTS_OFF, SIGN_IN_FAILED, SERVICE_FAULT,
    NOT_READY, NOBODY_JOINED, NOT_RECORDED, REPORT_OFF,
    LINK_WORKS, LINK_GONE,
    UNKNOWN;

    /// The kind on its own: everything else about the meeting is as it should be, or as its kind makes it.
    static Verdict of(Kind kind) {
        return valueOf(kind.name());
    }

    public boolean isFine() {
        return this == SCHEDULED || this == CHANNEL || this == LINK_WORKS;
    }
}
