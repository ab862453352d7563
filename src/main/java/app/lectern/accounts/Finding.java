package app.lectern.accounts;

import app.lectern.problems.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one check found: the reason, the facts that fill its sentence, and the request that showed it.
public record Finding(Check check, AccountReason reason, Map<String, String> facts, Asked asked) {
    /// The fact under which an unanswered check keeps which problem it met.
    public static final String PROBLEM = "problem";

    public Finding {
        facts = Map.copyOf(facts);
    }

    static Finding of(Check check, AccountReason reason, Asked asked) {
        return new Finding(check, reason, Map.of(), asked);
    }

    /// The check could not be made: which problem was in the way is a fact of the finding.
    static Finding unanswered(Check check, Problem problem, Asked asked) {
        boolean permission = switch (problem.code()) {
            case PERMISSION_MISSING, CONSENT_MISSING -> true;
            default -> false;
        };
        var finding = new Finding(
                check, permission ? AccountReason.PERMISSION_MISSING : AccountReason.NOT_ANSWERED, problem.facts(), asked);
        return finding.with(PROBLEM, problem.code().name());
    }

    static Finding skipped(Check check) {
        return of(check, AccountReason.NOT_ASKED, Asked.NOTHING);
    }

    Finding with(String fact, String value) {
        var more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Finding(check, reason, more, asked);
    }

    public Outcome outcome() {
        return reason.outcome();
    }

    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
