package app.lectern.tables;

import java.util.List;

/// Rows under headings, before they become a file. Text that a spreadsheet would take for a formula is defused.
///
/// @param notes lines above the table: that data is simulated, that rows were entered by hand
public record Sheet(String title, List<String> notes, List<String> headings, List<Boolean> numbers, List<List<String>> rows) {
    public Sheet {
        notes = List.copyOf(notes);
        headings = List.copyOf(headings);
        numbers = List.copyOf(numbers);
        rows = List.copyOf(rows);
    }

    /// A cell that begins like a formula gets an apostrophe in front, which every spreadsheet takes as "this is text". What
    /// is a plain number, as a telephone's is not, stays as it is only where the column holds numbers.
    public static String defused(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return looksLikeFormula(text) ? "'" + text : text;
    }

    /// Takes the apostrophe away with which an export kept a spreadsheet from seeing a formula.
    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && looksLikeFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean looksLikeFormula(String text) {
        char first = text.stripLeading().isEmpty() ? text.charAt(0) : text.stripLeading().charAt(0);
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\uff1d' || first == '\uff0b' || first == '\uff0d'
                || first == '\uff20' || text.charAt(0) == '\t' || text.charAt(0) == '\r' || text.charAt(0) == '\n';
    }

    public String cell(List<String> row, int column) {
        return numbers.get(column) && row.get(column).matches("-?\\d*") ? row.get(column) : defused(row.get(column));
    }
}
