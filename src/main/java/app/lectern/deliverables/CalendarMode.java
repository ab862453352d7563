package app.lectern.deliverables;

/// Whose calendars hold the due dates: one calendar for all, or each assignee's own.
public enum CalendarMode { SHARED, INDIVIDUAL }
