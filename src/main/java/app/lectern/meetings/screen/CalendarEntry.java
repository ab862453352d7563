package app.lectern.meetings.screen;

import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Organiser;
import java.time.Instant;
import java.util.Optional;

/// One meeting as the calendar shows it.
///
/// @param key     tells it from all others, also after it was read anew
/// @param remark  what its state adds: "2/4", "no mailbox"
/// @param meeting what the organiser's calendar told, where it was read
record CalendarEntry(
        String key,
        String subject,
        Organiser organiser,
        Instant start,
        Instant end,
        String zone,
        MeetingState state,
        MeetingKind kind,
        String remark,
        int invited,
        Optional<Meeting> meeting) {

    static CalendarEntry of(Meeting meeting, int invited) {
        return new CalendarEntry("meeting-" + meeting.id(), meeting.subject(), meeting.organiser(), meeting.start(), meeting.end(), meeting.zone(),
                meeting.state(), meeting.kind(), "", invited, Optional.of(meeting));
    }

    boolean isHeldAt(Instant moment) {
        return state.isHeld() && !moment.isBefore(start) && moment.isBefore(end);
    }

    /// Whether the service hands out less about it than about a meeting in a calendar.
    boolean isLimited() {
        return !kind.hasCalendarEvent();
    }
}
