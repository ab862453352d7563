package app.lectern.recordings;

import java.time.Instant;

/// What the tenant removes in this time is warned of. Its last moment counts.
public record WarningSpan(Instant now, Instant until) {
    public boolean covers(Instant end) {
        return end.isAfter(now) && !end.isAfter(until);
    }
}
