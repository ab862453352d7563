package app.lectern.integrations.permissions;

import app.lectern.graph.EntraPages;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.permissions.PolicyFinding.PolicyKind;
import app.lectern.integrations.permissions.PolicyFinding.PolicyVerdict;
import app.lectern.jobs.Progress;
import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Remedy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells whether the app may act for an organiser, and which of two systems refuses: Teams' application access policy
/// (meetings) or Exchange's limits (mailboxes). It concludes from the refusal's own words.
public final class AccessPolicyCheck {
    private final IntegrationAccess access;
    private final Clock clock;

    public AccessPolicyCheck(IntegrationAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// Who of the tenant's organisers is refused.
    ///
    /// @param looked how many accounts were asked for
    public record Coverage(int looked, List<PolicyFinding> refused, List<PolicyFinding> unknown) {}

    /// Teams' policy, which guards meetings, attendance, recordings and transcripts.
    public PolicyFinding teams(Integration of, String account) {
        return teams(of, account, PolicyScripts.POLICY);
    }

    public PolicyFinding teams(Integration of, String account, String policy) {
        if (!access.isAppOnly(of)) {
            return new PolicyFinding(PolicyKind.TEAMS_MEETINGS, PolicyVerdict.NOT_NEEDED, account, Optional.empty(), Fixer.NOBODY_NEEDED, "", none());
        }
        try {
            var session = access.session(of);
            var probes = new ProbesGraph(session, clock);
            var subject = probes.subject(account);
            return teams(of, subject, probes.ask(askable(session.signIn().silently().permissions()), subject), policy);
        } catch (ProblemException unable) {
            return unable(PolicyKind.TEAMS_MEETINGS, account, unable.problem());
        }
    }

    private static PolicyFinding teams(Integration of, ProbeSubject subject, ProbeAnswer answer, String policy) {
        var script = PolicyScripts.teams(of, policy, subject.address());
        if (answer.isLetIn()) {
            return new PolicyFinding(PolicyKind.TEAMS_MEETINGS, PolicyVerdict.ALLOWED, subject.address(), Optional.empty(), Fixer.NOBODY_NEEDED, "",
                    answer.evidence());
        }
        var problem = answer.problem().orElseThrow();
        return switch (problem.code()) {
            case ACCESS_POLICY_MISSING -> new PolicyFinding(PolicyKind.TEAMS_MEETINGS, PolicyVerdict.REFUSED, subject.address(),
                    Optional.of(withScript(problem, subject.address(), script, EntraPages.TEAMS_ADMIN)), Fixer.TEAMS_ADMIN, script,
                    answer.evidence());
            case PERMISSION_MISSING, CONSENT_MISSING -> new PolicyFinding(PolicyKind.TEAMS_MEETINGS, PolicyVerdict.HIDDEN_BY_PERMISSION,
                    subject.address(), answer.problem(), Fixer.ENTRA_ADMIN, script, answer.evidence());
            default -> new PolicyFinding(PolicyKind.TEAMS_MEETINGS, PolicyVerdict.COULD_NOT_CHECK, subject.address(), answer.problem(),
                    Fixers.of(problem), script, answer.evidence());
        };
    }

    /// Any operation under the policy shows it; the first whose permission the token has is asked.
    private static Probe askable(List<String> granted) {
        if (granted.stream().anyMatch(one -> one.startsWith("OnlineMeetings."))) {
            return Probe.MEETING;
        }
        return granted.contains("OnlineMeetingArtifact.Read.All") ? Probe.ATTENDANCE
                : granted.contains("OnlineMeetingRecording.Read.All") ? Probe.RECORDINGS : Probe.MEETING;
    }

    /// Exchange's limits, which guard calendars and mailbox settings.
    public PolicyFinding exchange(Integration of, String account) {
        if (!access.isAppOnly(of)) {
            return new PolicyFinding(PolicyKind.EXCHANGE_MAILBOX, PolicyVerdict.NOT_NEEDED, account, Optional.empty(), Fixer.NOBODY_NEEDED, "", none());
        }
        try {
            var session = access.session(of);
            var probes = new ProbesGraph(session, clock);
            var answer = probes.ask(Probe.CALENDAR, probes.subject(account));
            boolean inToken = session.signIn().silently().permissions().stream().anyMatch(one -> one.startsWith("Calendars."));
            return exchange(of, account, answer, inToken);
        } catch (ProblemException unable) {
            return unable(PolicyKind.EXCHANGE_MAILBOX, account, unable.problem());
        }
    }

    private static PolicyFinding exchange(Integration of, String account, ProbeAnswer answer, boolean inToken) {
        var script = PolicyScripts.exchange(of, PolicyScripts.POLICY, account);
        if (answer.isLetIn()) {
            return new PolicyFinding(PolicyKind.EXCHANGE_MAILBOX, PolicyVerdict.ALLOWED, account, Optional.empty(), Fixer.NOBODY_NEEDED, "",
                    answer.evidence());
        }
        var problem = answer.problem().orElseThrow();
        // a plain "access is denied" although the token has the permission: RBAC for Applications leaves this mailbox out
        boolean outOfScope = problem.code() == Code.MAILBOX_BLOCKED || inToken && problem.code() == Code.PERMISSION_MISSING;
        if (outOfScope) {
            var blocked = problem.code() == Code.MAILBOX_BLOCKED ? problem : Problem.of(Code.MAILBOX_BLOCKED).seen(problem.evidence());
            return new PolicyFinding(PolicyKind.EXCHANGE_MAILBOX, PolicyVerdict.REFUSED, account,
                    Optional.of(withScript(blocked, account, script, "")), Fixer.EXCHANGE_ADMIN, script, answer.evidence());
        }
        boolean hidden = problem.code() == Code.PERMISSION_MISSING || problem.code() == Code.CONSENT_MISSING;
        return new PolicyFinding(PolicyKind.EXCHANGE_MAILBOX, hidden ? PolicyVerdict.HIDDEN_BY_PERMISSION : PolicyVerdict.COULD_NOT_CHECK, account,
                answer.problem(), Fixers.of(problem), script, answer.evidence());
    }

    /// Teams' policy for the organisers of the tenant, at most so many of them: a global grant does not reach whoever has
    /// a policy of their own.
    public Coverage organisers(Integration of, int most, Progress progress) throws InterruptedException {
        var session = access.session(of);
        var probes = new ProbesGraph(session, clock);
        var refused = new ArrayList<PolicyFinding>();
        var unknown = new ArrayList<PolicyFinding>();
        var subjects = probes.organisers(most);
        progress.checkpoint();
        var answers = probes.meetings(subjects, progress);
        int without = 0;
        for (int index = 0; index < subjects.size(); index++) {
            var finding = teams(of, subjects.get(index), answers.get(index), PolicyScripts.POLICY);
            switch (finding.verdict()) {
                case REFUSED -> refused.add(finding);
                case ALLOWED, NOT_NEEDED -> { }
                default -> {
                    if (isWithoutTeams(finding)) {
                        without++;
                    } else {
                        unknown.add(finding);
                    }
                }
            }
        }
        return new Coverage(subjects.size() - without, refused, unknown);
    }

    /// A licence that was assigned a short while ago is in the directory before Teams knows the person.
    private static boolean isWithoutTeams(PolicyFinding finding) {
        return finding.problem().filter(problem -> problem.code() == Code.USER_UNKNOWN).isPresent();
    }

    private static Problem withScript(Problem problem, String account, String script, String page) {
        var bare = new Problem(problem.code(), problem.facts(), problem.evidence() == null ? Evidence.NONE : problem.evidence(), List.of())
                .with("account", account)
                .offering(Remedy.copyCommand(script));
        return page.isEmpty() ? bare : bare.offering(Remedy.openPage(page));
    }

    private PolicyFinding unable(PolicyKind policy, String account, Problem problem) {
        return new PolicyFinding(policy, PolicyVerdict.COULD_NOT_CHECK, account, Optional.of(problem), Fixers.of(problem), "", none());
    }

    private ProbeEvidence none() {
        return ProbeEvidence.none(clock.instant());
    }
}
