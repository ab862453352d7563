package app.lectern.diagnosis;

import app.lectern.accounts.AccountReport;
import app.lectern.diagnosis.ProbeResult.State;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.ProblemException;
import app.lectern.problems.ProblemText;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/// Whether the organiser’s account can organise, record and keep meetings, as the account verifier finds it: mailbox, licence,
/// OneDrive, policy. Evidence for a person to read; the verdict rests on what the meeting itself answered.
final class OrganiserProbe {
    private final MeetingDiagnosis.Verifier verifier;
    private final Integration in;
    private final Inquiry inquiry;
    private final Interpreter interpreter;
    private final Clock clock;
    private final Progress progress;

    OrganiserProbe(MeetingDiagnosis.Verifier verifier, Integration in, Inquiry inquiry, Interpreter interpreter, Clock clock, Progress progress) {
        this.verifier = verifier;
        this.in = in;
        this.inquiry = inquiry;
        this.interpreter = interpreter;
        this.clock = clock;
        this.progress = progress;
    }

    Optional<ProbeResult> verify() {
        var who = inquiry.facts().organiser();
        if (!who.contains("@")) {
            return Optional.empty();
        }
        var from = clock.instant();
        try {
            return Optional.ofNullable(verifier.accounts().fresh(in, who, progress)).map(report -> said(report, Duration.between(from, clock.instant())));
        } catch (ProblemException failed) {
            var problem = failed.problem();
            return Optional.of(new ProbeResult(ProbeKind.VERIFIER, State.NOTICE, "", problem.evidence().status(), problem.evidence().code(),
                    problem.evidence().requestId(), Duration.between(from, clock.instant()), interpreter.words().text("probe.label.refused"),
                    new ProblemText(interpreter.words()).what(problem), Set.of(), ""));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private ProbeResult said(AccountReport report, Duration took) {
        var texts = verifier.texts();
        var because = texts.because(report).stream().map(texts::says).collect(Collectors.joining(" "));
        var state = switch (report.verdict().kind()) {
            case CAN_ORGANISE -> State.GOOD;
            case WITH_LIMITS, CANNOT -> State.WARNING;
            case UNKNOWN -> State.NOTICE;
        };
        var all = report.findings().stream().map(finding -> texts.check(finding.check()) + ": " + texts.outcome(finding.outcome()) + ". " + texts.says(finding))
                .collect(Collectors.joining("\n"));
        return new ProbeResult(ProbeKind.VERIFIER, state, "", 0, "", "", took, texts.chip(report),
                because.isEmpty() ? interpreter.words().text("probe.verifier.ready", report.displayName()) : because, Set.of(), all);
    }
}
