package app.lectern.activity;

import app.lectern.home.OwnerOnly;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes what a filter admits to a file: CSV that spreadsheets read as it is, or JSON. Page by page, so that a log of a million
/// entries needs no more memory than one of a hundred.
public final class ActivityExport {
    /// Spreadsheets take a file without it for the system's old code page.
    private static final char BOM = '\uFEFF';

    public enum Format { CSV, JSON }

    private final AuditTrail audit;
    private final GraphCalls calls;
    private final LogWords said;
    private final JsonMapper json = JsonMapper.builder().build();

    public ActivityExport(AuditTrail audit, GraphCalls calls, Words words) {
        this.audit = audit;
        this.calls = calls;
        this.said = new LogWords(words, audit);
    }

    public long audit(LogFilter filter, Format format, Path file, Progress progress) throws InterruptedException {
        long rows = write(audit, filter, said.auditColumns(), format, file, progress);
        audit.note(AuditNote.of(AuditDeed.ACTIVITY_EXPORTED, file.getFileName().toString()).outcome(said.exported(format, rows)));
        return rows;
    }

    public long calls(LogFilter filter, Format format, Path file, Progress progress) throws InterruptedException {
        calls.flush();
        long rows = write(calls, filter, said.callColumns(), format, file, progress);
        audit.note(AuditNote.of(AuditDeed.ACTIVITY_EXPORTED, file.getFileName().toString()).outcome(said.exported(format, rows)));
        return rows;
    }

    private <R extends LogRow> long write(LogSource<R> source, LogFilter filter, List<LogWords.Column<R>> columns, Format format, Path file,
            Progress progress) throws InterruptedException {
        try {
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "lectern-export", ".tmp");
            try {
                OwnerOnly.restrict(draft);
                long rows;
                try (var out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                    rows = format == Format.CSV ? csv(source, filter, columns, out, progress) : json(source, filter, columns, out, progress);
                }
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
                return rows;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
    }

    private <R extends LogRow> long csv(LogSource<R> source, LogFilter filter, List<LogWords.Column<R>> columns, BufferedWriter out,
            Progress progress) throws IOException, InterruptedException {
        out.write(BOM);
        csvLine(out, columns.stream().map(LogWords.Column::title).toList());
        return each(source, filter, progress, row -> csvLine(out, columns.stream().map(column -> String.valueOf(column.value().apply(row))).toList()));
    }

    static void csvLine(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    /// A cell that begins like a formula would be run by the spreadsheet; an apostrophe in front keeps it text.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?\\d+(\\.\\d+)?");
        var safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private <R extends LogRow> long json(LogSource<R> source, LogFilter filter, List<LogWords.Column<R>> columns, BufferedWriter out,
            Progress progress) throws IOException, InterruptedException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.useDefaultPrettyPrinter();
            generator.writeStartArray();
            long rows = each(source, filter, progress, row -> generator.writePOJO(fields(columns, row)));
            generator.writeEndArray();
            return rows;
        }
    }

    /// The row under the columns' ids, as other programs read it.
    static <R> Map<String, Object> fields(List<LogWords.Column<R>> columns, R row) {
        var fields = new LinkedHashMap<String, Object>();
        columns.forEach(column -> fields.put(column.id(), column.value().apply(row)));
        return fields;
    }

    private interface Writing<R> {
        void row(R row) throws IOException;
    }

    private static <R extends LogRow> long each(LogSource<R> source, LogFilter filter, Progress progress, Writing<R> writing)
            throws IOException, InterruptedException {
        long rows = 0;
        Optional<LogCursor> after = Optional.empty();
        do {
            progress.checkpoint();
            var page = source.page(filter, after, progress);
            for (var row : page.rows()) {
                writing.row(row);
                rows++;
            }
            progress.count(rows, 0);
            after = page.next();
        } while (after.isPresent());
        return rows;
    }
}
