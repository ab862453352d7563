package app.lectern.meetings;

/// How a meeting came to be, which decides what Microsoft hands out about it.
public enum MeetingKind {
    SCHEDULED, RECURRING, CHANNEL, INSTANT, LINK_ONLY, UNKNOWN;

    /// Recordings and transcripts are handed out only for meetings that stand in a calendar.
    public boolean hasCalendarEvent() {
        return this == SCHEDULED || this == RECURRING;
    }
}
