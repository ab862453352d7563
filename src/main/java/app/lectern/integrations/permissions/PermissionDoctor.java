package app.lectern.integrations.permissions;

import app.lectern.graph.Cloud;
import app.lectern.graph.EntraPages;
import app.lectern.graph.SignedIn;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Remedy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out what Lectern may do in a tenant: what a fresh token names, and whether Graph really lets it. A check that
/// could not be made is never taken for a success.
public final class PermissionDoctor {
    private final PermissionCatalogue catalogue;
    private final IntegrationAccess access;
    private final Clock clock;

    public PermissionDoctor(PermissionCatalogue catalogue, IntegrationAccess access, Clock clock) {
        this.catalogue = catalogue;
        this.access = access;
        this.clock = clock;
    }

    public PermissionCatalogue catalogue() {
        return catalogue;
    }

    /// Signs in with a fresh token, which shows what was granted a moment ago. Throws a ProblemException when nobody can sign in.
    public PermissionReport report(Integration of, Progress progress) throws InterruptedException {
        var session = access.session(of);
        var signedIn = session.signIn().afresh();
        var probes = new ProbesGraph(session, clock);
        var subjects = new ProbeSubjects(probes, of, signedIn);
        var findings = new ArrayList<PermissionFinding>();
        for (var permission : catalogue.all()) {
            progress.checkpoint();
            progress.count(findings.size(), catalogue.all().size());
            findings.add(permission.serves(of.jobs()) ? examine(of, permission, signedIn, probes, subjects) : notChosen(permission, signedIn));
        }
        progress.count(findings.size(), findings.size());
        var pages = access.pages(of);
        return new PermissionReport(clock.instant(), signedIn.appOnly(), subjects.usedAddress(), signedIn.permissions(), findings,
                pages.permissions(), "", of.jobs()).scriptedFor(of);
    }

    /// The same for one permission, for a re-check of one line.
    public PermissionFinding examine(Integration of, Permission permission) {
        var session = access.session(of);
        var signedIn = session.signIn().afresh();
        var probes = new ProbesGraph(session, clock);
        return examine(of, permission, signedIn, probes, new ProbeSubjects(probes, of, signedIn));
    }

    /// Whether a chosen job asks what this probe asks.
    public boolean isChosen(Integration of, Probe probe) {
        return catalogue.all().stream().anyMatch(one -> one.probe() == probe && one.serves(of.jobs()));
    }

    private PermissionFinding notChosen(Permission permission, SignedIn signedIn) {
        return finding(permission, permission.name(signedIn.appOnly()), PermissionState.NOT_CHOSEN, false, Optional.empty(), Fixer.NOBODY_NEEDED, none());
    }

    private PermissionFinding examine(
            Integration of, Permission permission, SignedIn signedIn, ProbesGraph probes, ProbeSubjects subjects) {
        var form = permission.wanted(of.jobs(), signedIn.appOnly());
        var name = form.map(Permission.Form::name).orElseGet(() -> permission.name(signedIn.appOnly()));
        if (form.isEmpty() || isLacking(of, permission.probe())) {
            var problem = Problem.of(Code.PERMISSION_NOT_OFFERED).with("permission", name);
            return finding(permission, name, PermissionState.NOT_OFFERED, false, Optional.of(problem), Fixer.YOU, none());
        }
        boolean inToken = form.get().isCoveredBy(signedIn.permissions())
                || permission.form(signedIn.appOnly()).filter(wider -> wider.isCoveredBy(signedIn.permissions())).isPresent();
        if (!inToken && !couldBeExchangeRole(permission, signedIn)) {
            return missing(of, permission, name, none());
        }
        if (!permission.probe().isPossible()) {
            return finding(permission, name, PermissionState.COULD_NOT_CHECK, true,
                    Optional.of(Problem.of(Code.PROBE_IMPOSSIBLE).with("permission", name)), Fixer.NOBODY_NEEDED, none());
        }
        var answer = probed(permission.probe(), probes, subjects);
        if (!inToken) {
            return answer.isLetIn()
                    ? finding(permission, name, PermissionState.GRANTED, false, Optional.empty(), Fixer.NOBODY_NEEDED, answer.evidence())
                    : missing(of, permission, name, answer.evidence());
        }
        if (answer.isLetIn()) {
            return finding(permission, name, PermissionState.GRANTED, true, Optional.empty(), Fixer.NOBODY_NEEDED, answer.evidence());
        }
        var problem = answer.problem().orElseThrow().with("permission", name);
        var state = Fixers.isRefusal(problem.code()) ? PermissionState.REFUSED : PermissionState.COULD_NOT_CHECK;
        return finding(permission, name, state, true, Optional.of(problem), Fixers.of(problem), answer.evidence());
    }

    private static ProbeAnswer probed(Probe probe, ProbesGraph probes, ProbeSubjects subjects) {
        try {
            var subject = probe.ofAccount() ? subjects.of(probe) : ProbeSubject.NONE;
            return probes.ask(probe, subject);
        } catch (ProblemException noSubject) {
            return new ProbeAnswer(subjects.noEvidence(), Optional.of(noSubject.problem()), "");
        }
    }

    /// Exchange can grant mailbox roles to an app by itself, without the token showing it.
    private static boolean couldBeExchangeRole(Permission permission, SignedIn signedIn) {
        boolean exchange = permission.probe() == Probe.CALENDAR || permission.probe() == Probe.MAILBOX_SETTINGS;
        var family = permission.name(true).substring(0, permission.name(true).indexOf('.') + 1);
        return exchange && signedIn.appOnly() && signedIn.permissions().stream().noneMatch(one -> one.startsWith(family));
    }

    private boolean isLacking(Integration of, Probe probe) {
        return switch (probe) {
            case MEETING -> access.lacks(of, Cloud.Capability.ONLINE_MEETINGS);
            case ATTENDANCE -> access.lacks(of, Cloud.Capability.ATTENDANCE);
            case RECORDINGS -> access.lacks(of, Cloud.Capability.RECORDINGS);
            case TRANSCRIPTS -> access.lacks(of, Cloud.Capability.TRANSCRIPTS);
            case CALL_RECORDS -> access.lacks(of, Cloud.Capability.CALL_RECORDS);
            default -> false;
        };
    }

    private PermissionFinding missing(Integration of, Permission permission, String name, ProbeEvidence evidence) {
        EntraPages pages = access.pages(of);
        var problem = Problem.of(Code.PERMISSION_MISSING)
                .with("permission", name)
                .with("app", of.clientId())
                .offering(Remedy.openPage(pages.permissions()))
                .offering(Remedy.of(Remedy.Kind.RETRY));
        return finding(permission, name, PermissionState.MISSING, false, Optional.of(problem), Fixer.ENTRA_ADMIN, evidence);
    }

    private static PermissionFinding finding(
            Permission permission, String name, PermissionState state, boolean inToken, Optional<Problem> problem, Fixer fixer,
            ProbeEvidence evidence) {
        return new PermissionFinding(permission, name, state, inToken, problem, fixer, evidence);
    }

    private ProbeEvidence none() {
        return ProbeEvidence.none(clock.instant());
    }
}
