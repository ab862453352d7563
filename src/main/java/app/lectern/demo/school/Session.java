package app.lectern.demo.school;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/// One time at which people met in a meeting, from the first to join to the last to leave; what it leaves behind appears by the
/// clock.
public final class Session {
    private static final Duration REPORT_AFTER = Duration.ofMinutes(12);
    private static final Duration RECORDING_AFTER = Duration.ofMinutes(8);
    private static final Duration CALL_RECORD_AFTER = Duration.ofMinutes(15);

    private final OnlineMeeting meeting;
    private final int ordinal;
    private final Instant start;
    private final Instant end;
    private final Ids ids;
    private DriveItem recording;
    private boolean transcribed;
    private boolean reported;
    private List<AttendanceEntry> told;

    Session(OnlineMeeting meeting, int ordinal, Instant start, Instant end, Ids ids) {
        this.meeting = meeting;
        this.ordinal = ordinal;
        this.start = start;
        this.end = end;
        this.ids = ids;
    }

    public OnlineMeeting meeting() {
        return meeting;
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return end;
    }

    /// A number of its own among all sessions, from which its ids are derived.
    public long number() {
        return meeting.number() << 12 | ordinal;
    }

    public String callId() {
        return ids.guid("call", number());
    }

    public String correlationId() {
        return ids.guid("correlation", number());
    }

    public String reportId() {
        return ids.guid("report", number());
    }

    public String recordingId() {
        var date = meeting.event() == null ? null : start.atZone(ZoneOffset.UTC).toLocalDate();
        return encode("V2##1" + meeting.organiser().id() + meeting.tenantId() + ids.iCalUid(meeting.number(), date) + "##"
                + callId());
    }

    public String transcriptId() {
        return encode("1##0##" + callId());
    }

    Session keep(DriveItem file, boolean withTranscript, boolean withReport) {
        recording = file;
        transcribed = withTranscript;
        reported = withReport;
        return this;
    }

    /// Who was there, where somebody has said so; otherwise the [AttendanceBook] works it out.
    List<AttendanceEntry> told() {
        return told;
    }

    Session tell(List<AttendanceEntry> entries) {
        told = List.copyOf(entries);
        return this;
    }

    boolean callOff(Instant now, long change) {
        if (start.isAfter(now) && recording != null) {
            recording.delete(now, change);
        }
        return start.isAfter(now);
    }

    /// The recording's file, also when it is not there yet, or null when nobody pressed record.
    public DriveItem recording() {
        return recording;
    }

    public boolean hasRecording(Instant now) {
        return recording != null && recording.exists(now);
    }

    public boolean hasTranscript(Instant now) {
        return transcribed && !now.isBefore(artifactsFrom());
    }

    /// Attendance is there for a year, and appears a while after the last has left.
    public boolean hasReport(Instant now) {
        return reported && !now.isBefore(end.plus(REPORT_AFTER)) && now.isBefore(end.plus(Duration.ofDays(365)));
    }

    /// Call records are kept for 30 days.
    public boolean hasCallRecord(Instant now) {
        return !now.isBefore(end.plus(CALL_RECORD_AFTER)) && now.isBefore(end.plus(Duration.ofDays(30)));
    }

    /// When recording and transcript can be read.
    public Instant artifactsFrom() {
        return end.plus(RECORDING_AFTER);
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
