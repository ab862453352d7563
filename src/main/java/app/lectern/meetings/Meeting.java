package app.lectern.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One meeting as Lectern knows it; of a series, one occurrence. Texts that are not known are empty.
///
/// @param eventId         the event in the organiser's calendar, of an occurrence its own
/// @param seriesId        the event that the occurrence belongs to
/// @param onlineMeetingId what attendance and recordings are asked by; one for all occurrences of a series
/// @param records         whether it records by itself, where that was read
/// @param plannedHere     made with Lectern rather than found in a calendar
public record Meeting(
        long id,
        long integration,
        MeetingState state,
        MeetingKind kind,
        String subject,
        Organiser organiser,
        Instant start,
        Instant end,
        String zone,
        String eventId,
        String iCalUid,
        String seriesId,
        String onlineMeetingId,
        String joinUrl,
        String threadId,
        Optional<Boolean> records,
        boolean plannedHere) {

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean endedBy(Instant moment) {
        return !end.isAfter(moment);
    }

    public boolean inSeries() {
        return !seriesId.isEmpty();
    }

    public boolean hasLink() {
        return !joinUrl.isEmpty();
    }

    Meeting identified(String onlineMeeting, String thread, Optional<Boolean> recording) {
        return new Meeting(id, integration, state, kind, subject, organiser, start, end, zone, eventId, iCalUid, seriesId, onlineMeeting,
                joinUrl, thread.isEmpty() ? threadId : thread, recording.or(() -> records), plannedHere);
    }

    /// How far a moment lies outside the meeting; nothing when it lies within.
    public Duration distance(Instant moment) {
        if (moment.isBefore(start)) {
            return Duration.between(moment, start);
        }
        return moment.isAfter(end) ? Duration.between(end, moment) : Duration.ZERO;
    }
}
