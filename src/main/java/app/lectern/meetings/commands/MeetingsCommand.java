package app.lectern.meetings.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.MeetingSpan;
import app.lectern.meetings.MeetingText;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.Slot;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern meetings`: the meetings in the organisers' calendars and those that are planned here; below it, what is done to them.
@Command(name = "meetings")
public final class MeetingsCommand implements Runnable {
    /// What the command works with.
    public record Parts(KnownMeetings meetings, MeetingExport exports, MeetingScheduler scheduler, Integration integration, Clock clock) {}

    private record Span(Instant from, Instant until) {}

    private final Supplier<Parts> parts;
    private final Supplier<SlotParts> slots;
    private final Output output;
    private final SlotRows rows;
    private final MeetingText text;

    @Spec
    private CommandSpec spec;

    public MeetingsCommand(Supplier<Parts> parts, Supplier<SlotParts> slots, Output output) {
        this.parts = parts;
        this.slots = slots;
        this.rows = new SlotRows(output);
        this.output = output;
        this.text = new MeetingText(output.words());
    }

    /// With everything below it.
    public CommandLine whole() {
        return new CommandLine(this).addSubcommand(new CreateCommand(slots, output)).addSubcommand(new GenerateLinkCommand(slots, output))
                .addSubcommand(new MoveCommand(slots, output))
                .addSubcommand(new OptionsCommand(slots, output)).addSubcommand(new CancelCommand(slots, output)).addSubcommand(new GuardCommand(slots, output));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list(
            @Option(names = "--from", paramLabel = "DATE", descriptionKey = "meetings.option.from") LocalDate from,
            @Option(names = "--until", paramLabel = "DATE", descriptionKey = "meetings.option.until") LocalDate until,
            @Option(names = "--organizer", paramLabel = "EMAIL", descriptionKey = "meetings.option.organizer") String organiser) {
        var on = parts.get();
        var span = span(on, from, until);
        var found = found(on, span, organiser);
        var open = open(on, span, organiser);
        if (output.wantsJson()) {
            output.json(Map.of("integration", on.integration().name(), "meetings", found.stream().map(MeetingsCommand::json).toList(),
                    "slots", open.stream().map(rows::json).toList()));
            return ExitStatus.DONE.number();
        }
        var words = output.words();
        var table = new Table(words.text("meetings.column.id"), words.text("meetings.column.when"), words.text("meetings.column.subject"),
                words.text("meetings.column.organiser"), words.text("meetings.column.kind"), words.text("meetings.column.state"));
        found.forEach(each -> table.row(each.id(), text.when(each.start(), each.end()), each.subject(), each.organiser().address(),
                new Table.Cell(words.of(each.kind()), text.isLimited(each) ? Tone.WARNING : Tone.GOOD), words.of(each.state())));
        output.table(table);
        if (!open.isEmpty()) {
            output.line("");
            output.table(rows.table(open));
        }
        return ExitStatus.DONE.number();
    }

    /// Planned here and not whole yet; what is whole stands among the meetings.
    private static List<Slot> open(Parts on, Span span, String organiser) {
        return on.scheduler().slots(on.integration(), span.from(), span.until()).stream().filter(Slot::isOpen)
                .filter(each -> organiser == null || each.planned().organiser().equalsIgnoreCase(organiser.strip())).toList();
    }

    /// Without dates, the week around today.
    private Span span(Parts on, LocalDate from, LocalDate until) {
        var zone = output.words().zone();
        var now = on.clock().instant();
        var begin = from == null ? MeetingSpan.WEEK.from(now, zone) : from.atStartOfDay(zone).toInstant();
        var end = until == null ? from == null ? MeetingSpan.WEEK.until(now, zone) : from.plusDays(1).atStartOfDay(zone).toInstant()
                : until.plusDays(1).atStartOfDay(zone).toInstant();
        if (!end.isAfter(begin)) {
            throw CommandTree.wrong("--until", "@meetings.cli.until");
        }
        return new Span(begin, end);
    }

    private static List<Meeting> found(Parts on, Span span, String organiser) {
        return on.meetings().between(on.integration(), span.from(), span.until()).stream()
                .filter(each -> organiser == null || each.organiser().address().equalsIgnoreCase(organiser.strip())).toList();
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "ID", descriptionKey = "meetings.option.id") String id) {
        var on = parts.get();
        if (id.matches("[sS]\\d{1,18}")) {
            return showSlot(slots.get().slot(id));
        }
        if (!id.matches("\\d{1,18}")) {
            throw CommandTree.wrong("ID", "@chats.cli.no-meeting");
        }
        var meeting = on.meetings().find(Long.parseLong(id)).filter(each -> each.integration() == on.integration().id())
                .orElseThrow(() -> CommandTree.wrong("ID", "@chats.cli.no-meeting"));
        var attendees = on.meetings().attendees(meeting);
        if (output.wantsJson()) {
            var row = json(meeting);
            row.put("attendees", attendees);
            output.json(row);
            return ExitStatus.DONE.number();
        }
        output.line(text.invitation(on.integration(), meeting));
        output.line("");
        output.line(output.words().of(meeting.kind()) + ": " + text.allows(meeting));
        attendees.forEach(each -> output.line("  " + each.name() + " <" + each.address() + ">"));
        return ExitStatus.DONE.number();
    }

    private int showSlot(Slot slot) {
        if (output.wantsJson()) {
            output.json(rows.json(slot));
        } else {
            rows.print(slot);
        }
        return ExitStatus.DONE.number();
    }

    @Command(name = "export")
    int export(
            @Option(names = "--to", required = true, paramLabel = "FILE", descriptionKey = "meetings.option.to") Path to,
            @Option(names = "--from", paramLabel = "DATE", descriptionKey = "meetings.option.from") LocalDate from,
            @Option(names = "--until", paramLabel = "DATE", descriptionKey = "meetings.option.until") LocalDate until) {
        var on = parts.get();
        try {
            output.say("meetings.exported", on.exports().write(on.integration(), found(on, span(on, from, until), null), to));
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", to.toString()).raise(unwritable);
        }
        return ExitStatus.DONE.number();
    }

    private static Map<String, Object> json(Meeting of) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", of.id());
        row.put("subject", of.subject());
        row.put("start", of.start());
        row.put("end", of.end());
        row.put("timezone", of.zone());
        row.put("organizer", of.organiser().address());
        row.put("kind", of.kind().name().toLowerCase(Locale.ROOT));
        row.put("state", of.state().name().toLowerCase(Locale.ROOT));
        row.put("join_url", of.joinUrl());
        row.put("online_meeting_id", of.onlineMeetingId());
        row.put("event_id", of.eventId());
        return row;
    }
}
