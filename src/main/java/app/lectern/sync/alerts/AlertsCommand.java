package app.lectern.sync.alerts;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.problems.ExitStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern alerts`: what somebody should know, and what to be silent about.
@Command(name = "alerts")
public final class AlertsCommand implements Runnable {
    /// What the command works with.
    public record Parts(Alerts alerts, List<Integration> of, Clock clock) {}

    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,3})([hd])");

    private final Supplier<Parts> parts;
    private final Output output;

    @Spec
    private CommandSpec spec;

    public AlertsCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list() {
        var on = parts.get();
        var now = on.clock().instant();
        var words = new AlertWords(output.words());
        var names = new LinkedHashMap<Long, String>();
        on.of().forEach(integration -> names.put(integration.id(), integration.name()));
        var all = on.of().stream().flatMap(integration -> on.alerts().look(integration).stream()).toList();
        if (output.wantsJson()) {
            output.json(Map.of("alerts", all.stream().map(alert -> json(alert, names.get(alert.integration()), words)).toList()));
        } else if (all.isEmpty()) {
            output.say("alert.none");
        } else {
            var table = new Table(output.words().text("sync-health.column.id"), output.words().text("sync-health.column.since"),
                    output.words().text("alert.column.alert"), output.words().text("sync-health.column.what"), output.words().text("alert.column.silence"));
            all.forEach(alert -> table.row(alert.id(), output.words().when(alert.since()), new Table.Cell(words.title(alert),
                    alert.isSilent(now) ? Tone.MUTED : alert.cause().isGood() ? Tone.GOOD : Tone.WARNING), words.text(alert), words.silence(alert, now)));
            output.table(table);
        }
        return ExitStatus.DONE.number();
    }

    @Command(name = "snooze")
    int snooze(@Parameters(paramLabel = "ID", descriptionKey = "alert.option.id") long id,
            @Option(names = "--for", paramLabel = "TIME", defaultValue = "1d", descriptionKey = "alert.option.for") String time) {
        var span = SPAN.matcher(time.strip().toLowerCase(Locale.ROOT));
        if (!span.matches()) {
            throw CommandTree.wrong("--for", "@alert.option.for.wrong");
        }
        long number = Long.parseLong(span.group(1));
        parts.get().alerts().snooze(id, span.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofDays(number));
        return done(id);
    }

    @Command(name = "mute")
    int mute(@Parameters(paramLabel = "ID", descriptionKey = "alert.option.id") long id) {
        parts.get().alerts().mute(id);
        return done(id);
    }

    @Command(name = "unmute")
    int unmute(@Parameters(paramLabel = "ID", descriptionKey = "alert.option.id") long id) {
        parts.get().alerts().unmute(id);
        return done(id);
    }

    private int done(long id) {
        if (output.wantsJson()) {
            output.json(Map.of("id", id, "done", true));
        } else {
            output.say("alert.done", Long.toString(id));
        }
        return ExitStatus.DONE.number();
    }

    private static Map<String, Object> json(Alert of, String integration, AlertWords words) {
        var one = new LinkedHashMap<String, Object>();
        one.put("id", of.id());
        one.put("integration", integration);
        one.put("cause", of.cause().name().toLowerCase(Locale.ROOT));
        one.put("about", of.thing());
        one.put("title", words.title(of));
        one.put("text", words.text(of));
        one.put("since", of.since());
        of.snoozedUntil().ifPresent(until -> one.put("snoozed_until", until));
        one.put("muted", of.muted());
        return one;
    }
}
