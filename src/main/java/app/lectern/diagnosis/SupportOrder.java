package app.lectern.diagnosis;

import app.lectern.activity.CallRows;
import app.lectern.activity.GraphCalls;
import app.lectern.activity.LogFilter;
import app.lectern.activity.RecordedCall;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.errors.SeenError;
import app.lectern.diagnosis.input.DiagnosisInput;
import app.lectern.integrations.Integration;
import app.lectern.integrations.health.CheckResult;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Goes through what support looks at when something does not work: the error in words, the calls, the registration in Entra, the
/// organiser's account. A step that cannot be taken says so, and the next is taken all the same. Changes nothing in the tenant.
public final class SupportOrder {
    private static final Duration BACK = Duration.ofHours(24);
    private static final long MOST_COUNTED = 100_000;
    private static final int MOST_LINES = 12;

    private final GraphCalls calls;
    private final HealthChecks checks;
    private final MeetingDiagnosis.Verifier verifier;
    private final ErrorExplainer explainer;
    private final Clock clock;
    private final Words words;

    public SupportOrder(GraphCalls calls, HealthChecks checks, MeetingDiagnosis.Verifier verifier, ErrorExplainer explainer, Clock clock, Words words) {
        this.calls = calls;
        this.checks = checks;
        this.verifier = verifier;
        this.explainer = explainer;
        this.clock = clock;
        this.words = words;
    }

    /// @param pasted    what was pasted; only an error text says something here
    /// @param organiser an address, or empty for the account that the integration organises as
    public record Request(String pasted, String organiser) {}

    private interface Look {
        SupportFinding take() throws InterruptedException;
    }

    /// `told` hears of each step as it ends.
    public List<SupportFinding> run(Integration in, Request request, Progress progress, Consumer<SupportFinding> told) throws InterruptedException {
        var found = new ArrayList<SupportFinding>();
        var recent = calls.page(LogFilter.ALL.integration(in.key()).from(clock.instant().minus(BACK)).calls(CallRows.UNSUCCESSFUL), Optional.empty(), progress).rows();
        for (var step : SupportStep.values()) {
            progress.checkpoint();
            progress.detail(words.of(step));
            var finding = take(step, switch (step) {
                case ERROR -> () -> error(request.pasted(), recent);
                case CALLS -> () -> calls(in, recent);
                case CONFIGURATION -> () -> configuration(in, progress);
                case ACCOUNT -> () -> account(in, request.organiser(), progress);
            });
            found.add(finding);
            told.accept(finding);
            progress.count(found.size(), SupportStep.values().length);
        }
        return found;
    }

    private SupportFinding take(SupportStep step, Look look) throws InterruptedException {
        try {
            return look.take();
        } catch (ProblemException refused) {
            return new SupportFinding(step, Finding.State.FAILED, new ProblemText(words).what(refused.problem()), List.of(), Optional.of(refused.problem()));
        }
    }

    private SupportFinding error(String pasted, List<RecordedCall> recent) {
        if (DiagnosisInput.of(pasted) instanceof DiagnosisInput.ErrorText error) {
            return explained(explainer.explain(error.text()), error.text().strip());
        }
        if (recent.isEmpty()) {
            return SupportFinding.of(SupportStep.ERROR, Finding.State.NOTHING_TO_CHECK, words.text("support-order.error.none"), List.of());
        }
        var last = recent.getFirst();
        var seen = new SeenError(last.status(), last.fault(), "", "", last.requestId(), 0);
        return explained(new ErrorExplainer.Explanation(seen, explainer.find(seen)), line(last));
    }

    private SupportFinding explained(ErrorExplainer.Explanation found, String of) {
        return found.known().map(known -> SupportFinding.of(SupportStep.ERROR, Finding.State.WARNING, known.title(words),
                        List.of(known.causes(words), known.steps(words), of)))
                .orElseGet(() -> SupportFinding.of(SupportStep.ERROR, Finding.State.NOT_CHECKED, words.text("explain.unknown"), List.of(of)));
    }

    private String line(RecordedCall of) {
        return words.when(of.at()) + "  " + of.method() + " " + of.path() + "  " + (of.status() == 0 ? of.fault() : of.status() + " " + of.fault()).strip()
                + (of.requestId().isEmpty() ? "" : "  request-id " + of.requestId());
    }

    private SupportFinding calls(Integration in, List<RecordedCall> recent) {
        var day = LogFilter.ALL.integration(in.key()).from(clock.instant().minus(BACK));
        long all = calls.count(day.calls(CallRows.COUNTED), MOST_COUNTED);
        long failed = calls.count(day.calls(CallRows.UNSUCCESSFUL), MOST_COUNTED);
        if (all == 0) {
            return SupportFinding.of(SupportStep.CALLS, Finding.State.NOTHING_TO_CHECK, words.text("support-order.calls.none"), List.of());
        }
        if (failed == 0) {
            return SupportFinding.of(SupportStep.CALLS, Finding.State.PASSED, words.text("support-order.calls.good", all), List.of());
        }
        var kinds = new TreeMap<String, Integer>();
        recent.forEach(call -> kinds.merge(call.status() == 0 ? words.text("support-order.calls.unanswered") : Integer.toString(call.status()), 1, Integer::sum));
        var counted = kinds.entrySet().stream().map(each -> each.getKey() + " × " + each.getValue()).collect(Collectors.joining(", "));
        return SupportFinding.of(SupportStep.CALLS, Finding.State.WARNING, words.text("support-order.calls.failed", failed, all, counted),
                recent.stream().limit(MOST_LINES).map(this::line).toList());
    }

    private SupportFinding configuration(Integration in, Progress progress) throws InterruptedException {
        var report = checks.run(in, progress);
        var wrong = report.results().stream().filter(each -> each.status() != CheckStatus.PASSED).toList();
        var state = switch (report.overall()) {
            case PASSED -> Finding.State.PASSED;
            case WAITING, WARNING -> Finding.State.WARNING;
            case COULD_NOT_CHECK -> Finding.State.NOT_CHECKED;
            case FAILED -> Finding.State.FAILED;
        };
        var problem = wrong.stream().filter(each -> each.status() == CheckStatus.FAILED).flatMap(each -> each.problem().stream()).findFirst();
        return new SupportFinding(SupportStep.CONFIGURATION, state, words.text("support-order.configuration", report.count(CheckStatus.PASSED), report.results().size()),
                wrong.stream().limit(MOST_LINES).map(this::line).toList(), problem);
    }

    private String line(CheckResult of) {
        return words.of(of.kind()) + (of.subject().isEmpty() ? "" : " " + of.subject()) + ": " + words.named(of.text(), of.facts());
    }

    private SupportFinding account(Integration in, String organiser, Progress progress) throws InterruptedException {
        var who = Stream.of(organiser.strip(), in.serviceAccount(), in.owner()).filter(each -> each.contains("@")).findFirst();
        if (who.isEmpty()) {
            return SupportFinding.of(SupportStep.ACCOUNT, Finding.State.NOTHING_TO_CHECK, words.text("support-order.account.none"), List.of());
        }
        var report = verifier.accounts().fresh(in, who.get(), progress);
        var texts = verifier.texts();
        var state = switch (report.verdict().kind()) {
            case CAN_ORGANISE -> Finding.State.PASSED;
            case WITH_LIMITS -> Finding.State.WARNING;
            case CANNOT -> Finding.State.FAILED;
            case UNKNOWN -> Finding.State.NOT_CHECKED;
        };
        return new SupportFinding(SupportStep.ACCOUNT, state, who.get() + ": " + texts.verdict(report.verdict().kind()),
                texts.because(report).stream().map(texts::says).toList(), verifier.accounts().obstacle(report).filter(met -> state == Finding.State.FAILED));
    }

    /// As it can be pasted into a ticket.
    public static String whole(List<SupportFinding> found, Words words) {
        return found.stream().map(each -> (each.step().ordinal() + 1) + ". " + words.of(each.step()) + ": " + words.of(each.state()) + "\n   " + each.text()
                + each.lines().stream().map(line -> "\n   – " + line.strip().replace("\n", "\n     ")).collect(Collectors.joining())
                + each.problem().map(Problem::code).map(code -> "\n   " + code.id()).orElse("")).collect(Collectors.joining("\n"));
    }
}
