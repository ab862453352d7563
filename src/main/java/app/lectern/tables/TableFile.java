package app.lectern.tables;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads the rows of a file of separated values, or of the first sheet of an Excel workbook; which of them it is, its content tells.
public final class TableFile {
    private TableFile() {}

    public static List<TableRow> rows(Path file) {
        try {
            return rows(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString()).with("reason", "@tables.fault.file").raise(unreadable);
        }
    }

    public static List<List<String>> cells(Path file) {
        return rows(file).stream().map(TableRow::cells).toList();
    }

    static List<TableRow> rows(byte[] content) throws IOException {
        boolean zipped = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        return zipped ? WorkbookReader.rows(content) : SeparatedValues.lines(SeparatedValues.decoded(content)).stream().map(TableFile::row).toList();
    }

    private static TableRow row(SeparatedValues.Line line) {
        var cells = new ArrayList<String>();
        var formulas = new HashSet<Integer>();
        for (var cell : line.cells()) {
            if (cell.stripLeading().startsWith("=")) {
                formulas.add(cells.size());
            }
            cells.add(Sheet.unguarded(cell));
        }
        return new TableRow(line.number(), cells, formulas);
    }
}
