package app.lectern.recordings;

/// The states by which the library is narrowed.
public enum StateFilter { ONLINE_ONLY, IN_QUEUE, ON_COMPUTER, DAMAGED, ARCHIVED, PROCESSING, EXPIRING, AT_RISK, REMOVED, KEPT, UNMATCHED }
