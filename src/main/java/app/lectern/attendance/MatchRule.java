package app.lectern.attendance;

/// By what several entries were taken for one person; the weakest that was needed.
public enum MatchRule { SINGLE, OBJECT_ID, EMAIL, NAME }
