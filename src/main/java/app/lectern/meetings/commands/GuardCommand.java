package app.lectern.meetings.commands;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.meetings.planning.MeetingGuard;
import app.lectern.meetings.planning.SlotText;
import app.lectern.problems.ExitStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern meetings guard`: coming meetings whose attendance or recordings would be lost, and their conversion.
@Command(name = "guard")
public final class GuardCommand implements Callable<Integer> {
    private final Supplier<SlotParts> parts;
    private final Output output;

    @Option(names = "--days", paramLabel = "NUMBER", defaultValue = "14", descriptionKey = "slot.option.days")
    private int days;

    @Option(names = "--convert", descriptionKey = "slot.option.convert")
    private boolean convert;

    public GuardCommand(Supplier<SlotParts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = parts.get();
        List<MeetingGuard.Risky> found;
        try (var progress = output.progress(output.words().text("guard.looking"))) {
            found = on.guard().look(on.integration(), Duration.ofDays(Math.clamp(days, 1, 180)), progress);
        }
        if (convert && !found.isEmpty()) {
            if (!output.confirm("guard.cli.convert", found.size())) {
                output.note("slot.cli.nothing");
                return ExitStatus.DONE_WITH_FAILURES.number();
            }
            try (var progress = output.progress(output.words().text("guard.converting"))) {
                return new SlotRows(output).results(on.guard().convert(on.integration(), found, progress));
            }
        }
        print(found);
        return found.isEmpty() ? ExitStatus.DONE.number() : ExitStatus.DONE_WITH_FAILURES.number();
    }

    private void print(List<MeetingGuard.Risky> found) {
        var words = output.words();
        if (output.wantsJson()) {
            output.json(Map.of("meetings", found.stream().map(GuardCommand::json).toList()));
            return;
        }
        var text = new SlotText(words);
        var table = new Table(words.text("meetings.column.when"), words.text("meetings.column.subject"), words.text("meetings.column.organiser"),
                words.text("meetings.column.kind"));
        found.forEach(each -> table.row(words.when(each.start()), each.subject(), each.organiser().address(), new Table.Cell(text.risk(each.risk()), Tone.WARNING)));
        output.table(table);
        output.say("guard.found", found.size());
    }

    private static Map<String, Object> json(MeetingGuard.Risky of) {
        var row = new LinkedHashMap<String, Object>();
        row.put("subject", of.subject());
        row.put("start", of.start());
        row.put("end", of.end());
        row.put("organizer", of.organiser().address());
        row.put("risk", of.risk().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.put("join_url", of.joinUrl());
        row.put("event_id", of.eventId());
        return row;
    }
}
