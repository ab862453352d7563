package app.lectern.attendance.export;

import app.lectern.tables.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A sheet as UTF-8 with commas, which spreadsheets open with the letters right because of the mark at its beginning.
final class CsvFile {
    private CsvFile() {}

    static byte[] of(Sheet sheet) {
        var text = new StringBuilder("\uFEFF");
        sheet.notes().forEach(note -> text.append(quoted(Sheet.defused(note))).append("\r\n"));
        text.append(sheet.headings().stream().map(CsvFile::quoted).collect(Collectors.joining(","))).append("\r\n");
        for (var row : sheet.rows()) {
            text.append(IntStream.range(0, row.size()).mapToObj(at -> quoted(sheet.cell(row, at))).collect(Collectors.joining(","))).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n;\t].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
