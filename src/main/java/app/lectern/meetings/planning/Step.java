package app.lectern.meetings.planning;

/// The next thing that has to happen to a slot. Each is committed before the one after it begins.
public enum Step {
    /// The calendar event is made, or the online meeting of a link-only slot.
    EVENT,
    /// The event is there; its Teams link and online meeting are looked for.
    LINK,
    /// The link is there; the meeting options are set.
    OPTIONS,
    DONE
}
