package app.lectern.activity;

import app.lectern.jobs.Progress;
import java.util.Optional;

/// A log that can be read page by page, newest first.
public interface LogSource<R extends LogRow> {
    LogPage<R> page(LogFilter filter, Optional<LogCursor> after, Progress progress) throws InterruptedException;

    /// How many entries the filter admits, its text aside; counting stops at `limit`.
    long count(LogFilter filter, long limit);

    /// Grows whenever an entry is added.
    long mark();
}
