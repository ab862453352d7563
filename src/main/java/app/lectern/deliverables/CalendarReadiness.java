package app.lectern.deliverables;

/// How keeping due dates in calendars stands.
public enum CalendarReadiness { OFF, INCOMPLETE, READY, FAILING }
