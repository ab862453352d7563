package app.lectern.sync;

/// What a sync counts by itself. The run as a whole is as good as its worst facet.
public enum Facet { MEETINGS, RECORDINGS, TRANSCRIPTS, ATTENDANCE, CHAT, FILES }
