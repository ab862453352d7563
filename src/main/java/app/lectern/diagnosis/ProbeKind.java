package app.lectern.diagnosis;

/// The probes in the order in which they are shown. None changes anything in the tenant.
public enum ProbeKind {
    INPUT(""), TENANT(""), SIGN_IN(""), ACCOUNT("User.Read.All"), VERIFIER(""), MEETING("OnlineMeetings.Read.All"), MEETING_BY_ID("OnlineMeetings.Read.All"),
    POLICY(""), CALENDAR("Calendars.Read"), EVENT_BY_ID("Calendars.Read"), ATTENDANCE("OnlineMeetingArtifact.Read.All"),
    RECORDINGS("OnlineMeetingRecording.Read.All"), WHY_UNRECORDED(""), TRANSCRIPTS("OnlineMeetingTranscript.Read.All"),
    TRANSCRIPT_SWITCH("OnlineMeetingTranscript.Read.All"), CALL_RECORDS("CallRecords.Read.All"), AD_HOC_CALLS("CallRecordings.Read.All"),
    CHAT("Chat.ReadBasic.All");

    private final String permission;

    ProbeKind(String permission) {
        this.permission = permission;
    }

    /// The application permission that the probe needs, empty when it needs none.
    public String permission() {
        return permission;
    }
}
