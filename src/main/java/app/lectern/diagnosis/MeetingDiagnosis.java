package app.lectern.diagnosis;

import app.lectern.accounts.AccountText;
import app.lectern.accounts.AccountVerifier;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.input.DiagnosisInput;
import app.lectern.diagnosis.verdict.Signal;
import app.lectern.diagnosis.verdict.Verdicts;
import app.lectern.graph.SignedIn;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.jobs.Progress;
import app.lectern.jobs.SideBySide;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.problems.Unexpected;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds out why a meeting's data is missing: runs the probes, side by side where none waits for another, tells of each as it
/// ends, and judges what they saw. Changes nothing in the tenant.
public final class MeetingDiagnosis {
    private static final int PROBES_AT_ONCE = 8;

    private static final Pattern ADDRESS = Pattern.compile("(?<![^\\s<(\"'])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private final IntegrationAccess access;
    private final Verifier verifier;
    private final Interpreter interpreter;
    private final Clock clock;
    private volatile Optional<RecordingProbe> recordings = Optional.empty();

    /// What to look into. `organiser` is an address or object id, or empty; a link that names its organiser needs none.
    public record Request(String pasted, String organiser, Question question) {}

    /// Who checks the organiser’s account, and the words for what was found.
    public record Verifier(AccountVerifier accounts, AccountText texts) {}

    public MeetingDiagnosis(IntegrationAccess access, Verifier verifier, ErrorExplainer explainer, Clock clock, Words words) {
        this.access = access;
        this.verifier = verifier;
        this.interpreter = new Interpreter(words, explainer);
        this.clock = clock;
    }

    /// Whom to ask from now on why a meeting was not recorded.
    public void asks(RecordingProbe probe) {
        recordings = Optional.of(probe);
    }

    public Diagnosis diagnose(Integration in, Request request, Progress progress, Consumer<ProbeResult> told) throws InterruptedException {
        var input = DiagnosisInput.of(request.pasted());
        if (input instanceof DiagnosisInput.Refused refused) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "@field.diagnose-input")
                    .with("reason", "@" + refusalKey(refused)).raise();
        }
        var from = clock.instant();
        var inquiry = new Inquiry(input, request.organiser().isBlank() ? addressIn(request.pasted()) : request.organiser(), request.question(), from);
        var run = new Run(inquiry, told, progress);
        run.all(in);
        run.results.sort(Comparator.comparing(ProbeResult::kind));
        return new Diagnosis(request.pasted(), request.question(), from, Duration.between(from, clock.instant()), run.results, inquiry.facts(),
                Verdicts.judge(run.signals()), help(in, inquiry.facts()));
    }

    /// The address that a ticket names beside the link; empty where there is none or more than one.
    private static String addressIn(String pasted) {
        var found = ADDRESS.matcher(pasted).results().map(MatchResult::group).distinct().toList();
        return found.size() == 1 ? found.getFirst() : "";
    }

    private Diagnosis.Help help(Integration in, MeetingFacts facts) {
        var graph = new DiagnosisGraph(access.session(in), clock);
        var who = facts.organiserId().isEmpty() ? "<user object id>" : facts.organiserId();
        return new Diagnosis.Help(graph.permissionsPage(), graph.accessPolicyCommand(who), graph.transcriptsCommand(), graph.statusPage());
    }

    private static String refusalKey(DiagnosisInput.Refused refused) {
        return "refusal." + Interpreter.id(refused.reason());
    }

    /// One diagnosis on its way.
    private final class Run {
        private final Inquiry inquiry;
        private final Consumer<ProbeResult> told;
        private final Progress progress;
        private final List<ProbeResult> results = new ArrayList<>();

        Run(Inquiry inquiry, Consumer<ProbeResult> told, Progress progress) {
            this.inquiry = inquiry;
            this.told = told;
            this.progress = progress;
        }

        void all(Integration in) throws InterruptedException {
            var graph = new DiagnosisGraph(access.session(in), clock);
            var ground = new GroundProbes(graph, interpreter, inquiry);
            add(Optional.of(ground.input()));
            SignedIn signedIn;
            try {
                signedIn = access.signIn(in);
            } catch (RuntimeException refused) {
                add(Optional.of(notSignedIn(Unexpected.from(refused))));
                return;
            }
            add(ground.tenant(signedIn));
            add(Optional.of(ground.signIn(signedIn)));
            var meetings = new MeetingProbes(graph, interpreter, inquiry);
            var data = new DataProbes(graph, interpreter, inquiry);
            if (inquiry.organiser().isEmpty()) {
                sideBySide(List.of(data::callRecords, data::chat));
            }
            add(ground.account());
            progress.checkpoint();
            look(meetings, data, new OrganiserProbe(verifier, in, inquiry, interpreter, clock, progress));
            add(ground.policy(signals(), signedIn.appOnly()));
            whyUnrecorded(in);
            if (inquiry.organiser().isEmpty()) {
                add(Optional.of(interpreter.local(ProbeKind.ACCOUNT, ProbeResult.State.WARNING, "probe.label.unnamed", interpreter.words().text("probe.account.unnamed"),
                        Signal.NO_ORGANISER_NAMED)));
            }
        }

        /// First the meeting, by all its names; then, knowing its id and time, everything about it.
        private void look(MeetingProbes meetings, DataProbes data, OrganiserProbe organiser) throws InterruptedException {
            var seen = signals();
            if (!inquiry.organiser().isEmpty() && !seen.contains(Signal.ORGANISER_UNKNOWN)) {
                var first = new ArrayList<Supplier<Optional<ProbeResult>>>(List.of(meetings::eventById, organiser::verify));
                if (inquiry.hasOrganiserId()) {
                    first.addAll(List.of(meetings::meeting, meetings::meetingById, data::transcriptSwitch, data::adHocCalls));
                }
                sideBySide(first);
                if (inquiry.input instanceof DiagnosisInput.EventId && inquiry.hasOrganiserId() && !inquiry.facts().joinUrl().isEmpty()) {
                    sideBySide(List.of(meetings.following(inquiry.facts().joinUrl())::meeting));
                }
                progress.checkpoint();
                sideBySide(List.of(data::attendance, data::recordings, data::transcripts, meetings::calendar));
            }
            sideBySide(List.of(() -> without(ProbeKind.CALL_RECORDS, data::callRecords), () -> without(ProbeKind.CHAT, data::chat)));
        }

        private void whyUnrecorded(Integration in) throws InterruptedException {
            if (inquiry.question == Question.RECORDING && !signals().contains(Signal.DATA_FOUND) && recordings.isPresent()) {
                progress.checkpoint();
                add(recordings.get().look(in, inquiry.facts(), progress));
            }
        }

        private Optional<ProbeResult> without(ProbeKind done, Supplier<Optional<ProbeResult>> probe) {
            synchronized (results) {
                if (results.stream().anyMatch(result -> result.kind() == done)) {
                    return Optional.empty();
                }
            }
            return probe.get();
        }

        private ProbeResult notSignedIn(Problem problem) {
            var words = interpreter.words();
            return new ProbeResult(ProbeKind.SIGN_IN, ProbeResult.State.BAD, "", problem.evidence().status(), problem.evidence().code(),
                    problem.evidence().requestId(), Duration.ZERO, words.text("probe.label.refused"), new ProblemText(words).what(problem),
                    Set.of(problem.code().exit() == app.lectern.problems.ExitStatus.NETWORK ? Signal.SERVICE_ERROR : Signal.SIGN_IN_FAILED), "");
        }

        private void sideBySide(List<Supplier<Optional<ProbeResult>>> probes) throws InterruptedException {
            SideBySide.each(probes, PROBES_AT_ONCE, "probe", probe -> add(probe.get()));
        }

        private void add(Optional<ProbeResult> result) {
            synchronized (results) {
                result.ifPresent(results::add);
                result.ifPresent(told);
            }
        }

        Set<Signal> signals() {
            var all = EnumSet.noneOf(Signal.class);
            synchronized (results) {
                results.forEach(result -> all.addAll(result.signals()));
            }
            // asked in two ways, found in one: the meeting is known
            if (all.contains(Signal.MEETING_FOUND)) {
                all.remove(Signal.MEETING_UNKNOWN);
                all.remove(Signal.LINK_NOT_FOUND);
            }
            return all;
        }
    }
}
