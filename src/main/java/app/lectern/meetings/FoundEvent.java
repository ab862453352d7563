package app.lectern.meetings;

import java.time.Instant;
import java.util.List;

/// An event as a calendar told it. Of an occurrence, Exchange leaves out what it shares with its series; those texts are null.
///
/// @param removed   it is no longer in the calendar; nothing but the id is known
/// @param master    the series itself, which stands for no meeting of its own
/// @param organised whether the calendar's owner organises it, and whether it is a Teams meeting that was not cancelled
record FoundEvent(String id, boolean removed, boolean master, String seriesId, String iCalUid, String subject, Instant start, Instant end,
        String zone, String joinUrl, Boolean organised, List<Attendee> attendees) {

    static FoundEvent removed(String id) {
        return new FoundEvent(id, true, false, null, null, null, null, null, null, null, null, null);
    }

    /// An occurrence with what it shares with its series.
    FoundEvent within(FoundEvent series) {
        return new FoundEvent(id, removed, master, seriesId, iCalUid == null ? series.iCalUid : iCalUid, subject == null ? series.subject : subject,
                start, end, zone == null ? series.zone : zone, joinUrl == null ? series.joinUrl : joinUrl,
                organised == null ? series.organised : organised, attendees == null || attendees.isEmpty() ? series.attendees : attendees);
    }

    boolean isTeamsMeeting() {
        return Boolean.TRUE.equals(organised) && joinUrl != null && !joinUrl.isEmpty() && start != null && end != null;
    }
}
