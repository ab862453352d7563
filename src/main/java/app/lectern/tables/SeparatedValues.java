package app.lectern.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Rows and cells of a file of separated values (RFC 4180), whoever wrote it: a spreadsheet, Teams, a script or an older Windows.
///
/// Cells come as they stand in the file, and an empty line is a row of one empty cell: what to trim or leave out is the reader's to say.
public final class SeparatedValues {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private SeparatedValues() {}

    /// A row and the line of the file on which it begins; a cell in quotes may reach over several.
    public record Line(int number, List<String> cells) {}

    /// UTF-16 where the file says so or cannot be anything else; else each line for itself as UTF-8 where that fits, otherwise as what
    /// Windows spreadsheets save: lists that were put together from several files hold both.
    public static String decoded(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        // A file of Teams' that somebody saved anew has lost its mark; every second byte of it is zero then
        if (content.length > 3 && content[1] == 0 && content[3] == 0) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        try {
            return unmarked(utf8(content, 0, content.length));
        } catch (CharacterCodingException notAllUtf8) {
            return unmarked(lineByLine(content));
        }
    }

    private static String lineByLine(byte[] content) {
        var text = new StringBuilder(content.length);
        int from = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n' || content[at] == '\r' || at == content.length - 1) {
                try {
                    text.append(utf8(content, from, at + 1 - from));
                } catch (CharacterCodingException notUtf8) {
                    text.append(new String(content, from, at + 1 - from, WINDOWS));
                }
                from = at + 1;
            }
        }
        return text.toString();
    }

    private static String utf8(byte[] content, int from, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, from, length)).toString();
    }

    /// The mark stands in the middle where a second file was put behind the first.
    private static String unmarked(String text) {
        return text.replace("\uFEFF", "");
    }

    /// The rows, with the separator that the first line uses most.
    public static List<List<String>> rows(String text) {
        return rows(text, mostUsed(text.lines().findFirst().orElse("")));
    }

    public static List<List<String>> rows(String text, char separator) {
        return lines(text, separator).stream().map(Line::cells).toList();
    }

    /// The rows with their places, and the separator that the first line uses most.
    public static List<Line> lines(String text) {
        return lines(text, mostUsed(text.lines().findFirst().orElse("")));
    }

    private static List<Line> lines(String text, char separator) {
        var rows = new ArrayList<Line>();
        int line = 1;
        int begun = 1;
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char now = text.charAt(at);
            boolean twice = at + 1 < text.length() && text.charAt(at + 1) == now;
            boolean lineEnds = now == '\n' || now == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n');
            line += lineEnds ? 1 : 0;
            if (now == '"' && quoted && twice) {
                cell.append('"');
                at++;
            } else if (now == '"' && (quoted || isBlank(cell))) {
                quoted = !quoted;
            } else if (quoted || now != separator && now != '\n' && now != '\r') {
                cell.append(now);
            } else if (now == separator) {
                row.add(taken(cell));
            } else if (lineEnds) {
                row.add(taken(cell));
                rows.add(new Line(begun, List.copyOf(row)));
                row.clear();
                begun = line;
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(taken(cell));
            rows.add(new Line(begun, List.copyOf(row)));
        }
        return rows;
    }

    private static boolean isBlank(CharSequence cell) {
        return cell.chars().allMatch(Character::isWhitespace);
    }

    private static String taken(StringBuilder cell) {
        var text = cell.toString();
        cell.setLength(0);
        return text;
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    private static char mostUsed(String line) {
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
