package app.lectern.attendance;

/// Where a participant belongs.
public enum PersonKind { MEMBER, GUEST, ANONYMOUS, TELEPHONE }
