package app.lectern.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which entries of a log are wanted. Text is looked for in what the table shows; several request ids mean any of them.
///
/// @param calls of the log of calls only: those that a figure counts
public record LogFilter(String text, Optional<Instant> from, Optional<LogLevel> level, Optional<String> integration, RequestIds requests,
        Optional<CallRows> calls) {
    public static final LogFilter ALL = new LogFilter("", Optional.empty(), Optional.empty(), Optional.empty(), RequestIds.NONE, Optional.empty());

    public LogFilter text(String wanted) {
        return new LogFilter(wanted.strip(), from, level, integration, requests, calls);
    }

    public LogFilter from(Instant earliest) {
        return new LogFilter(text, Optional.of(earliest), level, integration, requests, calls);
    }

    public LogFilter level(LogLevel wanted) {
        return new LogFilter(text, from, Optional.of(wanted), integration, requests, calls);
    }

    public LogFilter integration(String key) {
        return new LogFilter(text, from, level, Optional.of(key), requests, calls);
    }

    public LogFilter calls(CallRows wanted) {
        return new LogFilter(text, from, level, integration, requests, Optional.of(wanted));
    }

    public LogFilter requests(RequestIds wanted) {
        return new LogFilter(text, from, level, integration, wanted, calls);
    }

    /// Whether a row that was found by its request id is wanted by everything else too.
    boolean admits(LogRow row) {
        return from.map(earliest -> !row.at().isBefore(earliest)).orElse(true)
                && level.map(row.level()::equals).orElse(true)
                && integration.map(row.integration()::equals).orElse(true);
    }

    /// What of it the table can answer by itself, from an index.
    List<String> conditions(String timeColumn) {
        var conditions = new java.util.ArrayList<String>();
        from.ifPresent(earliest -> conditions.add(timeColumn + " >= :from"));
        level.ifPresent(wanted -> conditions.add("severity = :severity"));
        integration.ifPresent(wanted -> conditions.add("integration = :integration"));
        calls.ifPresent(wanted -> conditions.add(wanted.condition()));
        return conditions;
    }
}
