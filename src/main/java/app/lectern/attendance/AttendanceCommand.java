package app.lectern.attendance;

import app.lectern.attendance.AddedAttendance.Entry;
import app.lectern.attendance.AddedAttendance.Preview;
import app.lectern.attendance.export.AttendanceExport;
import app.lectern.attendance.export.ExportColumn;
import app.lectern.attendance.export.ExportFormat;
import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import app.lectern.sync.SyncScope;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern attendance`: list, show, sync, export, import and add, on the same services as the screen.
@Command(name = "attendance")
public final class AttendanceCommand implements Runnable {
    /// What the command works with, opened when a subcommand needs it.
    ///
    /// @param worker who works here, for what is brought in by hand
    public record Parts(Attendance attendance, AddedAttendance added, AttendanceExport export, AttendanceReading reading, String worker,
            Integration integration, AcceptanceCheck acceptance) {}

    private final Supplier<Parts> parts;
    private final Output output;
    private final AttendanceText text;

    @Spec
    private CommandSpec spec;

    public AttendanceCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
        this.text = new AttendanceText(output.words());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list(@Option(names = "--find", paramLabel = "TEXT", descriptionKey = "attendance.cli.option.find", defaultValue = "") String find,
            @Option(names = "--limit", paramLabel = "N", descriptionKey = "attendance.cli.option.limit", defaultValue = "50") int limit) {
        var on = parts.get();
        var lines = new java.util.ArrayList<MeetingLine>();
        for (var page = on.attendance().page(on.integration(), find, Optional.empty()); !page.isEmpty() && lines.size() < limit;
                page = on.attendance().page(on.integration(), find, Optional.of(page.getLast()))) {
            lines.addAll(page.subList(0, Math.min(page.size(), limit - lines.size())));
        }
        if (output.wantsJson()) {
            output.json(AttendanceJson.of(lines, text));
        } else {
            var words = output.words();
            var table = new Table(words.text("attendance.cli.column.id"), words.text("attendance.column.date"), words.text("attendance.column.meeting"),
                    words.text("attendance.cli.column.standing"), words.text("export-column.source"));
            lines.forEach(line -> table.row(line.meeting(), words.when(line.start()), line.subject(), new Table.Cell(text.chip(line), tone(line)),
                    text.sources(line)));
            output.table(table);
        }
        return ExitStatus.DONE.number();
    }

    private static Tone tone(MeetingLine line) {
        return switch (line.standing()) {
            case KNOWN -> Tone.GOOD;
            case WAITING -> Tone.MUTED;
            case NONE -> Tone.WARNING;
        };
    }

    @Command(name = "acceptance")
    int acceptance() {
        var on = parts.get();
        var found = on.acceptance().of(on.integration());
        if (output.wantsJson()) {
            output.json(AttendanceJson.of(found));
        } else {
            var said = new AcceptanceText(output.words());
            output.line(said.title(found));
            output.line(said.lines(found));
        }
        return CommandTree.status(!found.isWhole());
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "ID", descriptionKey = "attendance.cli.option.meeting") long meeting) {
        var on = parts.get();
        var found = on.attendance().of(on.integration(), meeting);
        if (output.wantsJson()) {
            output.json(AttendanceJson.of(found, text));
        } else {
            print(found);
        }
        return (found.isKnown() ? ExitStatus.DONE : ExitStatus.NOT_FOUND).number();
    }

    private void print(MeetingAttendance found) {
        var words = output.words();
        output.line(found.line().subject() + "  " + words.fullDate(found.line().start()));
        if (!found.isKnown()) {
            found.line().verdict().ifPresent(verdict -> output.line(text.title(verdict)));
            output.line(text.standing(found.line()));
            output.line("  " + words.text("attendance.import") + ": lectern attendance import FILE --meeting " + found.line().meeting());
            output.line("  " + words.text("attendance.enter") + ": lectern attendance add " + found.line().meeting() + " --name … --reason …");
            return;
        }
        output.line(text.standing(found.line()));
        var table = new Table(words.text("attendance.column.participant"), words.text("attendance.column.role"), words.text("attendance.column.time"),
                words.text("attendance.column.share"), words.text("attendance.column.sessions"), words.text("attendance.column.first"),
                words.text("attendance.column.last"), words.text("attendance.column.remarks"));
        found.roll().participants().forEach(person -> table.row(person.who().called(), words.of(person.role()), text.length(person.total()),
                words.percent(person.share()), person.time().sessions(), person.time().firstJoin().map(words::time).orElse(""),
                person.time().lastLeave().map(words::time).orElse(""), new Table.Cell(text.remarks(person), Tone.WARNING)));
        output.table(table);
        if (!found.roll().noShows().isEmpty()) {
            output.line(words.text("attendance.no-shows") + ": " + found.roll().noShows().stream().map(Invitee::called).collect(Collectors.joining(", ")));
        }
        if (!found.roll().excused().isEmpty()) {
            output.line(words.text("attendance.declined") + ": " + found.roll().excused().stream().map(Invitee::called).collect(Collectors.joining(", ")));
        }
    }

    @Command(name = "no-shows")
    int noShows(@Parameters(paramLabel = "ID", descriptionKey = "attendance.cli.option.meeting") long meeting,
            @Option(names = "--mail", descriptionKey = "attendance.cli.option.mail") boolean mail) {
        var on = parts.get();
        var found = on.attendance().of(on.integration(), meeting);
        if (output.wantsJson()) {
            output.json(AttendanceJson.of(found, text));
        } else if (found.isKnown()) {
            var digest = new NoShowDigest(output.words());
            output.line(mail ? digest.draft(found).whole() : digest.digest(found));
        } else {
            print(found);
        }
        return (found.isKnown() ? ExitStatus.DONE : ExitStatus.NOT_FOUND).number();
    }

    @Command(name = "sync")
    int sync(@Option(names = "--meeting", paramLabel = "ID", arity = "1..*", descriptionKey = "attendance.cli.option.meetings") List<Long> meetings,
            @Option(names = "--force", descriptionKey = "attendance.cli.option.all") boolean force) throws InterruptedException {
        var on = parts.get();
        var scope = meetings == null ? new SyncScope.Everything() : new SyncScope.Meetings(meetings);
        AttendanceReading.Outcome outcome;
        try (var progress = output.progress(output.words().text("attendance.job.sync"))) {
            outcome = on.reading().read(on.integration(), scope, force, progress);
        }
        var count = outcome.count();
        if (output.wantsJson()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("created", count.created());
            document.put("updated", count.updated());
            document.put("unchanged", count.unchanged());
            document.put("failed", count.failed());
            document.put("failures", outcome.failures().stream().map(failure -> java.util.Map.of("subject", failure.subject(),
                    "problem", output.asJson(failure.problem()))).toList());
            output.json(document);
        } else {
            output.say("attendance.cli.read", count.created(), count.updated(), count.unchanged(), count.failed());
            outcome.failures().stream().map(failure -> failure.problem()).distinct().limit(3).forEach(output::problem);
        }
        return CommandTree.status(count.failed() > 0);
    }

    @Command(name = "export")
    int export(@Option(names = "--meeting", paramLabel = "ID", arity = "1..*", descriptionKey = "attendance.cli.option.meetings") List<Long> meetings,
            @Option(names = "--find", paramLabel = "TEXT", descriptionKey = "attendance.cli.option.find", defaultValue = "") String find,
            @Option(names = "--to", required = true, paramLabel = "FILE", descriptionKey = "attendance.cli.option.to") Path file,
            @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "attendance.cli.option.format") ExportFormat format,
            @Option(names = "--columns", paramLabel = "COLUMN", split = ",", descriptionKey = "attendance.cli.option.columns") List<String> columns) {
        var on = parts.get();
        var wanted = meetings == null ? on.attendance().page(on.integration(), find, Optional.empty()).stream().map(MeetingLine::meeting).toList() : meetings;
        var whole = wanted.stream().map(id -> on.attendance().of(on.integration(), id)).toList();
        var chosen = EnumSet.noneOf(ExportColumn.class);
        for (var name : columns == null ? List.<String>of() : columns) {
            try {
                chosen.add(ExportColumn.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException unknown) {
                throw CommandTree.wrong("--columns", String.join(", ", EnumSet.allOf(ExportColumn.class).stream().map(AttendanceJson::id).toList()));
            }
        }
        on.export().write(whole, chosen, format == null ? byEnding(file) : format, on.integration().isSimulated(), file);
        if (output.wantsJson()) {
            output.json(java.util.Map.of("meetings", whole.size(), "file", file.toString()));
        } else {
            output.say("attendance.cli.exported", whole.size(), file);
        }
        return ExitStatus.DONE.number();
    }

    private static ExportFormat byEnding(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") ? ExportFormat.XLSX : name.endsWith(".html") || name.endsWith(".htm") ? ExportFormat.HTML : ExportFormat.CSV;
    }

    @Command(name = "import")
    int importFile(@Parameters(paramLabel = "FILE", descriptionKey = "attendance.cli.option.file") Path file,
            @Option(names = "--meeting", paramLabel = "ID", descriptionKey = "attendance.cli.option.meeting") Long meeting) {
        var on = parts.get();
        long into = meeting != null ? meeting : meetingOf(on, file);
        Preview preview = on.added().preview(on.integration(), into, file, output.words().zone());
        var line = on.added().accept(on.integration(), into, preview, on.worker());
        if (output.wantsJson()) {
            output.json(AttendanceJson.of(line, text));
        } else {
            output.say("attendance.cli.imported", preview.content().presences().size(), file.getFileName(), line.subject());
        }
        return ExitStatus.DONE.number();
    }

    private long meetingOf(Parts on, Path file) {
        var fitting = on.added().meetingsOf(on.integration(), on.added().read(file, output.words().zone()));
        if (fitting.isEmpty()) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString()).with("reason", "@attendance.cli.no-meeting").raise();
        }
        if (fitting.size() > 1) {
            throw CommandTree.wrong("--meeting", output.words().text("attendance.cli.many",
                    fitting.stream().map(line -> line.meeting() + " (" + line.subject() + ")").collect(Collectors.joining(", "))));
        }
        return fitting.getFirst().meeting();
    }

    @Command(name = "add")
    int add(@Parameters(paramLabel = "ID", descriptionKey = "attendance.cli.option.meeting") long meeting,
            @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "attendance.cli.option.name") String name,
            @Option(names = "--email", paramLabel = "EMAIL", descriptionKey = "attendance.cli.option.email", defaultValue = "") String email,
            @Option(names = "--from", paramLabel = "WHEN", descriptionKey = "attendance.cli.option.from") String from,
            @Option(names = "--until", paramLabel = "WHEN", descriptionKey = "attendance.cli.option.until") String until,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "attendance.cli.option.reason") String reason) {
        var on = parts.get();
        var plan = on.attendance().of(on.integration(), meeting).line();
        var line = on.added().enter(on.integration(), meeting, new Entry(name, email, MeetingRole.ATTENDEE, moment("--from", from, plan.start()),
                moment("--until", until, plan.end()), on.worker(), reason));
        if (output.wantsJson()) {
            output.json(AttendanceJson.of(line, text));
        } else {
            output.say("attendance.cli.added", name, line.subject());
        }
        return ExitStatus.DONE.number();
    }

    private static Instant moment(String option, String typed, Instant otherwise) {
        try {
            return typed == null ? otherwise : Instant.parse(typed);
        } catch (DateTimeParseException noMoment) {
            throw CommandTree.wrong(option, "@attendance.cli.when");
        }
    }
}
