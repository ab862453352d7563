package app.lectern.integrations.health;

import app.lectern.integrations.permissions.PermissionReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A health check of one integration as it was at one moment.
///
/// @param permissions empty when nobody could sign in
public record HealthReport(
        long integration, Instant at, Duration took, List<CheckResult> results, Optional<PermissionReport> permissions) {
    public HealthReport {
        results = List.copyOf(results);
    }

    /// The worst of its results.
    public CheckStatus overall() {
        return results.stream().map(CheckResult::status).max(Comparator.naturalOrder()).orElse(CheckStatus.COULD_NOT_CHECK);
    }

    public long count(CheckStatus status) {
        return results.stream().filter(each -> each.status() == status).count();
    }

    public List<CheckResult> of(CheckKind kind) {
        return results.stream().filter(each -> each.kind() == kind).toList();
    }
}
