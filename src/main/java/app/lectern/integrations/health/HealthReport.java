package app.lectern.integrations.health;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.PermissionFinding;
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

    /// What it says of the integration as it is now, whose jobs may be others than they were.
    HealthReport within(Integration of) {
        if (permissions.filter(seen -> !seen.jobs().equals(of.jobs())).isEmpty()) {
            return this;
        }
        var judged = permissions.get().within(of);
        var needed = judged.required().stream().map(PermissionFinding::name).toList();
        return new HealthReport(integration, at, took, results.stream()
                .filter(each -> each.kind() != CheckKind.PERMISSION || each.subject().isEmpty() || needed.contains(each.subject())).toList(), Optional.of(judged));
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
