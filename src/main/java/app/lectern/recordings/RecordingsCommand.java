package app.lectern.recordings;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import app.lectern.sync.SyncScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern recordings`: list, sync, verify, manifest and why, on the same services as the screen; what has more to say has a class of
/// its own.
@Command(name = "recordings")
public final class RecordingsCommand implements Runnable {
    /// What the command works with, opened when a subcommand needs it.
    public record Parts(Integration integration, RecordingList list, RecordingsLibrary library, RecordingsReading reading, DownloadQueue queue,
            DownloadLedger ledger, LocalCopies copies, CleanUp cleanUp, WhyNoRecording why, Manifest manifest, KnownMeetings meetings) {}

    private final Supplier<Parts> parts;
    private final Output output;

    @Spec
    private CommandSpec spec;

    public RecordingsCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    /// With everything below it.
    public CommandLine whole() {
        return new CommandLine(this).addSubcommand(new DownloadCommand(parts, output)).addSubcommand(new CleanUpCommand(parts, output))
                .addSubcommand(new ReportCommand(parts, output));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list(@Mixin WhichCommand which, @Option(names = "--limit", paramLabel = "N", descriptionKey = "recordings.cli.option.limit", defaultValue = "50") int limit) {
        var on = parts.get();
        var found = new ArrayList<Recording>();
        which.filters(on, output.words()).forEach(filter -> found.addAll(on.list().read(on.list().list(on.integration(), filter, ListOrder.NEWEST, false).part(0, limit))));
        if (output.wantsJson()) {
            output.json(found.stream().map(one -> RecordingsJson.of(one, on.library().expiry(on.integration(), one))).toList());
            return ExitStatus.DONE.number();
        }
        var words = output.words();
        var table = new Table(words.text("recordings.cli.column.id"), words.text("recordings.cli.column.date"), words.text("recordings.cli.column.title"),
                words.text("recordings.cli.column.kind"), words.text("recordings.cli.column.organiser"), words.text("recordings.cli.column.size"),
                words.text("recordings.cli.column.state"), words.text("recordings.cli.column.here"));
        found.forEach(one -> table.row(one.id(), words.when(one.recordedAt()), one.title(), words.of(one.kind()), one.organiser(),
                one.size().isPresent() ? words.size(one.size().getAsLong()) : "", new Table.Cell(words.of(one.state()), tone(one.state())), words.of(one.local())));
        output.table(table);
        return ExitStatus.DONE.number();
    }

    private static Tone tone(RecordingState state) {
        return switch (state) {
            case AVAILABLE -> Tone.GOOD;
            case PROCESSING -> Tone.MUTED;
            case REMOVED -> Tone.WARNING;
        };
    }

    @Command(name = "sync")
    int sync(@Option(names = "--meeting", paramLabel = "ID", arity = "1..*", descriptionKey = "recordings.cli.option.meeting") List<Long> meetings,
            @Option(names = "--force", descriptionKey = "recordings.cli.option.force") boolean force) throws InterruptedException {
        var on = parts.get();
        RecordingsReading.Outcome outcome;
        try (var progress = output.progress(output.words().text("recordings.job.sync"))) {
            outcome = on.reading().read(on.integration(), meetings == null ? new SyncScope.Everything() : new SyncScope.Meetings(meetings), force, progress);
        }
        var count = outcome.count();
        if (output.wantsJson()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("created", count.created());
            document.put("updated", count.updated());
            document.put("unchanged", count.unchanged());
            document.put("removed", count.removed());
            document.put("failed", count.failed());
            document.put("failures", outcome.failures().stream()
                    .map(failure -> Map.of("subject", failure.subject(), "problem", output.asJson(failure.problem()))).toList());
            output.json(document);
        } else {
            output.say("recordings.cli.read", count.created(), count.updated(), count.unchanged(), count.removed(), count.failed());
            outcome.failures().stream().map(failure -> failure.problem()).distinct().limit(3).forEach(output::problem);
        }
        return CommandTree.status(count.failed() > 0);
    }

    @Command(name = "verify")
    int verify(@Option(names = "--id", paramLabel = "ID", arity = "1..*", descriptionKey = "recordings.cli.option.id") List<Long> ids) throws InterruptedException {
        var on = parts.get();
        var copies = ids == null ? on.copies().all(on.integration()) : ids.stream().map(on.library()::get).toList();
        List<LocalCopies.Checked> checked;
        try (var progress = output.progress(output.words().text("recordings.job.verify"))) {
            checked = on.copies().verify(copies, progress);
        }
        long wrong = checked.stream().filter(one -> !one.isRight()).count();
        if (output.wantsJson()) {
            output.json(Map.of("verified", checked.size() - wrong, "wrong", wrong, "copies", checked.stream().map(one -> Map.of("id", one.recording().id(),
                    "title", one.recording().title(), "path", one.recording().localPath(), "state", RecordingsJson.id(one.state()),
                    "sha256", one.found().map(sums -> sums.sha256()).orElse(""))).toList()));
        } else {
            checked.stream().filter(one -> !one.isRight()).forEach(one -> output.line(output.words().of(one.state()) + ": "
                    + (one.recording().localPath().isEmpty() ? one.recording().title() : one.recording().localPath())));
            output.say("recordings.cli.checked", checked.size() - wrong, wrong);
        }
        return CommandTree.status(wrong > 0);
    }

    @Command(name = "manifest")
    int manifest(@Mixin WhichCommand which, @Option(names = "--to", required = true, paramLabel = "FILE", descriptionKey = "recordings.cli.option.manifest") Path file) {
        var on = parts.get();
        var filters = which.filters(on, output.words());
        if (filters.size() > 1) {
            throw CommandTree.wrong("--meeting", "@recordings.cli.one-meeting");
        }
        int written = on.manifest().export(on.integration(), filters.getFirst(), file.toAbsolutePath());
        if (output.wantsJson()) {
            output.json(Map.of("recordings", written, "file", file.toString()));
        } else {
            output.say("recordings.cli.manifest", written, file);
        }
        return ExitStatus.DONE.number();
    }

    @Command(name = "why")
    int why(@Parameters(paramLabel = "MEETING", descriptionKey = "recordings.cli.option.meeting") long id) throws InterruptedException {
        var on = parts.get();
        var meeting = on.meetings().find(id).orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(id)).raise());
        WhyAnswer answer;
        try (var progress = output.progress(output.words().text("recordings.job.why"))) {
            answer = on.why().ask(on.integration(), meeting, progress);
        }
        var words = output.words();
        if (output.wantsJson()) {
            var reasons = answer.reasons().stream().map(reason -> Map.of("reason", RecordingsJson.id(reason.kind()),
                    "weight", RecordingsJson.id(reason.weight()), "text", words.named(reason.text(), reason.facts()))).toList();
            output.json(Map.of("meeting", id, "subject", meeting.subject(), "recorded", answer.isThere(), "reasons", reasons));
        } else {
            output.line(meeting.subject() + "  " + words.fullDate(meeting.start()));
            answer.reasons().forEach(reason -> output.line("  " + words.of(reason.weight()) + " · " + words.of(reason.kind()) + ": "
                    + words.named(reason.text(), reason.facts())));
        }
        return (answer.isThere() ? ExitStatus.DONE : ExitStatus.NOT_FOUND).number();
    }
}
