package app.lectern.shell.palette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is typed, what was found for it, group by group, and which line is chosen. A late answer to an older text is
/// dropped.
public final class PaletteViewModel {
    private static final int PER_GROUP = 4;
    private static final int WITHOUT_TEXT = 8;

    private final List<PaletteSource> sources;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<PaletteLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper asked = new ReadOnlyStringWrapper("");
    private Map<PaletteSource, List<PaletteEntry>> answers = Map.of();
    private int round;

    public PaletteViewModel(List<PaletteSource> sources) {
        this.sources = List.copyOf(sources);
        text.addListener((observed, before, now) -> ask());
        ask();
    }

    public StringProperty text() {
        return text;
    }

    public ObservableList<PaletteLine> lines() {
        return lines;
    }

    /// Index into the lines; -1 when nothing was found.
    public ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty found() {
        return found.getReadOnlyProperty();
    }

    /// The text for which the lines stand.
    public ReadOnlyStringProperty asked() {
        return asked.getReadOnlyProperty();
    }

    private void ask() {
        int mine = ++round;
        answers = new LinkedHashMap<>();
        sources.forEach(source -> answers.put(source, List.of()));
        asked.set(text.get().strip());
        for (var source : sources) {
            source.search(asked.get(), entries -> {
                if (mine == round) {
                    answers.put(source, entries);
                    fill();
                }
            });
        }
        fill();
    }

    private void fill() {
        var next = new ArrayList<PaletteLine>();
        int count = 0;
        int all = 0;
        int limit = asked.get().isEmpty() ? WITHOUT_TEXT : PER_GROUP;
        for (var answer : answers.entrySet()) {
            var entries = answer.getValue();
            if (!entries.isEmpty()) {
                next.add(new PaletteLine.Heading(answer.getKey().group()));
                entries.stream().limit(limit).map(PaletteLine.Found::new).forEach(next::add);
                count += Math.min(limit, entries.size());
                all += entries.size();
            }
        }
        // Nothing is chosen while the lines change: an index into the old ones may lie beyond the new.
        chosen.set(-1);
        lines.setAll(next);
        shown.set(count);
        found.set(all);
        chosen.set(next.isEmpty() ? -1 : 1);
    }

    public void next() {
        move(1);
    }

    public void previous() {
        move(-1);
    }

    /// Past the end it goes on from the beginning; headings are skipped.
    private void move(int by) {
        if (shown.get() == 0) {
            return;
        }
        int at = chosen.get();
        do {
            at = Math.floorMod(at + by, lines.size());
        } while (!(lines.get(at) instanceof PaletteLine.Found));
        chosen.set(at);
    }

    public void choose(int index) {
        if (index >= 0 && index < lines.size() && lines.get(index) instanceof PaletteLine.Found) {
            chosen.set(index);
        }
    }

    public Optional<PaletteEntry> selected() {
        return chosen.get() >= 0 && chosen.get() < lines.size() && lines.get(chosen.get()) instanceof PaletteLine.Found line
                ? Optional.of(line.entry())
                : Optional.empty();
    }
}
