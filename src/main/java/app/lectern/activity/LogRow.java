package app.lectern.activity;

import java.time.Instant;

/// What the entries of both logs have in common, and what paging and filters need of them.
public interface LogRow {
    long id();

    Instant at();

    LogLevel level();

    /// The key of the integration; empty when it concerns none.
    String integration();
}
