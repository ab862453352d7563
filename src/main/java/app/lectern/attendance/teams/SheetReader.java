package app.lectern.attendance.teams;

import app.lectern.tables.SeparatedValues;
import java.util.List;

/// The cells of an attendance file that Teams wrote, without the blanks around them.
final class SheetReader {
    private SheetReader() {}

    static List<List<String>> read(byte[] content) {
        var text = SeparatedValues.decoded(content);
        return SeparatedValues.rows(text, separator(text)).stream().map(row -> row.stream().map(SheetReader::trimmed).toList()).toList();
    }

    /// The first line is a heading of one cell, so the whole text is asked. A date may hold a comma, but no file of commas holds a tab.
    private static char separator(String text) {
        if (text.indexOf('\t') >= 0) {
            return '\t';
        }
        return text.chars().filter(each -> each == ';').count() > text.chars().filter(each -> each == ',').count() ? ';' : ',';
    }

    private static String trimmed(String cell) {
        return cell.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }
}
