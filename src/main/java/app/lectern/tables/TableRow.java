package app.lectern.tables;

import java.util.List;
import java.util.Set;

/// A row of a file, with what is needed to name a cell of it.
///
/// @param line     where it begins in the file, the first line being 1; in a workbook the number beside the row
/// @param cells    as texts
/// @param formulas which cells, counted from 0, hold a formula whose result the file does not tell
public record TableRow(int line, List<String> cells, Set<Integer> formulas) {
    public TableRow {
        cells = List.copyOf(cells);
        formulas = Set.copyOf(formulas);
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
