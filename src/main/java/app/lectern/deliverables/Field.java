package app.lectern.deliverables;

/// What of an event Lectern writes, and compares one by one.
public enum Field { SUBJECT, WHEN, BODY, CATEGORY, REMINDER, SHOW_AS, ATTENDEES }
