package app.lectern.accounts;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import java.util.Optional;

/// Says a report as the one problem that is in the way of organising meetings. A pure rule.
final class AccountObstacle {
    private AccountObstacle() {}

    /// Empty when the account can be the organiser, be it with limits; raises the problem when that could not be found out.
    static Optional<Problem> of(AccountReport report) {
        var candidate = new EmailChain.Candidate(EmailChain.Role.SERVICE_ACCOUNT, report.address(), Optional.of(report));
        var link = EmailChain.of(java.util.List.of(candidate)).links().getFirst();
        return switch (link.standing()) {
            case PASSED_OVER -> link.because().map(finding -> problem(report, finding));
            case UNDECIDED -> throw problem(report, link.because().orElseThrow()).raise();
            default -> Optional.empty();
        };
    }

    private static Problem problem(AccountReport report, Finding finding) {
        var code = switch (finding.reason()) {
            case PERMISSION_MISSING -> Code.PERMISSION_MISSING;
            case NOT_ANSWERED -> Code.valueOf(finding.fact(Finding.PROBLEM));
            case MAILBOX_BLOCKED -> Code.MAILBOX_BLOCKED;
            default -> switch (finding.check()) {
                case ADDRESS, EXISTS, MEMBERSHIP -> Code.USER_UNKNOWN;
                case MAILBOX -> Code.MAILBOX_MISSING;
                case ENABLED -> Code.ACCOUNT_REFUSED;
                default -> Code.TEAMS_MISSING;
            };
        };
        var asked = finding.asked();
        var problem = new Problem(code, finding.facts(), Evidence.NONE, java.util.List.of()).with("account", report.address());
        return asked.isNothing() ? problem
                : problem.seen(new Evidence("Microsoft Graph", asked.status(), asked.code(), "", asked.requestId()));
    }
}
