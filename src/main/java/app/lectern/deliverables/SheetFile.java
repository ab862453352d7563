package app.lectern.deliverables;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the rows of a CSV file, or of the first sheet of an Excel file.
public final class SheetFile {
    private SheetFile() {}

    public static List<List<String>> read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            boolean zipped = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
            return zipped ? ExcelSheet.rows(bytes) : rows(decoded(bytes));
        } catch (IOException unreadable) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString()).with("reason", "@deliverables.fault.file")
                    .raise(unreadable);
        }
    }

    /// UTF-8, UTF-16 where the file says so, otherwise what Windows spreadsheets save.
    private static String decoded(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /// RFC 4180, with the separator that the first line uses most.
    static List<List<String>> rows(String text) {
        char separator = separator(text.lines().findFirst().orElse(""));
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char now = text.charAt(at);
            if (now == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (now == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (quoted || now != separator && now != '\n' && now != '\r') {
                cell.append(now);
            } else if (now == separator) {
                row.add(unguarded(cell));
            } else if (now == '\n' || at + 1 >= text.length() || text.charAt(at + 1) != '\n') {
                row.add(unguarded(cell));
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(unguarded(cell));
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    /// Takes the apostrophe away with which an export kept a spreadsheet from seeing a formula.
    private static String unguarded(StringBuilder cell) {
        var text = cell.toString();
        cell.setLength(0);
        return text.matches("(?s)'[=+@\\t].*") ? text.substring(1) : text;
    }

    private static char separator(String line) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(each -> each == wanted).count();
    }
}
