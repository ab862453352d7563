package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.health.CheckKind;
import app.lectern.integrations.health.CheckResult;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.permissions.Fixer;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.permissions.ProbeEvidence;
import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
    @Test
    void aResultComesBackWhole() {
        var problem = Problem.of(Problem.Code.ACCESS_POLICY_MISSING).with("account", "a@b.example")
                .seen(new Evidence("Microsoft Graph", 403, "Forbidden", "text", "id"))
                .offering(Remedy.copyCommand("Grant"));
        var result = new CheckResult(CheckKind.ACCESS_POLICY, "a@b.example", CheckStatus.FAILED, "health.policy.refused", Map.of("account", "a"),
                Optional.of(problem), Fixer.TEAMS_ADMIN,
                new ProbeEvidence("GET /x", 403, "Forbidden", "id", Instant.parse("2026-11-21T09:00:00Z"), Duration.ofMillis(7)));

        assertThat(Snapshots.read(Snapshots.write(result), CheckResult.class)).contains(result);
        assertThat(Snapshots.write(result)).doesNotContain("\"empty\"", "\"line\"");
    }

    @Test
    void aTextOfAnotherShapeIsNotKnown() {
        assertThat(Snapshots.read("[1, 2]", CheckResult.class)).isEmpty();
        assertThat(Snapshots.read("", CheckResult.class)).isEmpty();
    }

    @Test
    void theCatalogueIsReadWithItsIds() {
        var calendars = PermissionCatalogue.load().find("calendars.readwrite").orElseThrow();
        assertThat(calendars.application().id()).isEqualTo("ef54d2bf-783f-4e0f-bca1-3210c0444d99");
        assertThat(PermissionCatalogue.load().required()).hasSize(11);
    }
}
