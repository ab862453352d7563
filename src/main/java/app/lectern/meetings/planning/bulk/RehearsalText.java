package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.SlotText;
import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is said about the rows of an import, on the screen and on the command line.
public final class RehearsalText {
    private final Words words;
    private final SlotText slots;

    public RehearsalText(Words words) {
        this.words = words;
        this.slots = new SlotText(words);
    }

    /// One sentence, with the column in front where it is about a cell: `end: The end must lie after the start.`
    public String note(RowNote of) {
        return of.column().map(column -> words.text("row-note.where", column.heading(), sentence(of))).orElseGet(() -> sentence(of));
    }

    public String notes(SlotRow of) {
        return of.notes().stream().map(this::note).collect(Collectors.joining(" "));
    }

    /// Without the column, for whoever shows it at the cell itself.
    public String sentence(RowNote of) {
        var reason = of.reason().map(why -> new ProblemText(words).what(why)).orElse("");
        return switch (of.what()) {
            case PLAN -> of.plan().map(slots::fault).orElse("");
            case EMPTY -> words.text("row-note.empty");
            case IMPORTED_BEFORE -> words.text("row-note.imported-before");
            case ORGANISER_CANNOT -> words.text("row-note.organiser-cannot", of.value(), reason);
            case ORGANISER_NOT_CHECKED -> of.value().isEmpty() ? words.text("row-note.organiser-not-checked.anybody", reason)
                    : words.text("row-note.organiser-not-checked", of.value(), reason);
            default -> words.text("row-note." + of.what().name().toLowerCase(Locale.ROOT).replace('_', '-'), of.value());
        };
    }
}
