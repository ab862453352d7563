package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/// Takes lists from files: which column means what, a preview against the present list, then the import itself.
public final class DeliverableImport {
    /// Day before month where both are numbers.
    private static final List<DateTimeFormatter> DATES = List.of("uuuu-MM-dd", "d.M.uuuu", "d/M/uuuu", "d MMM uuuu", "d MMMM uuuu").stream()
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.UK).withResolverStyle(ResolverStyle.STRICT)).toList();

    /// The table in a file.
    public record Sheet(List<String> headings, List<List<String>> rows) {}

    private final Deliverables deliverables;
    private final Function<Path, List<List<String>>> files;

    /// @param files reads a CSV or Excel file into rows of cells
    public DeliverableImport(Deliverables deliverables, Function<Path, List<List<String>>> files) {
        this.deliverables = deliverables;
        this.files = files;
    }

    public Sheet read(Path file) {
        var rows = files.apply(file).stream().filter(row -> row.stream().anyMatch(cell -> !cell.isBlank())).toList();
        if (rows.isEmpty()) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString()).with("reason", "@deliverables.fault.empty-file").raise();
        }
        return new Sheet(rows.getFirst(), rows.subList(1, rows.size()));
    }

    /// Usual headings need no mapping, whatever their case.
    public static Map<Column, Integer> guess(Sheet sheet) {
        var mapping = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.ALL) {
            for (int at = 0; at < sheet.headings().size(); at++) {
                if (column.isHeaded(sheet.headings().get(at))) {
                    mapping.putIfAbsent(column, at);
                }
            }
        }
        return mapping;
    }

    /// Compares each row with the deliverable of the same key. A row without one gets a key from project, client and title, so
    /// that the same file read twice means the same deliverables; a column that is not mapped leaves what is known.
    public ImportPreview preview(Integration of, Sheet sheet, Map<Column, Integer> mapping) {
        var known = new HashMap<String, Deliverable>();
        deliverables.list(of).forEach(each -> known.put(each.key(), each));
        var rows = new ArrayList<ImportRow>();
        var lines = new HashMap<String, Integer>();
        int line = 1;
        for (var cells : sheet.rows()) {
            line++;
            var row = new Row(line, cells, mapping, known).judged();
            var earlier = row.deliverable().map(each -> lines.putIfAbsent(each.key(), row.line()));
            rows.add(earlier.isPresent() ? duplicate(row, earlier.get()) : row);
        }
        return new ImportPreview(rows);
    }

    private static ImportRow duplicate(ImportRow row, int earlier) {
        var fault = Problem.of(Problem.Code.INPUT_WRONG).with("field", row.deliverable().orElseThrow().key())
                .with("reason", "@deliverables.fault.duplicate").with("line", Integer.toString(earlier));
        return new ImportRow(row.line(), ImportRow.State.WRONG, row.title(), Optional.empty(), List.of(), Optional.of(fault));
    }

    /// Returns how many were added or changed.
    public int apply(Integration of, ImportPreview preview) {
        var wanted = preview.wanted();
        deliverables.saveAll(of, wanted);
        return wanted.size();
    }

    /// One row on its way to a deliverable.
    private static final class Row {
        private final int line;
        private final List<String> cells;
        private final Map<Column, Integer> mapping;
        private final Map<String, Deliverable> known;

        Row(int line, List<String> cells, Map<Column, Integer> mapping, Map<String, Deliverable> known) {
            this.line = line;
            this.cells = cells;
            this.mapping = mapping;
            this.known = known;
        }

        private Optional<String> cell(Column column) {
            return Optional.ofNullable(mapping.get(column)).map(at -> at < cells.size() ? cells.get(at).strip() : "");
        }

        private String key() {
            var given = cell(Column.KEY).orElse("");
            if (!given.isEmpty()) {
                return given;
            }
            var name = String.join("\n", cell(Column.PROJECT).orElse(""), cell(Column.CLIENT).orElse(""), cell(Column.DESCRIPTION).orElse(""),
                    cell(Column.PERCENTAGE).orElse(""));
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        }

        ImportRow judged() {
            var key = key();
            var before = Optional.ofNullable(known.get(key));
            var title = cell(Column.PROJECT).orElse("") + ": " + cell(Column.DESCRIPTION).or(() -> cell(Column.PERCENTAGE)).orElse("");
            Deliverable read;
            try {
                read = read(key, before);
            } catch (app.lectern.problems.ProblemException unreadable) {
                return wrong(title, unreadable.problem());
            }
            var fault = read.fault();
            if (fault.isPresent()) {
                return wrong(title, fault.get());
            }
            var differences = before.map(each -> differences(each, read)).orElse(List.of());
            var state = before.isEmpty() ? ImportRow.State.NEW : differences.isEmpty() ? ImportRow.State.UNCHANGED : ImportRow.State.CHANGED;
            return new ImportRow(line, state, read.subject(), Optional.of(read), differences, Optional.empty());
        }

        private ImportRow wrong(String title, Problem problem) {
            return new ImportRow(line, ImportRow.State.WRONG, title, Optional.empty(), List.of(), Optional.of(problem));
        }

        private Deliverable read(String key, Optional<Deliverable> before) {
            Function<Column, String> text = column -> cell(column).orElseGet(() -> before.map(column::of).orElse(""));
            return new Deliverable(key, text.apply(Column.PROJECT), client(text.apply(Column.CLIENT)), text.apply(Column.DESCRIPTION),
                    percentage(text.apply(Column.PERCENTAGE)), date(text.apply(Column.DATE)), text.apply(Column.NOTES),
                    Arrays.asList(text.apply(Column.ASSIGNEES).split("[;,]")), text.apply(Column.LINK), before.flatMap(Deliverable::doneOn));
        }

        /// A list that says so in words means the same as an empty cell.
        private static String client(String text) {
            return text.equalsIgnoreCase("internal") ? "" : text;
        }

        private static OptionalInt percentage(String text) {
            var number = text.replace("%", "").strip();
            if (number.isEmpty()) {
                return OptionalInt.empty();
            }
            try {
                // a spreadsheet keeps 65 % as 0.65
                return OptionalInt.of(number.startsWith("0.") && !text.contains("%") ? (int) Math.round(Double.parseDouble(number) * 100)
                        : Integer.parseInt(number.replaceFirst("\\.0+$", "")));
            } catch (NumberFormatException none) {
                throw Problem.of(Problem.Code.INPUT_WRONG).with("field", text).with("reason", "@deliverables.fault.percentage").raise();
            }
        }

        private static Optional<LocalDate> date(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var day = text.replaceFirst("[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$", "");
            for (var format : DATES) {
                try {
                    return Optional.of(LocalDate.parse(day, format));
                } catch (DateTimeException other) {
                    // perhaps it is written in the next way
                }
            }
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", text).with("reason", "@deliverables.fault.date").raise();
        }

        private static List<ImportRow.Difference> differences(Deliverable was, Deliverable is) {
            return Column.ALL.stream().filter(column -> !column.of(was).equals(column.of(is)))
                    .map(column -> new ImportRow.Difference(column, column.of(was), column.of(is))).toList();
        }
    }
}
