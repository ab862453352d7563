package app.lectern.meetings.planning;

/// How a meeting comes to be, which decides what Microsoft hands out about it later.
public enum Way {
    /// An event in the organiser's calendar, with an invitation. Recordings and transcripts can be read.
    CALENDAR,
    /// An online meeting that stands in no calendar and invites nobody. Recordings and transcripts are refused.
    LINK_ONLY
}
