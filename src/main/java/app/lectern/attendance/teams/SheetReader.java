package app.lectern.attendance.teams;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The cells of a file of separated values, whatever wrote it: UTF-16 or UTF-8 or a Windows code page, tabs, commas or semicolons.
final class SheetReader {
    private SheetReader() {}

    static List<List<String>> read(byte[] content) {
        var text = text(content);
        return cells(text, separator(text));
    }

    static String text(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
        }
        // Teams' own file has lost its mark when somebody saved it anew; every second byte of it is zero then
        if (content.length > 3 && content[1] == 0 && content[3] == 0) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException older) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (content.length <= at || (content[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    /// A date may hold a comma, but no file of commas holds a tab.
    private static char separator(String text) {
        if (text.indexOf('\t') >= 0) {
            return '\t';
        }
        return text.chars().filter(each -> each == ';').count() > text.chars().filter(each -> each == ',').count() ? ';' : ',';
    }

    private static List<List<String>> cells(String text, char separator) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char now = text.charAt(at);
            if (quoted) {
                if (now != '"') {
                    cell.append(now);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (now == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (now == separator) {
                row.add(taken(cell));
            } else if (now == '\n') {
                row.add(taken(cell));
                rows.add(List.copyOf(row));
                row.clear();
            } else if (now != '\r') {
                cell.append(now);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(taken(cell));
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    private static String taken(StringBuilder cell) {
        var text = cell.toString().replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        cell.setLength(0);
        return text;
    }
}
