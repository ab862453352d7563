package app.lectern.deliverables;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.ExitStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern deliverables`: the list, imports, dry runs and their application without a window.
@Command(name = "deliverables")
public final class DeliverablesCommand implements Runnable {
    /// What the command works with.
    public record Parts(Deliverables deliverables, DeliverableSync sync, DeliverableImport imports, DeliverableExport exports, RollingOut rollOut,
            Integration integration) {}

    /// How conflicts are settled; without it they are left for a person.
    static final class Conflicts {
        @Option(names = "--keep-theirs", descriptionKey = "deliverables.option.keep-theirs")
        private boolean keepTheirs;

        @Option(names = "--take-ours", descriptionKey = "deliverables.option.take-ours")
        private boolean takeOurs;
    }

    private final Supplier<Parts> parts;
    private final Output output;
    private final DeliverablesJson json;

    @Spec
    private CommandSpec spec;

    public DeliverablesCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
        this.json = new DeliverablesJson(output);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list() {
        var on = parts.get();
        var list = on.deliverables().list(on.integration());
        if (output.wantsJson()) {
            output.json(Map.of("deliverables", list.stream().map(DeliverablesJson::of).toList(),
                    "completion", DeliverablesJson.of(on.deliverables().completion(on.integration()))));
            return ExitStatus.DONE.number();
        }
        var words = output.words();
        var table = new Table(words.text("deliverables.column.project"), words.text("deliverables.column.client"),
                words.text("deliverables.column.deliverable"), words.text("deliverables.column.date"),
                words.text("deliverables.column.assignees"), words.text("deliverables.column.done"), words.text("deliverables.column.key"));
        list.forEach(each -> table.row(each.project(), each.client().isEmpty() ? words.text("deliverables.internal") : each.client(), each.title(),
                each.date().map(Object::toString).orElse(""), String.join(" ", each.assignees()),
                each.doneOn().map(Object::toString).orElse(""), each.key()));
        output.table(table);
        return ExitStatus.DONE.number();
    }

    @Command(name = "import")
    int importFile(
            @Parameters(paramLabel = "FILE", descriptionKey = "deliverables.option.file") Path file,
            @Option(names = "--map", paramLabel = "COLUMN=HEADING", descriptionKey = "deliverables.option.map") Map<String, String> mapped,
            @Option(names = "--dry-run", descriptionKey = "deliverables.option.dry-run") boolean dryRun) {
        var on = parts.get();
        var sheet = on.imports().read(file);
        var preview = on.imports().preview(on.integration(), sheet, mapping(sheet, mapped == null ? Map.of() : mapped));
        int count = dryRun ? 0 : on.imports().apply(on.integration(), preview);
        if (output.wantsJson()) {
            output.json(json.of(preview, count));
        } else {
            preview.rows().stream().filter(row -> row.state() != ImportRow.State.UNCHANGED).forEach(row -> output.line(json.line(row)));
            output.say("deliverables.cli.imported", preview.count(ImportRow.State.NEW), preview.count(ImportRow.State.CHANGED),
                    preview.count(ImportRow.State.UNCHANGED), preview.count(ImportRow.State.WRONG));
            if (dryRun) {
                output.say("deliverables.cli.nothing-written");
            }
        }
        return (preview.count(ImportRow.State.WRONG) == 0 ? ExitStatus.DONE : ExitStatus.DONE_WITH_FAILURES).number();
    }

    private static Map<Column, Integer> mapping(DeliverableImport.Sheet sheet, Map<String, String> mapped) {
        var mapping = new EnumMap<Column, Integer>(Column.class);
        mapping.putAll(DeliverableImport.guess(sheet));
        mapped.forEach((name, heading) -> {
            var column = Column.ALL.stream().filter(each -> each.heading().equals(name.toLowerCase(Locale.ROOT))).findFirst()
                    .orElseThrow(() -> CommandTree.wrong("--map", "@deliverables.cli.no-column"));
            int at = sheet.headings().stream().map(String::strip).toList().indexOf(heading);
            if (at < 0) {
                throw CommandTree.wrong("--map", "@deliverables.cli.no-heading");
            }
            mapping.put(column, at);
        });
        return mapping;
    }

    @Command(name = "move")
    int move(
            @Parameters(paramLabel = "KEY", descriptionKey = "deliverables.option.key") String key,
            @Option(names = "--to", required = true, paramLabel = "DATE", descriptionKey = "deliverables.option.date") LocalDate to) {
        var on = parts.get();
        var before = on.deliverables().find(on.integration(), key).orElseThrow(() -> CommandTree.wrong("KEY", "@deliverables.cli.no-key"));
        var moved = on.deliverables().save(on.integration(), before.on(to));
        if (output.wantsJson()) {
            output.json(DeliverablesJson.of(moved));
        } else {
            output.say("deliverables.cli.moved", moved.subject(), output.words().day(to));
        }
        return ExitStatus.DONE.number();
    }

    @Command(name = "plan")
    int plan() throws InterruptedException {
        var on = parts.get();
        show(on.sync().plan(on.integration(), Progress.NONE));
        return ExitStatus.DONE.number();
    }

    private void show(Plan plan) {
        if (output.wantsJson()) {
            output.json(json.of(plan));
            return;
        }
        var words = output.words();
        var table = new Table(words.text("deliverables.cli.change"), words.text("deliverables.cli.event"), words.text("deliverables.cli.where"),
                words.text("deliverables.cli.why"));
        plan.changes().forEach(change -> table.row(words.of(change.kind()), change.title(), change.target().mailbox(), json.why(change)));
        output.table(table);
        plan.problems().forEach((whom, problem) -> output.line(json.line(whom, problem)));
        if (!plan.strangers().isEmpty()) {
            output.say("deliverables.cli.strangers", plan.strangers().size());
        }
        output.say("deliverables.cli.planned", plan.changes().size(), plan.unchanged(), words.of(plan.calendar()));
    }

    @Command(name = "sync")
    int sync(
            @ArgGroup Conflicts conflicts,
            @Option(names = "--dry-run", descriptionKey = "deliverables.option.dry-run") boolean dryRun) throws InterruptedException {
        var on = parts.get();
        if (dryRun) {
            return plan();
        }
        on.sync().finish(on.integration(), Progress.NONE);
        var plan = on.sync().plan(on.integration(), Progress.NONE);
        var decisions = conflicts == null ? Decisions.usual(plan)
                : Decisions.settling(plan, conflicts.takeOurs ? Decisions.Side.OURS : Decisions.Side.THEIRS);
        SyncReport report;
        try (var progress = output.progress(output.words().text("deliverables.job", decisions.count(plan)))) {
            report = on.sync().apply(on.integration(), plan, decisions, progress);
        }
        long left = plan.changes().size() - decisions.count(plan);
        if (output.wantsJson()) {
            output.json(json.of(report, plan, left));
        } else {
            report.failures().forEach((what, problem) -> output.line(json.line(what, problem)));
            plan.problems().forEach((whom, problem) -> output.line(json.line(whom, problem)));
            output.say("deliverables.cli.synced", report.created(), report.updated(), report.moved(), report.deleted(), report.kept());
            if (left > 0) {
                output.say("deliverables.cli.left", left);
            }
        }
        boolean isWhole = report.failures().isEmpty() && plan.problems().isEmpty();
        return (isWhole ? ExitStatus.DONE : ExitStatus.DONE_WITH_FAILURES).number();
    }

    @Command(name = "test-date")
    int testDate() throws InterruptedException {
        var on = parts.get();
        var outcome = on.rollOut().test().send(on.integration(), Progress.NONE);
        if (output.wantsJson()) {
            output.json(Map.of("mailbox", outcome.mailbox(), "calendar", outcome.calendar(), "subject", outcome.subject(), "day", outcome.day().toString(),
                    "as_written", outcome.isAsWritten(), "differences", outcome.differences().stream().map(Enum::name).sorted().toList()));
        } else {
            output.say(outcome.isAsWritten() ? "deliverables.test.good" : "deliverables.test.different", outcome.subject());
            output.say("deliverables.test.where", output.words().day(outcome.day()), outcome.mailbox());
        }
        return (outcome.isAsWritten() ? ExitStatus.DONE : ExitStatus.DONE_WITH_FAILURES).number();
    }

    @Command(name = "status")
    int status() {
        var on = parts.get();
        var settings = on.deliverables().settings(on.integration());
        var steps = on.rollOut().list().of(on.integration());
        var words = output.words();
        var standing = on.sync().standing(on.integration());
        if (output.wantsJson()) {
            var states = new LinkedHashMap<String, String>();
            steps.forEach((step, state) -> states.put(step.name().toLowerCase(Locale.ROOT), state.name().toLowerCase(Locale.ROOT)));
            var status = new LinkedHashMap<String, Object>();
            status.put("mode", settings.mode().name().toLowerCase(Locale.ROOT));
            status.put("calendar", settings.calendarName());
            settings.lastApplied().ifPresent(at -> status.put("last_applied", at));
            status.put("unfinished", on.sync().unfinished(on.integration()));
            status.put("standing", json(standing));
            status.put("roll_out", states);
            output.json(status);
        } else {
            output.line(words.of(standing.readiness()) + ". " + StandingText.of(words, standing));
            output.line(words.of(settings.mode()) + " · " + settings.calendarName()
                    + settings.lastApplied().map(at -> " · " + words.text("deliverables.status.applied", words.when(at))).orElse(""));
            var table = new Table(words.text("deliverables.status.step"), words.text("deliverables.status.state"));
            steps.forEach((step, state) -> table.row(words.of(step), words.text("deliverables.roll-out." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
            output.table(table);
        }
        return ExitStatus.DONE.number();
    }

    private Map<String, Object> json(CalendarStanding of) {
        var row = new LinkedHashMap<String, Object>();
        row.put("state", of.readiness().name().toLowerCase(Locale.ROOT));
        row.put("missing", of.lacks().stream().map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-')).sorted().toList());
        of.since().ifPresent(at -> row.put("since", at));
        of.problem().ifPresent(problem -> row.put("problem", output.asJson(problem)));
        return row;
    }

    @Command(name = "export")
    int export(@Option(names = "--to", required = true, paramLabel = "FILE", descriptionKey = "deliverables.option.to") Path to) {
        var on = parts.get();
        int count = on.exports().write(on.integration(), to);
        if (output.wantsJson()) {
            output.json(Map.of("file", to.toString(), "count", count));
        } else {
            output.say("deliverables.cli.exported", count, to.toString());
        }
        return ExitStatus.DONE.number();
    }

    @Command(name = "rebuild")
    int rebuild(
            @Option(names = "--person", paramLabel = "ADDRESS", descriptionKey = "deliverables.option.person") List<String> people)
            throws InterruptedException {
        var on = parts.get();
        int count = on.sync().rebuild(on.integration(), people == null ? Set.of() : Set.copyOf(people), Progress.NONE);
        if (output.wantsJson()) {
            output.json(Map.of("rebuilt", count));
        } else {
            output.say("deliverables.cli.rebuilt", count);
        }
        return ExitStatus.DONE.number();
    }
}
