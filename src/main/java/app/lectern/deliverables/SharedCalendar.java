package app.lectern.deliverables;

/// A calendar of a mailbox.
public record SharedCalendar(String id, String name, boolean own) {}
