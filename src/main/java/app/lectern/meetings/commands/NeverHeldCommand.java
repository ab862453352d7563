package app.lectern.meetings.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.NeverHeldText;
import app.lectern.meetings.planning.NeverHeld;
import app.lectern.problems.ExitStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern meetings never-held`: meetings whose time is over and to which nobody came, and the end of series that are held no more.
@Command(name = "never-held")
public final class NeverHeldCommand implements Callable<Integer> {
    /// What the command works with.
    public record Parts(NeverHeld sweep, Integration integration) {}

    private final Supplier<Parts> parts;
    private final Output output;
    private final NeverHeldText text;

    @Option(names = "--days", paramLabel = "NUMBER", defaultValue = "90", descriptionKey = "never-held.option.days")
    private int days;

    @Option(names = "--end", paramLabel = "ID", arity = "1..*", descriptionKey = "never-held.option.end")
    private List<Long> ends;

    @Option(names = "--message", paramLabel = "TEXT", defaultValue = "", descriptionKey = "never-held.option.message")
    private String message;

    private NeverHeldCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
        this.text = new NeverHeldText(output.words());
    }

    /// Puts the verb below `lectern meetings`.
    public static CommandLine below(CommandLine meetings, Supplier<Parts> parts, Output output) {
        return meetings.addSubcommand(new NeverHeldCommand(parts, output));
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = parts.get();
        var found = on.sweep().look(on.integration(), Duration.ofDays(Math.clamp(days, 1, 365)));
        if (ends != null) {
            return end(on, found);
        }
        if (output.wantsJson()) {
            output.json(json(found));
        } else {
            print(found);
        }
        return CommandTree.status(!found.rows().isEmpty());
    }

    private int end(Parts on, NeverHeld.Sweep found) throws InterruptedException {
        var rows = new ArrayList<NeverHeld.Row>();
        for (long id : ends) {
            rows.add(found.rows().stream().filter(row -> row.last().id() == id && row.canEnd()).findFirst()
                    .orElseThrow(() -> CommandTree.wrong("--end", "@never-held.cli.no-series")));
        }
        int dates = rows.stream().mapToInt(row -> row.coming().size()).sum();
        if (!output.confirm("never-held.cli.confirm", rows.size(), dates)) {
            output.note("slot.cli.nothing");
            return ExitStatus.DONE_WITH_FAILURES.number();
        }
        List<NeverHeld.Ended> ended;
        try (var progress = output.progress(output.words().text("never-held.ending"))) {
            ended = on.sweep().end(on.integration(), rows, message, progress);
        }
        if (output.wantsJson()) {
            output.json(Map.of("series", ended.stream().map(this::json).toList()));
        } else {
            ended.forEach(each -> {
                output.say("never-held.ended", each.row().last().subject(), each.dates());
                each.problem().ifPresent(output::problem);
            });
        }
        return CommandTree.status(ended.stream().anyMatch(each -> each.problem().isPresent()));
    }

    private void print(NeverHeld.Sweep found) {
        var words = output.words();
        if (!found.rows().isEmpty()) {
            var table = new Table(words.text("meetings.column.id"), words.text("never-held.column.last"), words.text("meetings.column.subject"),
                    words.text("meetings.column.organiser"), words.text("never-held.column.why"), words.text("never-held.column.dates"),
                    words.text("never-held.column.coming"));
            found.rows().forEach(row -> table.row(row.last().id(), words.when(row.last().start()), row.last().subject(), row.last().organiser().address(),
                    new Table.Cell(words.of(row.why()), Tone.WARNING), text.dates(row.empty(), row.ended(), row.unknown()), text.coming(row.coming().size())));
            output.table(table);
        }
        output.line(text.summary(found.empty(), found.ended()));
        var unknown = text.unknown(found.unknown());
        if (!unknown.isEmpty()) {
            output.line(unknown);
        }
    }

    private static Map<String, Object> json(NeverHeld.Sweep found) {
        var unknown = new LinkedHashMap<String, Object>();
        found.unknown().forEach((why, count) -> unknown.put(word(why), count));
        return Map.of("looked_at", found.ended(), "not_known", unknown, "meetings", found.rows().stream().map(NeverHeldCommand::json).toList());
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> json(NeverHeld.Row of) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", of.last().id());
        row.put("subject", of.last().subject());
        row.put("organizer", of.last().organiser().address());
        row.put("start", of.last().start());
        row.put("series_id", of.last().seriesId());
        row.put("why", word(of.why()));
        row.put("dates_ended", of.ended());
        row.put("dates_not_held", of.empty());
        row.put("dates_not_known", of.unknown());
        row.put("dates_coming", of.coming().stream().map(Meeting::start).toList());
        return row;
    }

    private Map<String, Object> json(NeverHeld.Ended of) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", of.row().last().id());
        row.put("subject", of.row().last().subject());
        row.put("called_off", of.dates());
        of.problem().ifPresent(problem -> row.put("problem", output.asJson(problem)));
        return row;
    }
}
