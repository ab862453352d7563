package app.lectern.recordings;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.sync.SyncScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern recordings`: list, sync, download, verify, cleanup, report and why, on the same services as the screen.
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

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Which recordings are meant.
    static final class Which {
        @Option(names = "--find", paramLabel = "TEXT", descriptionKey = "recordings.cli.option.find", defaultValue = "")
        String find;

        @Option(names = "--meeting", paramLabel = "ID", arity = "1..*", descriptionKey = "recordings.cli.option.meeting")
        List<Long> meetings = List.of();

        @Option(names = "--organizer", paramLabel = "NAME", descriptionKey = "recordings.cli.option.organizer")
        String organiser;

        @Option(names = "--since", paramLabel = "DATE", descriptionKey = "recordings.cli.option.since")
        LocalDate since;

        @Option(names = "--until", paramLabel = "DATE", descriptionKey = "recordings.cli.option.until")
        LocalDate until;

        @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "recordings.cli.option.kind")
        RecordingKind kind;

        boolean isAnything() {
            return !find.isEmpty() || !meetings.isEmpty() || organiser != null || since != null || until != null || kind != null;
        }
    }

    private List<ListFilter> filters(Parts on, Which which) {
        var filter = ListFilter.none().text(which.find).recorded(day(which.since, 0), day(which.until, 1));
        if (which.kind != null) {
            filter = filter.of(which.kind);
        }
        if (which.organiser != null) {
            filter = filter.organisedBy(organiser(on, which.organiser.strip()));
        }
        var whole = filter;
        return which.meetings.isEmpty() ? List.of(whole) : which.meetings.stream().map(whole::ofMeeting).toList();
    }

    private Optional<Instant> day(LocalDate date, int later) {
        return Optional.ofNullable(date).map(day -> day.plusDays(later).atStartOfDay(output.words().zone()).toInstant());
    }

    private static String organiser(Parts on, String named) {
        return on.meetings().organisers(on.integration()).stream().filter(one -> one.address().equalsIgnoreCase(named)).map(one -> one.objectId()).findFirst()
                .or(() -> on.list().owners(on.integration()).stream().filter(one -> one.name().equalsIgnoreCase(named)).map(one -> one.id()).findFirst())
                .orElseThrow(() -> Problem.of(Problem.Code.USER_UNKNOWN).with("account", named).raise());
    }

    @Command(name = "list")
    int list(@Mixin Which which, @Option(names = "--limit", paramLabel = "N", descriptionKey = "recordings.cli.option.limit", defaultValue = "50") int limit) {
        var on = parts.get();
        var found = new ArrayList<Recording>();
        filters(on, which).forEach(filter -> found.addAll(on.list().read(on.list().list(on.integration(), filter, ListOrder.NEWEST, false).part(0, limit))));
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

    @Command(name = "download")
    int download(@Mixin Which which,
            @Option(names = "--id", paramLabel = "ID", arity = "1..*", descriptionKey = "recordings.cli.option.id") List<Long> ids,
            @Option(names = "--all", descriptionKey = "recordings.cli.option.all") boolean all,
            @Option(names = "--to", paramLabel = "DIR", descriptionKey = "recordings.cli.option.to") Path to) throws InterruptedException {
        if (ids == null && !which.isAnything() && !all) {
            throw CommandTree.wrong("--id", "@recordings.cli.which");
        }
        var on = parts.get();
        var wanted = wanted(on, which, ids, all);
        var here = wanted.stream().filter(one -> isHere(one, to)).toList();
        var fetch = wanted.stream().filter(one -> !here.contains(one)).map(Recording::id).toList();
        var lines = on.queue().add(on.integration(), fetch, Optional.ofNullable(to));
        List<QueuedDownload> ended;
        try (var progress = output.progress(output.words().text("recordings.job.download", lines.size()))) {
            ended = on.queue().await(lines, progress);
        }
        long failed = ended.stream().filter(one -> one.state() != DownloadState.DONE).count();
        if (output.wantsJson()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("downloaded", ended.size() - failed);
            document.put("already_here", here.size());
            document.put("failed", failed);
            document.put("downloads", ended.stream().map(this::json).toList());
            output.json(document);
        } else {
            ended.forEach(this::print);
            output.say("recordings.cli.downloaded", ended.size() - failed, here.size(), failed);
        }
        return CommandTree.status(failed > 0);
    }

    /// Of what a filter finds, what can be fetched; an id that cannot is tried all the same, so that it says why.
    private List<Recording> wanted(Parts on, Which which, List<Long> ids, boolean all) {
        var wanted = new LinkedHashMap<Long, Recording>();
        if (ids != null) {
            ids.forEach(id -> wanted.put(id, on.library().get(id)));
        }
        if (which.isAnything() || all) {
            filters(on, which).forEach(filter -> on.list().all(on.integration(), filter, ListOrder.NEWEST).stream()
                    .filter(Recording::canDownload).forEach(one -> wanted.put(one.id(), one)));
        }
        return List.copyOf(wanted.values());
    }

    private static boolean isHere(Recording one, Path to) {
        return one.local().isHere() && Files.isRegularFile(Path.of(one.localPath()))
                && (to == null || Path.of(one.localPath()).startsWith(to.toAbsolutePath().normalize()));
    }

    private Map<String, Object> json(QueuedDownload one) {
        var document = RecordingsJson.of(one.row());
        one.problem().ifPresent(problem -> document.put("problem", output.asJson(problem)));
        return document;
    }

    private void print(QueuedDownload one) {
        var words = output.words();
        if (one.state() == DownloadState.DONE) {
            output.line(one.row().path().map(Path::toString).orElse(one.row().title()) + "  " + words.size(one.row().bytes()) + "  "
                    + words.text(one.row().verified() ? "recordings.cli.verified" : "recordings.cli.unverified"));
        } else {
            var text = new ProblemText(words);
            output.line(one.row().title() + ": " + one.problem().map(problem -> text.what(problem) + " " + text.next(problem))
                    .orElseGet(() -> words.text(one.state().isOpen() ? "recordings.cli.elsewhere" : "recordings.cli.not-done")));
        }
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

    @Command(name = "cleanup")
    int cleanup(@Option(names = "--days", paramLabel = "N", descriptionKey = "recordings.cli.option.days") Integer days,
            @Option(names = "--archive", paramLabel = "DIR", descriptionKey = "recordings.cli.option.archive") Path archive,
            @Option(names = "--dry-run", descriptionKey = "recordings.cli.option.dry-run") boolean dryRun) throws InterruptedException {
        var on = parts.get();
        if (days != null && days < 1) {
            throw CommandTree.wrong("--days", "@recordings.settings.days");
        }
        var rule = new CleanUpRule(days == null ? on.cleanUp().usual(on.integration()).days() : days,
                Optional.ofNullable(archive).map(folder -> folder.toAbsolutePath().normalize()));
        var plan = on.cleanUp().plan(on.integration(), rule);
        if (dryRun || plan.going().isEmpty()) {
            return said(plan, dryRun);
        }
        if (!output.confirm(archive == null ? "recordings.cli.cleanup.confirm" : "recordings.cli.cleanup.confirm.archive", plan.going().size(),
                output.words().size(plan.bytes()))) {
            said(plan, true);
            output.note("recordings.cli.cleanup.unconfirmed");
            return CommandTree.status(true);
        }
        CleanUpResult result;
        try (var progress = output.progress(output.words().text("recordings.job.clean-up"))) {
            result = on.cleanUp().run(on.integration(), plan, progress);
        }
        if (output.wantsJson()) {
            output.json(Map.of("dry_run", false, "removed", result.done().size(), "bytes", result.bytes(), "failed", result.failed().size(),
                    "kept", plan.staying().size(), "manifest", result.manifest().map(Path::toString).orElse("")));
        } else {
            output.say("recordings.cli.cleanup.done", result.done().size(), output.words().size(result.bytes()), result.failed().size());
            result.failed().values().forEach(output::problem);
        }
        return CommandTree.status(!result.failed().isEmpty());
    }

    private int said(CleanUpPlan plan, boolean dryRun) {
        if (output.wantsJson()) {
            output.json(Map.of("dry_run", dryRun, "before", plan.before(), "bytes", plan.bytes(), "going", plan.going().stream().map(RecordingsCommand::json).toList(),
                    "staying", plan.staying().stream().map(RecordingsCommand::json).toList()));
        } else {
            plan.going().forEach(item -> output.line(item.recording().localPath() + "  " + output.words().size(item.bytes())));
            plan.staying().forEach(item -> output.line(item.recording().localPath() + "  " + output.words().of(item.reason())));
            output.say("recordings.cli.cleanup.plan", plan.going().size(), output.words().size(plan.bytes()), plan.staying().size());
        }
        return ExitStatus.DONE.number();
    }

    private static Map<String, Object> json(CleanUpPlan.Item item) {
        return Map.of("id", item.recording().id(), "path", item.recording().localPath(), "bytes", item.bytes(), "reason", RecordingsJson.id(item.reason()));
    }

    @Command(name = "report")
    int report(@Option(names = "--person", paramLabel = "NAME", descriptionKey = "recordings.cli.option.person", defaultValue = "") String person,
            @Option(names = "--id", paramLabel = "ID", descriptionKey = "recordings.cli.option.one-id") Long id,
            @Option(names = "--since", paramLabel = "DATE", descriptionKey = "recordings.cli.option.since") LocalDate since,
            @Option(names = "--until", paramLabel = "DATE", descriptionKey = "recordings.cli.option.until") LocalDate until,
            @Option(names = "--by", paramLabel = "person|recording|month", descriptionKey = "recordings.cli.option.by") LedgerSum.By by,
            @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "recordings.cli.option.csv") Path csv) {
        var on = parts.get();
        var filter = new LedgerFilter(person.strip(), id == null ? OptionalLong.empty() : OptionalLong.of(id), day(since, 0), day(until, 1));
        if (csv != null) {
            long written = on.ledger().export(on.integration(), filter, csv.toAbsolutePath());
            if (output.wantsJson()) {
                output.json(Map.of("records", written, "file", csv.toString()));
            } else {
                output.say("recordings.cli.exported", written, csv);
            }
        } else if (by != null) {
            sums(on.ledger().sums(on.integration(), filter, by));
        } else {
            records(on.ledger().page(on.integration(), filter, 0, 200));
        }
        return ExitStatus.DONE.number();
    }

    private void sums(List<LedgerSum> sums) {
        if (output.wantsJson()) {
            output.json(sums);
            return;
        }
        var words = output.words();
        var table = new Table(words.text("recordings.cli.column.name"), words.text("recordings.cli.column.downloads"), words.text("recordings.cli.column.size"),
                words.text("recordings.cli.column.failed"), words.text("recordings.cli.column.cancelled"), words.text("recordings.cli.column.last"));
        sums.forEach(sum -> table.row(sum.name(), sum.done(), words.size(sum.bytes()), sum.failed(), sum.cancelled(), sum.last().map(words::when).orElse("")));
        output.table(table);
    }

    private void records(List<DownloadRecord> records) {
        if (output.wantsJson()) {
            output.json(records.stream().map(RecordingsJson::of).toList());
            return;
        }
        var words = output.words();
        var table = new Table(words.text("recordings.report.column.ended"), words.text("recordings.report.column.title"), words.text("recordings.report.column.person"),
                words.text("recordings.report.column.state"), words.text("recordings.cli.column.size"), words.text("recordings.report.column.file"));
        records.forEach(one -> table.row(words.when(one.endedAt().orElse(one.askedAt())), one.title(), one.person(), words.of(one.state()), words.size(one.bytes()),
                one.path().map(Path::toString).orElse("")));
        output.table(table);
    }

    @Command(name = "manifest")
    int manifest(@Mixin Which which, @Option(names = "--to", required = true, paramLabel = "FILE", descriptionKey = "recordings.cli.option.manifest") Path file) {
        var on = parts.get();
        var filters = filters(on, which);
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
