package app.lectern.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One call as it was kept: path as a template, no token, no body, no personal data.
public record RecordedCall(
        long id,
        String integration,
        Instant at,
        Duration took,
        String purpose,
        String method,
        String host,
        String path,
        int status,
        String fault,
        List<Attempt> attempts,
        String requestId,
        String clientRequestId,
        long bytes) implements LogRow {
    public RecordedCall {
        attempts = List.copyOf(attempts);
    }

    /// A refused reading is worth knowing: Lectern often asks in order to learn whether it may. A refused change is an error,
    /// and so is no answer at all.
    @Override
    public LogLevel level() {
        if (status == 0 || status >= 500) {
            return LogLevel.ERROR;
        }
        if (status == 429) {
            return LogLevel.WARNING;
        }
        if (status >= 400) {
            return method.equals("GET") ? LogLevel.WARNING : LogLevel.ERROR;
        }
        return LogLevel.INFO;
    }

    /// When the last attempt had ended.
    public Instant end() {
        return at.plus(took);
    }

    public record Attempt(Instant at, int status, String fault, Duration waited, String reason) {}
}
