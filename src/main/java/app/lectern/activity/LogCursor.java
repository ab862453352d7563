package app.lectern.activity;

import java.time.Instant;

/// A place in a log: everything older than it has not been read yet.
public record LogCursor(Instant at, long id) {}
