package app.lectern.accounts;

import app.lectern.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// As whom a meeting is created: the signed-in user, else the integration's owner, else the service account. The first that
/// exists, has a mailbox and can organise wins, and each one before says why it was passed over. A pure rule; what each
/// candidate's account is like has been checked before.
public record EmailChain(List<Link> links) {
    public enum Role { SIGNED_IN_USER, INTEGRATION_OWNER, SERVICE_ACCOUNT }

    public enum Standing {
        WINS,
        PASSED_OVER,
        /// Nobody knows whether this one counts, so nobody after it may win either: the organiser must not depend on
        /// whether Microsoft was busy.
        UNDECIDED,
        /// Somebody before this one won.
        NOT_NEEDED,
        NOT_SET
    }

    /// @param report empty when the account has not been checked
    public record Candidate(Role role, String address, Optional<AccountReport> report) {
        public boolean isSet() {
            return !address.isBlank();
        }
    }

    /// @param because why it stands so; empty for the winner and for one that is not set or not needed
    public record Link(Candidate candidate, Standing standing, Optional<Finding> because) {
        public Role role() {
            return candidate.role();
        }

        public String address() {
            return candidate.address();
        }
    }

    public EmailChain {
        links = List.copyOf(links);
    }

    /// @param candidates in the order in which they are to be tried
    public static EmailChain of(List<Candidate> candidates) {
        var links = new ArrayList<Link>();
        boolean decided = false;
        for (var candidate : candidates) {
            var link = !candidate.isSet() ? new Link(candidate, Standing.NOT_SET, Optional.empty())
                    : decided ? new Link(candidate, Standing.NOT_NEEDED, Optional.empty()) : judged(candidate);
            decided |= link.standing() == Standing.WINS || link.standing() == Standing.UNDECIDED;
            links.add(link);
        }
        return new EmailChain(links);
    }

    private static Link judged(Candidate candidate) {
        if (candidate.report().isEmpty()) {
            return new Link(candidate, Standing.UNDECIDED, Optional.empty());
        }
        var report = candidate.report().get();
        for (var check : List.of(Check.ADDRESS, Check.EXISTS, Check.MEMBERSHIP, Check.ENABLED, Check.MAILBOX, Check.TEAMS_PLAN)) {
            var finding = report.finding(check);
            if (finding.isEmpty() || finding.get().outcome() == Outcome.UNKNOWN) {
                return new Link(candidate, Standing.UNDECIDED, finding);
            }
            if (finding.get().outcome() == Outcome.FAILS || finding.get().reason() == AccountReason.PLAN_PENDING) {
                return new Link(candidate, Standing.PASSED_OVER, finding);
            }
        }
        return new Link(candidate, Standing.WINS, Optional.empty());
    }

    public Optional<Link> winner() {
        return links.stream().filter(link -> link.standing() == Standing.WINS).findFirst();
    }

    /// The winner's account, or the problem that there is none.
    public AccountReport organiser() {
        return winner().flatMap(link -> link.candidate().report()).orElseThrow(() -> problem().raise());
    }

    /// Why nobody can organise: one that could not be checked, or none at all that fits.
    public Problem problem() {
        for (var link : links) {
            if (link.standing() == Standing.UNDECIDED) {
                var found = link.because().map(Finding::asked).orElse(Asked.NOTHING);
                return Problem.of(Problem.Code.ORGANISER_UNDECIDED)
                        .with("account", link.address())
                        .seen(new app.lectern.problems.Evidence("Microsoft Graph", found.status(), found.code(), "", found.requestId()));
            }
        }
        boolean anySet = links.stream().anyMatch(link -> link.candidate().isSet());
        return Problem.of(anySet ? Problem.Code.ORGANISER_NONE : Problem.Code.ORGANISER_NOT_SET);
    }
}
