package app.lectern.deliverables;

import app.lectern.problems.Problem;
import app.lectern.tables.SeparatedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads the rows of a CSV file, or of the first sheet of an Excel file.
public final class SheetFile {
    private SheetFile() {}

    public static List<List<String>> read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            boolean zipped = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
            return zipped ? ExcelSheet.rows(bytes) : rows(SeparatedValues.decoded(bytes));
        } catch (IOException unreadable) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString()).with("reason", "@deliverables.fault.file")
                    .raise(unreadable);
        }
    }

    static List<List<String>> rows(String text) {
        return SeparatedValues.rows(text).stream().map(row -> row.stream().map(SheetFile::unguarded).toList()).toList();
    }

    /// Takes the apostrophe away with which an export kept a spreadsheet from seeing a formula.
    private static String unguarded(String cell) {
        return cell.matches("(?s)'[=+@\\t].*") ? cell.substring(1) : cell;
    }
}
