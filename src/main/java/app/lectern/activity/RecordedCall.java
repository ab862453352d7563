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
        long bytes) {
    public record Attempt(Instant at, int status, String fault, Duration waited, String reason) {}
}
