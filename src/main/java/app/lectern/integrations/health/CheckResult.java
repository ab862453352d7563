package app.lectern.integrations.health;

import app.lectern.integrations.permissions.Fixer;
import app.lectern.integrations.permissions.ProbeEvidence;
import app.lectern.problems.Problem;
import java.util.Map;
import java.util.Optional;

/// One line of a health check.
///
/// @param subject what it is about: a permission, an account; empty where the kind says it all
/// @param text    key of the sentence in the bundle, to be said with `words.named(text, facts)`
/// @param problem what is wrong and what to do, for everything that did not pass
public record CheckResult(
        CheckKind kind,
        String subject,
        CheckStatus status,
        String text,
        Map<String, String> facts,
        Optional<Problem> problem,
        Fixer fixer,
        ProbeEvidence evidence) {
    public CheckResult {
        facts = Map.copyOf(facts);
    }
}
