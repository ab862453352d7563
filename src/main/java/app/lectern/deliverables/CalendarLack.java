package app.lectern.deliverables;

/// What is missing before due dates can be kept in calendars.
public enum CalendarLack { MAILBOX, SIGN_IN, PERMISSION, ASSIGNEES }
