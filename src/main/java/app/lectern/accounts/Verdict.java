package app.lectern.accounts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the findings about an account add up to, and because of which. A definite "no" outweighs what is unknown, and what
/// is unknown outweighs limits: nothing that could not be checked is ever called ready.
public record Verdict(Kind kind, List<AccountReason> because) {
    public enum Kind { CAN_ORGANISE, WITH_LIMITS, CANNOT, UNKNOWN }

    /// Without these nothing can be organised at all.
    private static final Set<Check> NEEDED =
            EnumSet.of(Check.ADDRESS, Check.EXISTS, Check.ENABLED, Check.MEMBERSHIP, Check.TEAMS_PLAN);
    /// Without these some of it works.
    private static final Set<Check> WANTED = EnumSet.of(Check.MAILBOX, Check.DRIVE, Check.ACCESS_POLICY);

    public Verdict {
        because = List.copyOf(because);
    }

    static Verdict of(List<Finding> findings) {
        var found = new EnumMap<Check, Finding>(Check.class);
        findings.forEach(finding -> found.put(finding.check(), finding));
        var never = reasons(found, NEEDED, Outcome.FAILS);
        if (never.isEmpty() && fails(found, Check.MAILBOX) && !linkIsPossible(found)) {
            never.add(found.get(Check.MAILBOX).reason());
        }
        // with a pending plan Teams still turns the account away
        if (never.isEmpty() && is(found, Check.TEAMS_PLAN, AccountReason.PLAN_PENDING)) {
            never.add(AccountReason.PLAN_PENDING);
        }
        if (!never.isEmpty()) {
            return new Verdict(Kind.CANNOT, never);
        }
        var unknown = reasons(found, NEEDED, Outcome.UNKNOWN);
        unknown.addAll(reasons(found, WANTED, Outcome.UNKNOWN));
        if (!unknown.isEmpty()) {
            return new Verdict(Kind.UNKNOWN, unknown);
        }
        var limits = reasons(found, WANTED, Outcome.FAILS);
        if (is(found, Check.MAILBOX, AccountReason.MAILBOX_SHARED) || is(found, Check.MAILBOX, AccountReason.MAILBOX_OF_A_ROOM)) {
            limits.add(found.get(Check.MAILBOX).reason());
        }
        if (is(found, Check.ACCESS_POLICY, AccountReason.POLICY_WITHOUT_TEAMS)) {
            limits.add(AccountReason.POLICY_WITHOUT_TEAMS);
        }
        return new Verdict(limits.isEmpty() ? Kind.CAN_ORGANISE : Kind.WITH_LIMITS, limits);
    }

    /// A meeting without a calendar event: Teams makes the link, nobody is invited, and nothing is in a calendar. It is
    /// a way out for an account that will never have a mailbox, not for one whose mailbox is on its way.
    private static boolean linkIsPossible(Map<Check, Finding> found) {
        var policy = found.get(Check.ACCESS_POLICY);
        return policy != null
                && (policy.reason() == AccountReason.POLICY_GRANTED || policy.reason() == AccountReason.POLICY_NOT_NEEDED)
                && !is(found, Check.MAILBOX, AccountReason.MAILBOX_PREPARING);
    }

    private static List<AccountReason> reasons(Map<Check, Finding> found, Set<Check> checks, Outcome outcome) {
        var reasons = new ArrayList<AccountReason>();
        for (var check : checks) {
            var finding = found.get(check);
            if (finding != null && finding.outcome() == outcome && !reasons.contains(finding.reason())) {
                reasons.add(finding.reason());
            }
        }
        return reasons;
    }

    private static boolean fails(Map<Check, Finding> found, Check check) {
        return found.containsKey(check) && found.get(check).outcome() == Outcome.FAILS;
    }

    private static boolean is(Map<Check, Finding> found, Check check, AccountReason reason) {
        return found.containsKey(check) && found.get(check).reason() == reason;
    }

    /// A licence is on its way: the remedy is to wait, not to buy.
    public boolean isMatterOfTime() {
        return because.contains(AccountReason.MAILBOX_PREPARING) || because.contains(AccountReason.PLAN_PENDING);
    }
}
