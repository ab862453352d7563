package app.lectern.deliverables;

/// What has to be done until everybody sees the due dates, in this order.
public enum RollOutStep { MAILBOX, CALENDAR, TEST, DATES, SHARED, TOLD }
