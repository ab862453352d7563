package app.lectern.meetings.planning.bulk;

import app.lectern.problems.Problem;
import app.lectern.tables.TableFile;
import app.lectern.tables.TableRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// A list of meetings in a file, before anybody has said which column means what.
///
/// @param file its name
/// @param rows without the headings and without blank ones
public record SlotSheet(String file, List<String> headings, List<TableRow> rows) {
    /// As many as one job takes.
    public static final int MOST = 5_000;

    public SlotSheet {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /// Reads CSV, TSV or the first sheet of an Excel workbook.
    public static SlotSheet read(Path file) {
        var name = file.getFileName().toString();
        var rows = TableFile.rows(file).stream().filter(row -> !row.isBlank()).toList();
        if (rows.size() < 2) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", name).with("reason", "@import.fault.empty-file").raise();
        }
        if (rows.size() > MOST + 1) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", name).with("reason", "@import.fault.too-many").with("line", Integer.toString(MOST)).raise();
        }
        return new SlotSheet(name, rows.getFirst().cells().stream().map(String::strip).toList(), rows.subList(1, rows.size()));
    }

    /// Lectern's own headings need no mapping.
    public Map<SlotColumn, Integer> guessed() {
        var mapping = new EnumMap<SlotColumn, Integer>(SlotColumn.class);
        for (var column : SlotColumn.ALL) {
            for (int at = 0; at < headings.size(); at++) {
                if (column.isHeaded(headings.get(at))) {
                    mapping.putIfAbsent(column, at);
                }
            }
        }
        return mapping;
    }

    /// What stands in a cell of the row that begins at the line; nothing where the row is shorter.
    public String cell(int line, int column) {
        return rows.stream().filter(row -> row.line() == line && column < row.cells().size()).map(row -> row.cells().get(column)).findFirst().orElse("");
    }

    /// With other texts in some cells of one row. The file stays as it is.
    public SlotSheet mended(int line, Map<Integer, String> texts) {
        return new SlotSheet(file, headings, rows.stream().map(row -> row.line() == line ? mended(row, texts) : row).toList());
    }

    private static TableRow mended(TableRow row, Map<Integer, String> texts) {
        var cells = new ArrayList<>(row.cells());
        var formulas = new HashSet<>(row.formulas());
        texts.forEach((at, text) -> {
            while (cells.size() <= at) {
                cells.add("");
            }
            if (!cells.set(at, text).equals(text)) {
                formulas.remove(at);
            }
        });
        return new TableRow(row.line(), cells, formulas);
    }
}
