package app.lectern.integrations.permissions;

import app.lectern.graph.SignedIn;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import java.time.Instant;

/// Chooses whom the probes look at, once per report: the signed-in person, else the service account, else the owner, else
/// anybody who can organise.
final class ProbeSubjects {
    private static final int SOME = 50;

    private final ProbesGraph probes;
    private final Integration of;
    private final SignedIn signedIn;
    private ProbeSubject chosen;
    private ProblemException unable;
    private boolean meetingSought;

    ProbeSubjects(ProbesGraph probes, Integration of, SignedIn signedIn) {
        this.probes = probes;
        this.of = of;
        this.signedIn = signedIn;
    }

    /// For the probes of a meeting, with a meeting of that account where one is found.
    ProbeSubject of(Probe probe) {
        choose();
        if (probe.underAccessPolicy() && !meetingSought) {
            meetingSought = true;
            var link = probes.joinLink(chosen);
            if (!link.isEmpty()) {
                chosen = chosen.withMeeting(link, probes.ask(Probe.MEETING, chosen.withMeeting(link, "")).found());
            }
        }
        return chosen;
    }

    String usedAddress() {
        return chosen == null ? "" : chosen.address();
    }

    ProbeEvidence noEvidence() {
        return ProbeEvidence.none(Instant.EPOCH);
    }

    private void choose() {
        if (unable != null) {
            throw unable;
        }
        if (chosen == null) {
            try {
                chosen = find();
            } catch (ProblemException nobody) {
                unable = nobody;
                throw nobody;
            }
        }
    }

    private ProbeSubject find() {
        if (!signedIn.appOnly()) {
            return probes.subject(signedIn.account());
        }
        if (!of.serviceAccount().isBlank()) {
            return probes.subject(of.serviceAccount());
        }
        if (!of.owner().isBlank()) {
            try {
                return probes.subject(of.owner());
            } catch (ProblemException ownerElsewhere) {
                // people outside the tenant may own an integration
            }
        }
        return probes.organisers(SOME).stream().findFirst().orElseThrow(() -> Problem.of(Code.PROBE_ACCOUNT_NEEDED).raise());
    }
}
