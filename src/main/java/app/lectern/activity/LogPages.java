package app.lectern.activity;

import app.lectern.jobs.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Turns the pages of a log without ever asking the store for all of it. Time, level and integration are answered by indices;
/// text is looked for in windows of rows, and after a bounded number of them the search stops and says how far it came.
final class LogPages<R extends LogRow> {
    static final int PAGE = 200;
    static final int WINDOW = 2_000;
    static final int WINDOWS = 25;

    /// The rows behind it, as a store gives them.
    interface Rows<R> {
        /// At most `limit` rows older than `after`, newest first.
        List<R> window(LogFilter filter, Optional<LogCursor> after, int limit);

        /// The rows with these request ids, newest first, at most `limit`.
        List<R> byRequest(RequestIds ids, int limit);
    }

    private final Rows<R> rows;
    private final Function<R, String> words;

    /// `words` is what a row shows, in which text is looked for.
    LogPages(Rows<R> rows, Function<R, String> words) {
        this.rows = rows;
        this.words = words;
    }

    LogPage<R> page(LogFilter filter, Optional<LogCursor> after, Progress progress) throws InterruptedException {
        if (filter.requests().unreadable()) {
            return new LogPage<>(List.of(), Optional.empty(), Optional.empty());
        }
        if (!filter.requests().isEmpty()) {
            var found = rows.byRequest(filter.requests(), WINDOW).stream().filter(filter::admits).filter(row -> says(row, filter)).toList();
            return new LogPage<>(found, Optional.empty(), Optional.empty());
        }
        return filter.text().isEmpty() ? plain(filter, after) : searched(filter, after, progress);
    }

    private LogPage<R> plain(LogFilter filter, Optional<LogCursor> after) {
        var found = rows.window(filter, after, PAGE);
        return new LogPage<>(found, found.size() < PAGE ? Optional.empty() : Optional.of(at(found.getLast())), Optional.empty());
    }

    private LogPage<R> searched(LogFilter filter, Optional<LogCursor> after, Progress progress) throws InterruptedException {
        var found = new ArrayList<R>();
        var from = after;
        for (int window = 0; window < WINDOWS; window++) {
            progress.checkpoint();
            var some = rows.window(filter, from, WINDOW);
            for (var row : some) {
                if (says(row, filter)) {
                    found.add(row);
                }
                from = Optional.of(at(row));
                if (found.size() == PAGE) {
                    return new LogPage<>(found, from, Optional.empty());
                }
            }
            if (some.size() < WINDOW) {
                return new LogPage<>(found, Optional.empty(), Optional.empty());
            }
        }
        return new LogPage<>(found, from, from.map(LogCursor::at));
    }

    /// Every word must be there, in any order.
    private boolean says(R row, LogFilter filter) {
        if (filter.text().isEmpty()) {
            return true;
        }
        var said = words.apply(row).toLowerCase(Locale.ROOT);
        for (var word : filter.text().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!said.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static LogCursor at(LogRow row) {
        return new LogCursor(row.at(), row.id());
    }
}
