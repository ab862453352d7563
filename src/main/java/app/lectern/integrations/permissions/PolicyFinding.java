package app.lectern.integrations.permissions;

import app.lectern.problems.Problem;
import java.util.Optional;

/// Whether one of the two kinds of policy lets the app act for an account.
///
/// @param problem      what the refusal means
/// @param fixer        who can mend it
/// @param script       the PowerShell lines for it, filled in; empty when nothing need be done
public record PolicyFinding(
        PolicyKind policy, PolicyVerdict verdict, String account, Optional<Problem> problem, Fixer fixer, String script, ProbeEvidence evidence) {
    /// Two systems with almost the same name: Teams guards meetings with an application access policy, Exchange guards
    /// mailboxes with RBAC for Applications or its older application access policy.
    public enum PolicyKind { TEAMS_MEETINGS, EXCHANGE_MAILBOX }

    public enum PolicyVerdict {
        ALLOWED,
        REFUSED,
        /// The permission itself is missing, so that the policy behind it cannot be seen.
        HIDDEN_BY_PERMISSION,
        COULD_NOT_CHECK,
        /// A signed-in person acts for themselves; no policy is asked.
        NOT_NEEDED
    }
}
