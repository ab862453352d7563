package app.lectern.integrations.upkeep;

import java.time.Instant;
import java.util.Optional;

/// One thing to be looked at, and when.
///
/// @param done when it was last done; empty when never since the integration was made
public record Upkeep(UpkeepKind kind, Optional<Instant> done, Instant due) {
    public boolean isOverdue(Instant now) {
        return !due.isAfter(now);
    }
}
