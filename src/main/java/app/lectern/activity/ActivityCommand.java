package app.lectern.activity;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.problems.ExitStatus;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lectern activity`: lists, checks and exports the audit trail and the log of Graph calls.
@Command(name = "activity")
public final class ActivityCommand implements Runnable {
    /// What the command works on, opened only when it is needed.
    public record Parts(AuditTrail audit, GraphCalls calls, ActivityExport export, Instant now) {}

    @Spec
    private CommandSpec spec;

    private final Supplier<Parts> parts;
    private final Supplier<Optional<String>> integration;
    private final Output output;

    /// `integration` is the key of the one that was named, if one was.
    public ActivityCommand(Supplier<Parts> parts, Supplier<Optional<String>> integration, Output output) {
        this.parts = parts;
        this.integration = integration;
        this.output = output;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Which entries; the same filters as the screen's.
    static final class Wanted {
        private static final Pattern AGE = Pattern.compile("(\\d{1,5})([mhd])");

        @Option(names = "--calls", descriptionKey = "lectern.activity.calls")
        private boolean calls;

        @Option(names = "--since", paramLabel = "AGE|DATE", descriptionKey = "lectern.activity.since")
        private String since;

        @Option(names = "--level", paramLabel = "LEVEL", descriptionKey = "lectern.activity.level")
        private LogLevel level;

        @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "lectern.activity.text", defaultValue = "")
        private String text;

        @Option(names = "--request-id", paramLabel = "ID", descriptionKey = "lectern.activity.request-id", defaultValue = "")
        private String request;

        LogFilter filter(Instant now, Output output, Optional<String> integration) {
            var requests = RequestIds.in(request);
            if (requests.unreadable()) {
                throw CommandTree.wrong("--request-id", "@activity.request.unreadable");
            }
            return new LogFilter(text.strip(), Optional.ofNullable(since).map(age -> from(age, now, output)), Optional.ofNullable(level),
                    integration, requests, Optional.empty());
        }

        private static Instant from(String since, Instant now, Output output) {
            var age = AGE.matcher(since);
            if (age.matches()) {
                long number = Long.parseLong(age.group(1));
                return now.minus(switch (age.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
            }
            try {
                return LocalDate.parse(since).atStartOfDay(output.words().zone()).toInstant();
            } catch (DateTimeException neither) {
                throw CommandTree.wrong("--since", "@activity.since.wrong");
            }
        }
    }

    @Command(name = "list")
    int list(@Mixin Wanted wanted, @Option(names = "--limit", paramLabel = "N", descriptionKey = "lectern.activity.limit", defaultValue = "50") int limit)
            throws InterruptedException {
        var open = parts.get();
        var filter = wanted.filter(open.now(), output, integration.get());
        var said = new LogWords(output.words(), open.audit());
        if (wanted.calls) {
            open.calls().flush();
            show(open.calls(), filter, said.callColumns(), limit, this::callTable);
        } else {
            show(open.audit(), filter, said.auditColumns(), limit, rows -> auditTable(rows, open.audit()));
        }
        return 0;
    }

    private <R extends LogRow> void show(LogSource<R> source, LogFilter filter, java.util.List<LogWords.Column<R>> columns, int limit,
            java.util.function.Function<java.util.List<R>, Table> table) throws InterruptedException {
        var rows = new java.util.ArrayList<R>();
        Optional<LogCursor> after = Optional.empty();
        do {
            var page = source.page(filter, after, app.lectern.jobs.Progress.NONE);
            rows.addAll(page.rows());
            after = page.next();
        } while (after.isPresent() && rows.size() < limit);
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        if (output.wantsJson()) {
            output.json(Map.of("entries", shown.stream().map(row -> ActivityExport.fields(columns, row)).toList()));
        } else if (shown.isEmpty()) {
            output.say("activity.none");
        } else {
            output.table(table.apply(shown));
        }
    }

    private Table auditTable(java.util.List<AuditEntry> rows, AuditTrail audit) {
        var words = output.words();
        var table = new Table(words.text("activity.column.time"), words.text("activity.column.level"), words.text("activity.column.who"),
                words.text("activity.column.action"), words.text("activity.column.on"), words.text("activity.column.outcome"));
        rows.forEach(row -> table.row(words.when(row.at()), level(row), row.note().actor(), audit.deed(row), row.note().subject(), row.note().outcome()));
        return table;
    }

    private Table callTable(java.util.List<RecordedCall> rows) {
        var words = output.words();
        var table = new Table(words.text("activity.column.time"), words.text("activity.column.level"), words.text("activity.column.verb"),
                words.text("activity.column.path"), words.text("activity.column.status"), words.text("activity.column.took"),
                words.text("activity.column.tries"), words.text("activity.column.request-id"));
        rows.forEach(row -> table.row(words.day(row.at()) + " " + words.timeWithMillis(row.at()), level(row), row.method(), row.path(),
                row.status() == 0 ? row.fault() : row.status(), words.span(row.took()), row.attempts().size(), row.requestId()));
        return table;
    }

    private Table.Cell level(LogRow row) {
        return new Table.Cell(output.words().of(row.level()), switch (row.level()) {
            case INFO -> Tone.PLAIN;
            case WARNING -> Tone.WARNING;
            case ERROR -> Tone.BAD;
        });
    }

    @Command(name = "verify")
    int verify() {
        var verdict = parts.get().audit().verify();
        if (output.wantsJson()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("whole", verdict.isWhole());
            document.put("state", verdict.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            document.put("entries", verdict.entries());
            document.put("row", verdict.row());
            output.json(document);
        } else {
            output.say(switch (verdict.state()) {
                case WHOLE -> "audit-verdict.whole";
                case ROW_CHANGED -> "audit-verdict.row-changed";
                case ROW_MISSING -> "audit-verdict.row-missing";
                case ROW_ADDED -> "audit-verdict.row-added";
                case HEAD_CHANGED -> "audit-verdict.head-changed";
            }, verdict.entries(), verdict.row());
        }
        return (verdict.isWhole() ? ExitStatus.DONE : ExitStatus.DONE_WITH_FAILURES).number();
    }

    @Command(name = "export")
    int export(@Mixin Wanted wanted, @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "lectern.activity.to") Path file)
            throws InterruptedException {
        var open = parts.get();
        var filter = wanted.filter(open.now(), output, integration.get());
        var format = file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? ActivityExport.Format.JSON : ActivityExport.Format.CSV;
        long rows;
        try (var progress = output.progress(output.words().text("activity.exporting"))) {
            rows = wanted.calls ? open.export().calls(filter, format, file, progress) : open.export().audit(filter, format, file, progress);
        }
        if (output.wantsJson()) {
            output.json(Map.of("file", file.toAbsolutePath().normalize().toString(), "entries", rows));
        } else {
            output.say("activity.exported.to", rows, file.toAbsolutePath().normalize());
        }
        return 0;
    }
}
