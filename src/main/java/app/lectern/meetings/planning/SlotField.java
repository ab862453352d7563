package app.lectern.meetings.planning;

/// Where in a plan something is wrong.
public enum SlotField { WAY, SUBJECT, BODY, START, END, ZONE, ORGANISER, ATTENDEES, OPTIONS, CATEGORY, REMINDER, REPEAT }
