package app.lectern.recordings;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.problems.ExitStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern recordings report`: who downloaded what and when, line by line or added up.
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
    private final Supplier<RecordingsCommand.Parts> parts;
    private final Output output;

    @Option(names = "--person", paramLabel = "NAME", descriptionKey = "recordings.cli.option.person", defaultValue = "")
    private String person;

    @Option(names = "--id", paramLabel = "ID", descriptionKey = "recordings.cli.option.one-id")
    private Long id;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "recordings.cli.option.since")
    private LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "recordings.cli.option.until")
    private LocalDate until;

    @Option(names = "--by", paramLabel = "person|recording|month", descriptionKey = "recordings.cli.option.by")
    private LedgerSum.By by;

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "recordings.cli.option.csv")
    private Path csv;

    ReportCommand(Supplier<RecordingsCommand.Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() {
        var on = parts.get();
        var filter = new LedgerFilter(person.strip(), id == null ? OptionalLong.empty() : OptionalLong.of(id), WhichCommand.day(since, 0, output.words()),
                WhichCommand.day(until, 1, output.words()));
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
}
