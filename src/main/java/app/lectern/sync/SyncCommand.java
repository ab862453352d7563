package app.lectern.sync;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.problems.ProblemText;
import app.lectern.sync.schedule.SyncTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern sync`: reads meetings, recordings and attendance from the tenants, by hand or from the system's scheduler.
@Command(name = "sync")
public final class SyncCommand implements Callable<Integer> {
    /// What the command works with.
    ///
    /// @param named      the integration that was chosen by `--integration`
    /// @param unattended told of an integration after its sync, when the system's scheduler started it
    public record Parts(SyncEngine engine, SyncTimes times, Supplier<List<Integration>> active, Optional<Integration> named,
            Consumer<Integration> unattended) {}

    private final Supplier<Parts> parts;
    private final Output output;

    @Option(names = "--all", descriptionKey = "sync.option.all")
    private boolean all;

    @Option(names = "--meeting", paramLabel = "ID", arity = "1..*", descriptionKey = "sync.option.meeting")
    private List<Long> meetings;

    @Option(names = "--organizer", paramLabel = "EMAIL", descriptionKey = "sync.option.organizer")
    private String organiser;

    @Option(names = "--status", paramLabel = "ended", descriptionKey = "sync.option.status")
    private String status;

    @Option(names = "--force", descriptionKey = "sync.option.force")
    private boolean force;

    @Option(names = "--scheduled", descriptionKey = "sync.option.scheduled")
    private boolean scheduled;

    public SyncCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var scope = scope();
        var on = parts.get();
        if (scheduled) {
            var hindrance = on.times().hindrance();
            if (hindrance.isPresent()) {
                output.note(hindrance.get() == SyncTimes.Answer.QUIET ? "sync.cli.put-off.quiet" : "sync.cli.put-off.metered");
                return 0;
            }
        }
        var of = on.named().map(List::of).orElseGet(on.active());
        if (of.isEmpty()) {
            throw Problem.of(Problem.Code.INTEGRATION_UNKNOWN).with("item", output.words().text("sync.cli.no-integration")).raise();
        }
        var reports = new ArrayList<Map<String, Object>>();
        boolean failed = false;
        for (var integration : of) {
            failed |= sync(on.engine(), new SyncOrder(integration, scope, force), reports);
            if (scheduled) {
                on.unattended().accept(integration);
            }
        }
        if (output.wantsJson()) {
            output.json(reports.size() == 1 ? reports.getFirst() : Map.of("integrations", reports));
        }
        return CommandTree.status(failed);
    }

    private SyncScope scope() {
        if (status != null && !status.equalsIgnoreCase("ended")) {
            throw CommandTree.wrong("--status", "@sync.cli.status");
        }
        if (meetings != null) {
            return new SyncScope.Meetings(meetings);
        }
        if (organiser != null) {
            return new SyncScope.Organiser(organiser.strip());
        }
        return all && status == null ? new SyncScope.Everything() : new SyncScope.Ended();
    }

    /// One tenant that cannot be reached keeps nobody from the others.
    private boolean sync(SyncEngine engine, SyncOrder order, List<Map<String, Object>> reports) throws InterruptedException {
        try {
            var run = ran(engine, order);
            if (output.wantsJson()) {
                reports.add(json(order.integration(), run));
            } else {
                print(order.integration(), run);
            }
            return run.ending() != SyncRun.Ending.DONE;
        } catch (ProblemException refused) {
            if (output.wantsJson()) {
                reports.add(Map.of("integration", order.integration().name(), "success", false, "problem", output.asJson(refused.problem())));
            } else {
                output.problem(refused.problem());
            }
            return true;
        }
    }

    private SyncRun ran(SyncEngine engine, SyncOrder order) throws InterruptedException {
        try (var progress = output.progress(output.words().text("sync.job", order.integration().name()))) {
            return engine.run(order, progress);
        }
    }

    private void print(Integration of, SyncRun run) {
        var words = output.words();
        output.line(of.name());
        var table = new Table(words.text("sync.column.facet"), words.text("sync.column.created"), words.text("sync.column.updated"),
                words.text("sync.column.unchanged"), words.text("sync.column.removed"), words.text("sync.column.failed"));
        new TreeMap<>(run.counts()).forEach((facet, count) -> table.row(words.of(facet), count.created(), count.updated(), count.unchanged(),
                count.removed(), new Table.Cell(Integer.toString(count.failed()), count.succeeded() ? Tone.MUTED : Tone.BAD)));
        output.table(table);
        var text = new ProblemText(words);
        for (var failure : run.failures()) {
            output.line(words.of(failure.facet()) + " · " + failure.subject() + ": " + text.what(failure.problem()) + " " + text.next(failure.problem()));
        }
        output.say("sync.cli.summary", run.processed(), run.failures().size());
        FirstSync.of(run).ifPresent(first -> output.line(new FirstSyncWords(words).sentence(first)));
        run.spared().readAt().ifPresent(read -> output.say("sync.cli.spared", run.spared().organisers(),
                words.span(Duration.between(read, run.endedAt().orElse(read)))));
    }

    private Map<String, Object> json(Integration of, SyncRun run) {
        var details = new LinkedHashMap<String, Object>();
        new TreeMap<>(run.counts()).forEach((facet, count) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("created", count.created());
            one.put("updated", count.updated());
            one.put("unchanged", count.unchanged());
            one.put("removed", count.removed());
            one.put("failed", count.failed());
            one.put("success", count.succeeded());
            details.put(facet.name().toLowerCase(Locale.ROOT), one);
        });
        var failures = run.failures().stream().map(failure -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("facet", failure.facet().name().toLowerCase(Locale.ROOT));
            failure.meeting().ifPresent(id -> one.put("meeting", id));
            one.put("subject", failure.subject());
            one.put("problem", output.asJson(failure.problem()));
            return one;
        }).toList();
        var report = new LinkedHashMap<String, Object>();
        report.put("integration", of.name());
        report.put("success", run.succeeded());
        report.put("items_processed", run.processed());
        report.put("details", details);
        report.put("failures", failures);
        run.spared().readAt().ifPresent(read -> report.put("not_asked", Map.of("organizers", run.spared().organisers(), "read_at", read.toString())));
        return report;
    }
}
