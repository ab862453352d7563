package app.lectern.sync.health;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.sync.expiry.Expiring;
import app.lectern.sync.expiry.ExpiryRadar;
import app.lectern.sync.expiry.ExpiryWords;
import java.util.ArrayList;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern health`: how well everything is synced, for people and for monitoring. Asks the store only. Ends with 1 when a sync
/// does not run or get through, when something cannot be read, or when a figure misses its target.
@Command(name = "health")
public final class HealthCommand implements Callable<Integer> {
    /// What the command works with.
    public record Parts(SyncHealth health, Function<Integration, List<TargetFigure>> figures, ExpiryRadar radar, List<Integration> of) {}

    private final Supplier<Parts> parts;
    private final Output output;

    @Option(names = "--report", descriptionKey = "sync-health.option.report")
    private boolean report;

    @Option(names = "--meeting", paramLabel = "ID", descriptionKey = "sync-health.option.meeting")
    private Long meeting;

    @Option(names = "--expiring", descriptionKey = "sync-health.option.expiring")
    private boolean expiring;

    public HealthCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    private record Told(IntegrationHealth health, List<TargetFigure> figures) {
        boolean isSound() {
            return health.isSound() && figures.stream().noneMatch(figure -> figure.state() == TargetState.OFF_TARGET);
        }
    }

    @Override
    public Integer call() {
        var on = parts.get();
        if (meeting != null) {
            return meeting(on);
        }
        if (on.of().isEmpty()) {
            throw Problem.of(Problem.Code.INTEGRATION_UNKNOWN).with("item", output.words().text("sync.cli.no-integration")).raise();
        }
        if (expiring) {
            return expiring(on);
        }
        var all = new ArrayList<Told>();
        on.of().forEach(integration -> all.add(new Told(on.health().of(integration), on.figures().apply(integration))));
        boolean sound = all.stream().allMatch(Told::isSound);
        if (output.wantsJson()) {
            var json = new HealthJson(output::asJson, new HealthWords(output.words()));
            output.json(Map.of("healthy", sound, "integrations", all.stream()
                    .map(each -> json.integration(each.health(), each.figures(), each.isSound(), report)).toList()));
        } else {
            all.forEach(this::print);
        }
        return CommandTree.status(!sound);
    }

    /// Ends with 1 when something ends within two weeks.
    private int expiring(Parts on) {
        var now = on.radar().now();
        var texts = new ExpiryWords(output.words());
        var found = new LinkedHashMap<Integration, List<Expiring>>();
        on.of().forEach(integration -> found.put(integration, on.radar().of(integration)));
        if (output.wantsJson()) {
            output.json(Map.of("expiring", found.entrySet().stream().flatMap(each -> each.getValue().stream().map(thing -> json(each.getKey(), thing, now))).toList()));
        } else {
            found.forEach((integration, all) -> {
                output.line(integration.name());
                var table = table("expiry.column.when", "expiry.column.left", "sync-health.column.what", "expiry.column.subject", "expiry.column.text");
                all.forEach(thing -> table.row(texts.when(thing), new Table.Cell(texts.left(thing, now), thing.daysLeft(now) <= ExpiryWords.SOON ? Tone.WARNING
                        : Tone.PLAIN), output.words().of(thing.kind()), thing.subject(), texts.text(thing)));
                output.table(table);
            });
        }
        return CommandTree.status(found.values().stream().flatMap(List::stream).anyMatch(thing -> thing.daysLeft(now) <= ExpiryWords.SOON));
    }

    private static Map<String, Object> json(Integration of, Expiring thing, Instant now) {
        var one = new LinkedHashMap<String, Object>();
        one.put("integration", of.name());
        one.put("kind", thing.kind().name().toLowerCase(Locale.ROOT));
        one.put("subject", thing.subject());
        one.put("at", thing.at());
        one.put("days_left", thing.daysLeft(now));
        one.put("reckoned", thing.reckoned());
        return one;
    }

    private int meeting(Parts on) {
        var found = on.of().stream().flatMap(integration -> on.health().of(integration, meeting).stream()).findFirst()
                .orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(meeting)).raise());
        var words = new HealthWords(output.words());
        if (output.wantsJson()) {
            output.json(new HealthJson(output::asJson, words).meeting(found));
        } else {
            output.line(found.meeting().subject() + " · " + output.words().when(found.meeting().start()) + " · " + found.meeting().organiser());
            var table = table("sync-health.column.what", "sync-health.column.state", "sync-health.column.since", "sync-health.column.why");
            found.facets().forEach((facet, health) -> table.row(output.words().of(facet), cell(health.state()),
                    health.since().map(output.words()::when).orElse(""), words.whyAndNext(health)));
            if (found.facets().isEmpty()) {
                output.say("sync-health.never-looked");
            } else {
                output.table(table);
            }
        }
        return CommandTree.status(found.state() == HealthState.FAILING);
    }

    private void print(Told told) {
        var health = told.health();
        var texts = new HealthWords(output.words());
        output.line(health.integration().name());
        output.line(texts.standing(health));
        if (!health.counts().isEmpty()) {
            var table = new Table(headings());
            health.counts().forEach((facet, by) -> table.row(output.words().of(facet), by.getOrDefault(HealthState.SYNCED, 0),
                    by.getOrDefault(HealthState.WAITING, 0), by.getOrDefault(HealthState.STALE, 0), by.getOrDefault(HealthState.MISSING, 0),
                    by.getOrDefault(HealthState.FAILING, 0)));
            output.table(table);
        }
        if (!health.off().isEmpty()) {
            output.line(texts.off(health));
        }
        health.failures().forEach(failure -> output.line(texts.failure(failure)));
        figures(told.figures());
        if (report && !health.troubles().isEmpty()) {
            troubles(health, texts);
        }
        output.line("");
    }

    private String[] headings() {
        var headings = new ArrayList<String>(List.of(output.words().text("sync-health.column.what")));
        for (var state : HealthState.values()) {
            headings.add(output.words().of(state));
        }
        return headings.toArray(String[]::new);
    }

    private void figures(List<TargetFigure> figures) {
        if (figures.stream().allMatch(figure -> figure.value().isEmpty())) {
            return;
        }
        var texts = new FigureWords(output.words());
        var table = table("sync-health.column.figure", "sync-health.column.value", "sync-health.column.target", "sync-health.column.state");
        figures.forEach(figure -> table.row(texts.name(figure), texts.value(figure), texts.target(figure),
                new Table.Cell(output.words().of(figure.state()), tone(figure.state()))));
        output.table(table);
    }

    private void troubles(IntegrationHealth health, HealthWords texts) {
        var words = output.words();
        var table = table("sync-health.column.id", "sync-health.column.start", "sync-health.column.meeting", "sync-health.column.state",
                "sync-health.column.since", "sync-health.column.why");
        health.troubles().forEach(each -> table.row(each.meeting().id(), words.when(each.meeting().start()), each.meeting().subject(),
                cell(each.state()), each.worst().flatMap(worst -> worst.getValue().since()).map(words::when).orElse(""), texts.trouble(each)));
        output.table(table);
    }

    private Table table(String... keys) {
        return new Table(List.of(keys).stream().map(key -> output.words().text(key)).toArray(String[]::new));
    }

    private Table.Cell cell(HealthState state) {
        return new Table.Cell(output.words().of(state), switch (state) {
            case SYNCED -> Tone.GOOD;
            case WAITING -> Tone.PLAIN;
            case STALE, MISSING -> Tone.WARNING;
            case FAILING -> Tone.BAD;
        });
    }

    private static Tone tone(TargetState state) {
        return switch (state) {
            case UNKNOWN -> Tone.MUTED;
            case ON_TARGET -> Tone.GOOD;
            case NEAR_LIMIT -> Tone.WARNING;
            case OFF_TARGET -> Tone.BAD;
        };
    }
}
