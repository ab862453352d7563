package app.lectern.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One call as the activity log keeps it. Paths are templates, query values are left out; no token, body or secret.
///
/// @param purpose what it was for, such as `Accounts: check`; empty when nobody said
/// @param status  of the last attempt, 0 when there was no answer
/// @param fault   the kind of transport fault of the last attempt, empty when there was an answer
/// @param bytes   received in bodies
public record CallEntry(
        Instant at,
        String connection,
        String purpose,
        String method,
        String host,
        String path,
        int status,
        String fault,
        Duration took,
        List<Attempt> attempts,
        String requestId,
        String clientRequestId,
        long bytes) {
    public CallEntry {
        attempts = List.copyOf(attempts);
    }

    /// @param waited how long before this attempt
    /// @param reason why it waited: `Retry-After`, `back-off`, `new token`; empty for the first
    public record Attempt(Instant at, int status, String fault, Duration waited, String reason) {}
}
