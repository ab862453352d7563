package app.lectern.diagnosis;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.input.DiagnosisInput;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.integrations.Integration;
import app.lectern.problems.ExitStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern diagnose`: why a meeting's data is missing, with the evidence.
@Command(name = "diagnose")
public final class DiagnoseCommand implements Callable<Integer> {
    private final Supplier<MeetingDiagnosis> diagnosis;
    private final Supplier<SupportOrder> support;
    private final Supplier<Integration> integration;
    private final Output output;

    @Parameters(paramLabel = "LINK|ID", arity = "0..1", defaultValue = "", descriptionKey = "lectern.diagnose.input")
    private String input;

    @Option(names = "--organizer", paramLabel = "EMAIL", descriptionKey = "lectern.diagnose.organizer", defaultValue = "")
    private String organizer;

    @Option(names = "--question", paramLabel = "attendance|recording|transcript|link", descriptionKey = "lectern.diagnose.question")
    private Question question;

    @Option(names = "--support-order", descriptionKey = "lectern.diagnose.support-order")
    private boolean inOrder;

    public DiagnoseCommand(Supplier<MeetingDiagnosis> diagnosis, Supplier<SupportOrder> support, Supplier<Integration> integration, Output output) {
        this.diagnosis = diagnosis;
        this.support = support;
        this.integration = integration;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (inOrder) {
            return supportOrder();
        }
        if (input.isBlank()) {
            throw CommandTree.wrong("LINK|ID", "@diagnose.cli.no-input");
        }
        if (DiagnosisInput.of(input) instanceof DiagnosisInput.ErrorText error) {
            return ExplainCommand.explain(new ErrorExplainer(), error.text(), output).number();
        }
        var asked = question != null ? question : Question.in(input).orElse(Question.ATTENDANCE);
        Diagnosis done;
        try (var progress = output.progress(output.words().text("diagnose.running"))) {
            done = diagnosis.get().diagnose(integration.get(), new MeetingDiagnosis.Request(input, organizer, asked), progress,
                    result -> progress.detail(output.words().of(result.kind())));
        }
        if (output.wantsJson()) {
            output.json(asJson(done));
        } else {
            print(done);
        }
        return status(done.judgement().verdict()).number();
    }

    private int supportOrder() throws InterruptedException {
        List<SupportFinding> found;
        try (var progress = output.progress(output.words().text("support-order.running"))) {
            found = support.get().run(integration.get(), new SupportOrder.Request(input, organizer), progress, finding -> {});
        }
        if (output.wantsJson()) {
            output.json(Map.of("steps", found.stream().map(this::asJson).toList()));
        } else {
            output.line(SupportOrder.whole(found, output.words()));
            found.stream().flatMap(each -> each.problem().stream()).distinct().forEach(problem -> {
                output.line("");
                output.problem(problem);
            });
        }
        return found.stream().filter(each -> each.state() == Finding.State.FAILED).findFirst()
                .map(failed -> failed.problem().map(problem -> problem.code().exit()).orElse(ExitStatus.DONE_WITH_FAILURES)).orElse(ExitStatus.DONE).number();
    }

    private Map<String, Object> asJson(SupportFinding of) {
        var row = new LinkedHashMap<String, Object>();
        row.put("step", of.step().name().toLowerCase(java.util.Locale.ROOT));
        row.put("state", of.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        row.put("finding", of.text());
        row.put("lines", of.lines());
        of.problem().ifPresent(problem -> row.put("problem", output.asJson(problem)));
        return row;
    }

    /// Found and in order is 0; a right or sign-in that is missing, something not there, and a fault on the way have their own.
    static ExitStatus status(Verdict verdict) {
        return switch (verdict) {
            case SCHEDULED, CHANNEL, LINK_WORKS -> ExitStatus.DONE;
            case PERMISSION_MISSING, POLICY_MISSING, POLICY_PROPAGATING, TRANSCRIPTS_OFF, SIGN_IN_FAILED, WRONG_ORGANISER ->
                ExitStatus.SIGN_IN_OR_PERMISSION;
            case OTHER_TENANT, ORGANISER_GONE, EXPIRED, LINK_GONE, UNKNOWN -> ExitStatus.NOT_FOUND;
            case SERVICE_FAULT -> ExitStatus.NETWORK;
            case INSTANT, LINK_ONLY, AD_HOC_CALL, LIVE_EVENT, NOT_READY, NOBODY_JOINED, NOT_RECORDED, REPORT_OFF -> ExitStatus.DONE_WITH_FAILURES;
        };
    }

    private void print(Diagnosis done) {
        var words = output.words();
        var texts = new DiagnosisText(words);
        output.line(texts.title(done));
        output.line(texts.text(done));
        output.line(words.text("diagnose.confidence") + ": " + texts.confidence(done) + " · " + texts.signals(done));
        output.line("");
        var table = new Table(words.text("diagnose.column.probe"), words.text("diagnose.column.answer"), words.text("diagnose.column.meaning"),
                words.text("diagnose.column.request-id"));
        done.probes().forEach(probe -> table.row(words.of(probe.kind()), new Table.Cell(probe.label(), tone(probe.state())), probe.meaning(), probe.requestId()));
        output.table(table);
        advice("diagnose.now", Advice.now(done.judgement().verdict(), done.question()), done, texts);
        advice("diagnose.next", Advice.nextTime(done.judgement().verdict()), done, texts);
    }

    private void advice(String key, List<Advice> all, Diagnosis done, DiagnosisText texts) {
        if (all.isEmpty()) {
            return;
        }
        output.line("");
        output.say(key);
        for (var advice : all) {
            output.line("  " + texts.title(advice) + ". " + texts.text(advice));
            var payload = texts.payload(advice, done);
            if (!payload.isEmpty() && advice.way() != Advice.Way.FACTS) {
                payload.lines().forEach(line -> output.line("    " + line));
            }
        }
    }

    private static Tone tone(ProbeResult.State state) {
        return switch (state) {
            case GOOD -> Tone.GOOD;
            case WARNING, NOTICE -> Tone.WARNING;
            case BAD -> Tone.BAD;
            case NEUTRAL -> Tone.MUTED;
        };
    }

    private Map<String, Object> asJson(Diagnosis done) {
        var texts = new DiagnosisText(output.words());
        var document = new LinkedHashMap<String, Object>();
        document.put("verdict", Interpreter.id(done.judgement().verdict()));
        document.put("title", texts.title(done));
        document.put("confidence", done.judgement().confidence());
        document.put("level", Interpreter.id(done.judgement().level()));
        done.judgement().kind().ifPresent(kind -> document.put("kind", Interpreter.id(kind)));
        document.put("for", done.judgement().agreeing().stream().map(Interpreter::id).toList());
        document.put("against", done.judgement().against().stream().map(Interpreter::id).toList());
        document.put("facts", done.facts());
        document.put("probes", done.probes().stream().map(this::asJson).toList());
        document.put("now", Advice.now(done.judgement().verdict(), done.question()).stream().map(texts::title).toList());
        document.put("nextTime", Advice.nextTime(done.judgement().verdict()).stream().map(texts::title).toList());
        document.put("at", done.at());
        return document;
    }

    private Map<String, Object> asJson(ProbeResult probe) {
        var row = new LinkedHashMap<String, Object>();
        row.put("probe", Interpreter.id(probe.kind()));
        row.put("request", probe.request());
        row.put("status", probe.status());
        row.put("code", probe.code());
        row.put("requestId", probe.requestId());
        row.put("millis", probe.took().toMillis());
        row.put("meaning", probe.meaning());
        row.put("signals", probe.signals().stream().sorted().map(Interpreter::id).toList());
        return row;
    }
}
