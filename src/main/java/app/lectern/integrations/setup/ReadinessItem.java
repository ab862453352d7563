package app.lectern.integrations.setup;

import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.permissions.Fixer;
import app.lectern.problems.Problem;
import java.util.Map;
import java.util.Optional;

/// One line of the list of what is ready; its text is `readiness-point.<point>` in the bundle.
public record ReadinessItem(ReadinessPoint point, CheckStatus status, Map<String, String> facts, Optional<Problem> problem, Fixer fixer) {
    /// In the order in which people do them.
    public enum ReadinessPoint {
        TENANT_CONNECTED,
        SIGN_IN_WORKS,
        PERMISSIONS_GRANTED,
        ACCESS_POLICY_GRANTED,
        SERVICE_ACCOUNT_VERIFIED,
        OWNER_NAMED,
        SECRET_LASTS,
        TEST_MEETING_MADE
    }

    public ReadinessItem {
        facts = Map.copyOf(facts);
    }

    public boolean isTicked() {
        return status == CheckStatus.PASSED;
    }
}
