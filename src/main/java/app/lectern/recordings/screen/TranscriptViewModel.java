package app.lectern.recordings.screen;

import app.lectern.recordings.TranscriptCue;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A transcript that is read and searched: its lines, and the places to jump to, which are what was found or, before anything is
/// searched, a line every few minutes.
public final class TranscriptViewModel {
    private static final Duration STEP = Duration.ofMinutes(5);

    /// A place to jump to: which line, its time and what is said there.
    record Jump(int line, Duration at, String text) {}

    private final List<TranscriptCue> lines;
    private final StringProperty wanted = new SimpleStringProperty("");
    private final ObservableList<Jump> jumps = FXCollections.observableArrayList();
    private final IntegerProperty at = new SimpleIntegerProperty(-1);

    TranscriptViewModel(List<TranscriptCue> lines) {
        this.lines = List.copyOf(lines);
        wanted.subscribe(now -> search());
    }

    List<TranscriptCue> lines() {
        return lines;
    }

    StringProperty wanted() {
        return wanted;
    }

    ObservableList<Jump> jumps() {
        return jumps;
    }

    /// Which of the places was jumped to last; -1 before that.
    IntegerProperty at() {
        return at;
    }

    boolean isSearch() {
        return !wanted.get().isBlank();
    }

    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    private void step(int by) {
        if (!jumps.isEmpty()) {
            at.set(at.get() < 0 && by < 0 ? jumps.size() - 1 : Math.floorMod(at.get() + by, jumps.size()));
        }
    }

    private void search() {
        var found = new ArrayList<Jump>();
        var typed = plain(wanted.get().strip());
        var due = Duration.ZERO;
        for (int line = 0; line < lines.size(); line++) {
            var spoken = lines.get(line);
            if (typed.isEmpty() ? spoken.from().compareTo(due) >= 0 : plain(spoken.text()).contains(typed) || plain(spoken.speaker()).contains(typed)) {
                found.add(new Jump(line, spoken.from(), spoken.text()));
                due = STEP.multipliedBy(spoken.from().dividedBy(STEP) + 1);
            }
        }
        at.set(-1);
        jumps.setAll(found);
        if (!typed.isEmpty()) {
            next();
        }
    }

    /// Without capitals and accents, letter by letter, so that places stay where they are.
    static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(letter -> {
            var bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).codePointAt(0);
            plain.appendCodePoint(Character.toLowerCase(Character.charCount(bare) == Character.charCount(letter) ? bare : letter));
        });
        return plain.toString();
    }

    /// Where in a text the searched words stand, as pairs of begin and end.
    List<int[]> found(String text) {
        var places = new ArrayList<int[]>();
        var typed = plain(wanted.get().strip());
        var plain = plain(text);
        if (!typed.isEmpty() && plain.length() == text.length()) {
            for (int from = plain.indexOf(typed); from >= 0; from = plain.indexOf(typed, from + typed.length())) {
                places.add(new int[] {from, from + typed.length()});
            }
        }
        return places;
    }

    /// `1:02:05`, or `12:05` within the first hour.
    static String time(Duration at) {
        return at.toHours() > 0 ? String.format(Locale.ROOT, "%d:%02d:%02d", at.toHours(), at.toMinutesPart(), at.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", at.toMinutes(), at.toSecondsPart());
    }

    /// The whole of it as text.
    String text() {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(time(line.from())).append("  ").append(line.speaker().isEmpty() ? "" : line.speaker() + ": ").append(line.text())
                .append('\n'));
        return text.toString();
    }
}
