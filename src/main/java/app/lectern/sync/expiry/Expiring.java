package app.lectern.sync.expiry;

import app.lectern.sync.alerts.Fix;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// One thing that ends at a known moment.
///
/// @param subject  its own name
/// @param facts    for the sentence about it, by name
/// @param reckoned whether nobody told the date: it is reckoned from what is usual
/// @param fix      what to do before it ends
public record Expiring(ExpiryKind kind, String subject, Instant at, Map<String, String> facts, boolean reckoned, Fix fix) {
    public Expiring {
        facts = Map.copyOf(facts);
    }

    /// Days from now, a begun one counted; 0 or less for what has ended.
    public long daysLeft(Instant now) {
        return Math.ceilDiv(Duration.between(now, at).toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
