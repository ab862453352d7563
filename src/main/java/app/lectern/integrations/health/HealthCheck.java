package app.lectern.integrations.health;

import app.lectern.integrations.AccountStanding;
import app.lectern.integrations.CredentialExpiries;
import app.lectern.integrations.CredentialExpiry;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.ServiceAccounts;
import app.lectern.integrations.permissions.AccessPolicyCheck;
import app.lectern.integrations.permissions.Fixer;
import app.lectern.integrations.permissions.Fixers;
import app.lectern.integrations.permissions.PermissionDoctor;
import app.lectern.integrations.permissions.PermissionFinding;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.permissions.PolicyFinding;
import app.lectern.integrations.permissions.Probe;
import app.lectern.integrations.permissions.ProbeEvidence;
import app.lectern.integrations.waiting.WaitKind;
import app.lectern.integrations.waiting.WaitingList;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at everything that can keep an integration from working, one result each, and says who can mend it.
final class HealthCheck {
    /// Organisers asked for in one check; a larger school is looked at in part, and the result says so.
    static final int MOST_ORGANISERS = 100;
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final double NEARLY_FULL = 0.9;

    private final Integrations integrations;
    private final IntegrationAccess access;
    private final PermissionDoctor doctor;
    private final AccessPolicyCheck policies;
    private final ServiceAccounts accounts;
    private final CredentialExpiries expiries;
    private final WaitingList waiting;
    private final Clock clock;

    HealthCheck(Integrations integrations, IntegrationAccess access, PermissionDoctor doctor, AccessPolicyCheck policies,
                ServiceAccounts accounts, CredentialExpiries expiries, WaitingList waiting, Clock clock) {
        this.integrations = integrations;
        this.access = access;
        this.doctor = doctor;
        this.policies = policies;
        this.accounts = accounts;
        this.expiries = expiries;
        this.waiting = waiting;
        this.clock = clock;
    }

    HealthReport run(Integration of, Progress progress) throws InterruptedException {
        var at = clock.instant();
        long began = System.nanoTime();
        var results = new ArrayList<CheckResult>();
        var permissions = Optional.<PermissionReport>empty();
        if (signIn(of, results)) {
            permissions = permissions(of, results, progress);
            progress.checkpoint();
            serviceAccount(of, results);
            progress.checkpoint();
            policies(of, results, progress);
            quota(of, results, permissions.map(PermissionReport::account).orElse(""));
            permissions.ifPresent(report -> latency(report, results));
        }
        credential(of, results);
        return new HealthReport(of.id(), at, Duration.ofNanos(System.nanoTime() - began), results, permissions);
    }

    private boolean signIn(Integration of, List<CheckResult> results) {
        long began = System.nanoTime();
        try {
            var signedIn = access.session(of).signIn().afresh();
            var took = Duration.ofNanos(System.nanoTime() - began);
            var who = signedIn.account().isEmpty() ? of.clientId() : signedIn.account();
            results.add(passed(CheckKind.SIGN_IN, "", "health.sign-in.passed", Map.of("account", who),
                    new ProbeEvidence("POST /oauth2/v2.0/token", 200, "", "", clock.instant(), took)));
            return true;
        } catch (ProblemException refused) {
            var problem = refused.problem();
            boolean fresh = problem.code() == Code.SECRET_WRONG && waiting.isWaiting(of, WaitKind.NEW_SECRET, "");
            results.add(result(CheckKind.SIGN_IN, "", fresh ? CheckStatus.WAITING : CheckStatus.FAILED, "health.sign-in.failed", problem));
            return false;
        }
    }

    private Optional<PermissionReport> permissions(Integration of, List<CheckResult> results, Progress progress) throws InterruptedException {
        try {
            var report = doctor.report(of, progress);
            report.required().forEach(finding -> results.add(permission(of, finding)));
            return Optional.of(report);
        } catch (ProblemException unable) {
            results.add(result(CheckKind.PERMISSION, "", CheckStatus.COULD_NOT_CHECK, "health.permission.unknown", unable.problem()));
            return Optional.empty();
        }
    }

    private CheckResult permission(Integration of, PermissionFinding finding) {
        var status = switch (finding.state()) {
            case GRANTED -> finding.worksOutsideTheToken() ? CheckStatus.WARNING : CheckStatus.PASSED;
            case MISSING -> waiting.isWaiting(of, WaitKind.CONSENT, finding.name()) ? CheckStatus.WAITING : CheckStatus.FAILED;
            case REFUSED -> CheckStatus.FAILED;
            case COULD_NOT_CHECK, NOT_OFFERED, NOT_CHOSEN -> CheckStatus.COULD_NOT_CHECK;
        };
        var text = switch (finding.state()) {
            case GRANTED -> finding.worksOutsideTheToken() ? "health.permission.outside" : "health.permission.granted";
            case MISSING -> "health.permission.missing";
            case REFUSED -> "health.permission.refused";
            case COULD_NOT_CHECK, NOT_OFFERED, NOT_CHOSEN -> "health.permission.unknown";
        };
        return new CheckResult(CheckKind.PERMISSION, finding.name(), status, text, Map.of("permission", finding.name()), finding.problem(),
                finding.fixer(), finding.evidence());
    }

    private void serviceAccount(Integration of, List<CheckResult> results) {
        if (of.serviceAccount().isBlank()) {
            results.add(new CheckResult(CheckKind.SERVICE_ACCOUNT, "", CheckStatus.WARNING, "health.account.not-set", Map.of(),
                    Optional.empty(), Fixer.YOU, none()));
            return;
        }
        var standing = accounts.check(of);
        var facts = Map.of("account", of.serviceAccount());
        if (standing.state() == AccountStanding.AccountState.VERIFIED) {
            results.add(passed(CheckKind.SERVICE_ACCOUNT, of.serviceAccount(), "health.account.verified", facts, none()));
            return;
        }
        var problem = standing.problem().orElseThrow();
        boolean coming = problem.code() == Code.MAILBOX_MISSING && waiting.isWaiting(of, WaitKind.MAILBOX, of.serviceAccount());
        var status = coming ? CheckStatus.WAITING
                : standing.state() == AccountStanding.AccountState.REFUSED ? CheckStatus.FAILED : CheckStatus.COULD_NOT_CHECK;
        results.add(result(CheckKind.SERVICE_ACCOUNT, of.serviceAccount(), status, "health.account.refused", problem));
    }

    private void policies(Integration of, List<CheckResult> results, Progress progress) throws InterruptedException {
        boolean meets = doctor.isChosen(of, Probe.MEETING);
        if (!of.serviceAccount().isBlank() && meets) {
            results.add(policy(of, CheckKind.ACCESS_POLICY, policies.teams(of, of.serviceAccount())));
        }
        if (!of.serviceAccount().isBlank() && doctor.isChosen(of, Probe.CALENDAR)) {
            results.add(policy(of, CheckKind.MAILBOX_POLICY, policies.exchange(of, of.serviceAccount())));
        }
        if (!access.isAppOnly(of) || !meets) {
            return;
        }
        try {
            organisers(of, policies.organisers(of, MOST_ORGANISERS, progress), results);
        } catch (ProblemException unable) {
            results.add(result(CheckKind.ORGANISERS, "", CheckStatus.COULD_NOT_CHECK, "health.organisers.unknown", unable.problem()));
        }
    }

    private CheckResult policy(Integration of, CheckKind kind, PolicyFinding finding) {
        var facts = Map.of("account", finding.account());
        boolean mailbox = kind == CheckKind.MAILBOX_POLICY;
        return switch (finding.verdict()) {
            case ALLOWED, NOT_NEEDED -> passed(kind, finding.account(), mailbox ? "health.mailbox.allowed" : "health.policy.allowed", facts,
                    finding.evidence());
            case REFUSED -> new CheckResult(kind, finding.account(),
                    waiting.isWaiting(of, WaitKind.ACCESS_POLICY, finding.account()) ? CheckStatus.WAITING : CheckStatus.FAILED,
                    mailbox ? "health.mailbox.refused" : "health.policy.refused", facts, finding.problem(),
                    finding.fixer(), finding.evidence());
            case HIDDEN_BY_PERMISSION, COULD_NOT_CHECK -> new CheckResult(kind, finding.account(), CheckStatus.COULD_NOT_CHECK,
                    mailbox ? "health.mailbox.unknown" : "health.policy.unknown", facts, finding.problem(),
                    finding.fixer(), finding.evidence());
        };
    }

    /// A policy is meant either for everybody, and then each who is left out is a fault, or for a few, and then the others
    /// are nobody's concern.
    private void organisers(Integration of, AccessPolicyCheck.Coverage coverage, List<CheckResult> results) {
        int refused = coverage.refused().size();
        int covered = coverage.looked() - refused - coverage.unknown().size();
        var facts = Map.of("looked", Integer.toString(coverage.looked()), "covered", Integer.toString(covered),
                "unknown", Integer.toString(coverage.unknown().size()));
        if (coverage.looked() == 0 || !coverage.unknown().isEmpty()) {
            var problem = coverage.unknown().stream().findFirst().flatMap(PolicyFinding::problem);
            results.add(new CheckResult(CheckKind.ORGANISERS, "", CheckStatus.COULD_NOT_CHECK, "health.organisers.some-unknown", facts,
                    problem, problem.map(Fixers::of).orElse(Fixer.YOU), none()));
        } else if (covered == 0) {
            var first = coverage.refused().getFirst();
            results.add(new CheckResult(CheckKind.ORGANISERS, "", CheckStatus.FAILED, "health.organisers.none", facts, first.problem(),
                    first.fixer(), first.evidence()));
            return;
        } else if (refused == 0 || refused > covered) {
            results.add(passed(CheckKind.ORGANISERS, "", refused == 0 ? "health.organisers.passed" : "health.organisers.some", facts, none()));
        }
        if (refused <= covered) {
            coverage.refused().stream()
                    .filter(each -> !each.account().equalsIgnoreCase(of.serviceAccount()))
                    .forEach(each -> results.add(policy(of, CheckKind.ORGANISERS, each)));
        }
    }

    private void quota(Integration of, List<CheckResult> results, String probed) {
        var account = of.serviceAccount().isBlank() ? probed : of.serviceAccount();
        if (account.isEmpty() || !doctor.isChosen(of, Probe.DRIVE)) {
            return;
        }
        try {
            var quota = new QuotaGraph(access.session(of)).quota(account);
            var facts = Map.of("account", account, "used", Long.toString(quota.used()), "total", Long.toString(quota.total()),
                    "share", quota.total() == 0 ? "0" : Long.toString(quota.used() * 100 / quota.total()));
            boolean full = quota.total() > 0 && quota.used() >= quota.total() * NEARLY_FULL;
            results.add(new CheckResult(CheckKind.DRIVE_QUOTA, account, full ? CheckStatus.WARNING : CheckStatus.PASSED,
                    full ? "health.quota.full" : "health.quota.passed", facts, Optional.empty(), full ? Fixer.YOU : Fixer.NOBODY_NEEDED, none()));
        } catch (ProblemException unable) {
            var status = unable.problem().code() == Code.DRIVE_MISSING ? CheckStatus.WARNING : CheckStatus.COULD_NOT_CHECK;
            results.add(result(CheckKind.DRIVE_QUOTA, account, status, "health.quota.unknown", unable.problem()));
        }
    }

    private void latency(PermissionReport report, List<CheckResult> results) {
        var times = report.findings().stream().map(PermissionFinding::evidence).filter(seen -> seen.status() > 0).map(ProbeEvidence::took).sorted().toList();
        if (times.isEmpty()) {
            return;
        }
        var median = times.get(times.size() / 2);
        boolean slow = median.compareTo(SLOW) > 0;
        results.add(new CheckResult(CheckKind.LATENCY, "", slow ? CheckStatus.WARNING : CheckStatus.PASSED,
                slow ? "health.latency.slow" : "health.latency.passed", Map.of("millis", Long.toString(median.toMillis())), Optional.empty(),
                slow ? Fixer.MICROSOFT : Fixer.NOBODY_NEEDED, none()));
    }

    private void credential(Integration of, List<CheckResult> results) {
        if (!access.isAppOnly(of)) {
            return;
        }
        Optional<CredentialExpiry> expiry;
        try {
            expiry = doctor.isChosen(of, Probe.APPLICATION) ? expiries.refresh(of) : integrations.credential(of);
        } catch (ProblemException unreadable) {
            expiry = integrations.credential(of);
            if (expiry.isEmpty()) {
                results.add(result(CheckKind.CREDENTIAL, "", CheckStatus.COULD_NOT_CHECK, "health.credential.unknown", unreadable.problem()));
                return;
            }
        }
        if (expiry.isEmpty() && !doctor.isChosen(of, Probe.APPLICATION)) {
            return;
        }
        results.add(expiry.map(this::credential).orElseGet(() -> new CheckResult(CheckKind.CREDENTIAL, "", CheckStatus.COULD_NOT_CHECK,
                "health.credential.unknown", Map.of(), Optional.empty(), Fixer.YOU, none())));
    }

    private CheckResult credential(CredentialExpiry expiry) {
        var now = clock.instant();
        var days = expiry.daysLeft(now);
        var facts = Map.of("days", Long.toString(days), "until", expiry.ends().atZone(ZoneOffset.UTC).toLocalDate().toString(), "kind", '@' + "secret-kind."
                + expiry.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        if (expiry.isOver(now)) {
            return new CheckResult(CheckKind.CREDENTIAL, "", CheckStatus.FAILED, "health.credential.over", facts,
                    Optional.of(Problem.of(Code.SECRET_EXPIRED)), Fixer.YOU, none());
        }
        boolean soon = expiry.warning(now).isPresent();
        return new CheckResult(CheckKind.CREDENTIAL, "", soon ? CheckStatus.WARNING : CheckStatus.PASSED,
                soon ? "health.credential.soon" : "health.credential.passed", facts, Optional.empty(),
                soon ? Fixer.YOU : Fixer.NOBODY_NEEDED, none());
    }

    private CheckResult passed(CheckKind kind, String subject, String text, Map<String, String> facts, ProbeEvidence evidence) {
        return new CheckResult(kind, subject, CheckStatus.PASSED, text, facts, Optional.empty(), Fixer.NOBODY_NEEDED, evidence);
    }

    private CheckResult result(CheckKind kind, String subject, CheckStatus status, String text, Problem problem) {
        var seen = problem.evidence();
        var evidence = seen.isEmpty() ? none()
                : new ProbeEvidence(seen.service(), seen.status(), seen.code(), seen.requestId(), clock.instant(), Duration.ZERO);
        return new CheckResult(kind, subject, status, text, problem.facts(), Optional.of(problem), Fixers.of(problem), evidence);
    }

    private ProbeEvidence none() {
        return ProbeEvidence.none(clock.instant());
    }
}
