package app.lectern.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows under headings, as wide as their longest cell. Every cell may carry a tone.
public final class Table {
    private static final int GAP = 2;

    private final List<String> headings;
    private final List<List<Cell>> rows = new ArrayList<>();

    public record Cell(String text, Tone tone) {
        public Cell {
            // A line break or control character in a meeting's title must not break the table or steer the terminal.
            text = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ");
        }

        public static Cell of(Object value) {
            return new Cell(String.valueOf(value), Tone.PLAIN);
        }
    }

    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    public Table row(Object... values) {
        var cells = new ArrayList<Cell>();
        for (var value : values) {
            cells.add(value instanceof Cell cell ? cell : Cell.of(value == null ? "" : value));
        }
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException("a row of " + cells.size() + " under " + headings.size() + " headings");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    List<String> lines(boolean colour) {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = headings.get(column).length();
            for (var row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).text().length());
            }
        }
        var lines = new ArrayList<String>();
        lines.add(line(headings.stream().map(heading -> new Cell(heading, Tone.STRONG)).toList(), widths, colour));
        rows.forEach(row -> lines.add(line(row, widths, colour)));
        return lines;
    }

    private static String line(List<Cell> cells, int[] widths, boolean colour) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            line.append(cell.tone().paint(cell.text(), colour));
            if (column < cells.size() - 1) {
                line.append(" ".repeat(widths[column] - cell.text().length() + GAP));
            }
        }
        return line.toString().stripTrailing();
    }
}
