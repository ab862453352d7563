package app.lectern.meetings;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern meetings`: the meetings that were read from the organisers' calendars.
@Command(name = "meetings")
public final class MeetingsCommand implements Runnable {
    /// What the command works with.
    public record Parts(KnownMeetings meetings, MeetingExport exports, Integration integration, Clock clock) {}

    private final Supplier<Parts> parts;
    private final Output output;
    private final MeetingText text;

    @Spec
    private CommandSpec spec;

    public MeetingsCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
        this.text = new MeetingText(output.words());
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
        var found = found(on, from, until, organiser);
        if (output.wantsJson()) {
            output.json(Map.of("integration", on.integration().name(), "meetings", found.stream().map(MeetingsCommand::json).toList()));
            return ExitStatus.DONE.number();
        }
        var words = output.words();
        var table = new Table(words.text("meetings.column.id"), words.text("meetings.column.when"), words.text("meetings.column.subject"),
                words.text("meetings.column.organiser"), words.text("meetings.column.kind"), words.text("meetings.column.state"));
        found.forEach(each -> table.row(each.id(), text.when(each.start(), each.end()), each.subject(), each.organiser().address(),
                new Table.Cell(words.of(each.kind()), text.isLimited(each) ? Tone.WARNING : Tone.GOOD), words.of(each.state())));
        output.table(table);
        return ExitStatus.DONE.number();
    }

    /// Without dates, the week around today.
    private List<Meeting> found(Parts on, LocalDate from, LocalDate until, String organiser) {
        var zone = output.words().zone();
        var now = on.clock().instant();
        var begin = from == null ? MeetingSpan.WEEK.from(now, zone) : from.atStartOfDay(zone).toInstant();
        var end = until == null ? from == null ? MeetingSpan.WEEK.until(now, zone) : from.plusDays(1).atStartOfDay(zone).toInstant()
                : until.plusDays(1).atStartOfDay(zone).toInstant();
        if (!end.isAfter(begin)) {
            throw CommandTree.wrong("--until", "@meetings.cli.until");
        }
        return on.meetings().between(on.integration(), begin, end).stream()
                .filter(each -> organiser == null || each.organiser().address().equalsIgnoreCase(organiser.strip())).toList();
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "ID", descriptionKey = "meetings.option.id") long id) {
        var on = parts.get();
        var meeting = on.meetings().find(id).filter(each -> each.integration() == on.integration().id())
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

    @Command(name = "export")
    int export(
            @Option(names = "--to", required = true, paramLabel = "FILE", descriptionKey = "meetings.option.to") Path to,
            @Option(names = "--from", paramLabel = "DATE", descriptionKey = "meetings.option.from") LocalDate from,
            @Option(names = "--until", paramLabel = "DATE", descriptionKey = "meetings.option.until") LocalDate until) {
        var on = parts.get();
        try {
            output.say("meetings.exported", on.exports().write(on.integration(), found(on, from, until, null), to));
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
