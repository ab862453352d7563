package app.lectern.meetings.commands;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.meetings.planning.SlotText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Slots as lines and as JSON.
final class SlotRows {
    private final Output output;
    private final SlotText text;

    SlotRows(Output output) {
        this.output = output;
        this.text = new SlotText(output.words());
    }

    static String id(Slot of) {
        return "s" + of.id();
    }

    Map<String, Object> json(Slot of) {
        var planned = of.planned();
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id(of));
        row.put("subject", planned.subject());
        row.put("start", planned.startsAt());
        row.put("end", planned.endsAt());
        row.put("timezone", planned.zone().getId());
        row.put("organizer", planned.organiser());
        row.put("way", planned.way().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.put("state", of.state().name().toLowerCase(Locale.ROOT));
        row.put("step", of.step().name().toLowerCase(Locale.ROOT));
        row.put("attempts", of.attempts());
        row.put("batch", of.batch());
        row.put("join_url", of.joinUrl());
        row.put("online_meeting_id", of.onlineMeetingId());
        row.put("event_id", of.eventId());
        row.put("attendees", planned.attendees());
        of.problem().ifPresent(problem -> row.put("problem", output.asJson(problem)));
        return row;
    }

    Table table(List<Slot> slots) {
        var words = output.words();
        var table = new Table(words.text("meetings.column.id"), words.text("meetings.column.when"), words.text("meetings.column.subject"),
                words.text("meetings.column.organiser"), words.text("meetings.column.state"));
        slots.forEach(each -> table.row(id(each), text.when(each.planned()), each.planned().subject(), each.planned().organiser(),
                new Table.Cell(text.state(each), tone(each))));
        return table;
    }

    private static Tone tone(Slot of) {
        return switch (of.state()) {
            case CREATED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case PARTLY, RETRYING -> Tone.WARNING;
            default -> Tone.MUTED;
        };
    }

    void print(Slot of) {
        output.line(of.planned().subject());
        output.line(text.when(of.planned()));
        of.planned().repeat().ifPresent(each -> output.line(text.repeat(each)));
        output.line(text.state(of) + (of.hasLink() ? "  " + of.joinUrl() : ""));
        if (of.problem().isPresent()) {
            output.line(text.problem(of));
        }
        of.planned().attendees().forEach(each -> output.line("  " + (each.name() + " <" + each.address() + ">").strip()));
    }

    /// A row for each, and the status: done with failures when one of them has a problem.
    int results(SlotResults of) {
        if (output.wantsJson()) {
            output.json(Map.of("done", of.done(), "failed", of.failed().size(), "slots", of.slots().stream().map(this::json).toList()));
        } else {
            output.table(table(of.slots()));
            of.failed().forEach(each -> output.line(SlotRows.id(each) + ": " + text.problem(each)));
            output.line(text.results(of));
        }
        return app.lectern.cli.CommandTree.status(!of.failed().isEmpty());
    }
}
