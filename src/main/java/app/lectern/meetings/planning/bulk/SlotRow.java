package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.SlotFault.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of a list on its way to a meeting.
///
/// @param line    in the file, or the number within a term
/// @param title   the subject, or what else there is to name the row by
/// @param planned empty while a cell cannot be read
/// @param notes   what is wrong with it and what is worth knowing
public record SlotRow(int line, String title, Optional<Planned> planned, List<RowNote> notes) {
    public SlotRow {
        notes = List.copyOf(notes);
    }

    public RowState state() {
        if (planned.isEmpty() || notes.stream().anyMatch(note -> note.weight() == Weight.WRONG)) {
            return RowState.WRONG;
        }
        if (notes.stream().anyMatch(RowNote::isRepetition)) {
            return RowState.THERE_ALREADY;
        }
        return notes.stream().anyMatch(note -> note.weight() == Weight.ASK) ? RowState.ASKS : RowState.READY;
    }

    SlotRow noting(List<RowNote> more) {
        var all = new ArrayList<>(notes);
        more.stream().filter(note -> !all.contains(note)).forEach(all::add);
        return new SlotRow(line, title, planned, all);
    }

    SlotRow planned(Planned value) {
        return new SlotRow(line, title, Optional.of(value), notes);
    }
}
