package app.lectern.deliverables;

/// How the calendar was found. It is known by its id: a new name is taken over, and one that is gone is made again.
public enum CalendarState { FOUND, RENAMED, DELETED, TO_BE_MADE, NOT_READ, NOT_NEEDED }
