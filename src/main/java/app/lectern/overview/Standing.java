package app.lectern.overview;

import app.lectern.integrations.Integration;
import app.lectern.integrations.health.HealthReport;
import java.util.List;
import java.util.Optional;

/// How one integration stands: its last health check, the days its credential still has, and what needs attention.
///
/// @param daysLeft of the secret or certificate; empty when nobody knows its end
public record Standing(Integration integration, Optional<HealthReport> report, Optional<Long> daysLeft, Optional<String> ends, List<Attention> attention) {
    public Standing {
        attention = List.copyOf(attention);
    }
}
