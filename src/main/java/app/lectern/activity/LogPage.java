package app.lectern.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A piece of a log, newest first.
///
/// @param next     where the next page begins; empty when there is nothing older
/// @param searched how far back the filter text was looked for when the search stopped before a page was full
public record LogPage<R>(List<R> rows, Optional<LogCursor> next, Optional<Instant> searched) {
    public LogPage {
        rows = List.copyOf(rows);
    }
}
