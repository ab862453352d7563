package app.lectern.recordings;

/// By what a recording was given to its meeting.
public enum MatchBy { PERSON, IDS, THREAD, TITLE_AND_TIME, NONE }
