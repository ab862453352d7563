package app.lectern.integrations.screen;

import app.lectern.integrations.AccountStanding;
import app.lectern.integrations.CredentialExpiry;
import app.lectern.integrations.Integration;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.setup.ReadinessItem;
import app.lectern.integrations.upkeep.Upkeep;
import app.lectern.integrations.waiting.Wait;
import java.util.List;
import java.util.Optional;

/// Everything the screen knows of one integration, read in one go.
public record IntegrationFacts(
        Integration integration,
        AccountStanding account,
        Optional<CredentialExpiry> expiry,
        Optional<HealthReport> health,
        List<Wait> waits,
        List<ReadinessItem> readiness,
        List<Upkeep> upkeep) {
    public IntegrationFacts {
        waits = List.copyOf(waits);
        readiness = List.copyOf(readiness);
        upkeep = List.copyOf(upkeep);
    }

    /// Never better than what was seen: without a check nothing is known.
    public CheckStatus status() {
        return health.map(HealthReport::overall).orElse(CheckStatus.COULD_NOT_CHECK);
    }
}
