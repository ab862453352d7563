package app.lectern.recordings.screen;

import app.lectern.recordings.ListFigures;
import app.lectern.recordings.Recording;
import app.lectern.words.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The library and the choice in words and figures, as head and foot of the list show them.
public final class HeadViewModel {
    private final Words words;
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper expiring = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verb = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper nothing = new ReadOnlyBooleanWrapper(true);

    HeadViewModel(Words words) {
        this.words = words;
        verb.set(words.text("recordings.download"));
    }

    /// @param warnDays so many days before its end a recording is warned of
    void show(ListFigures figures, int warnDays) {
        about.set(figures.recordings() == 0 ? words.text("recordings.about.none")
                : words.text("recordings.about", figures.recordings(), figures.meetings(), figures.waiting()));
        waiting.set(figures.waiting());
        expiring.set(figures.expiring() == 0 ? "" : words.text("recordings.expiring", figures.expiring(), warnDays));
    }

    void chosen(List<Recording> some, int listed) {
        long bytes = some.stream().mapToLong(one -> one.size().orElse(0)).sum();
        var wanted = some.stream().filter(HeadViewModel::canCome).toList();
        chosen.set(listed == 0 ? "" : words.text("recordings.chosen", some.size(), listed, words.size(bytes)));
        verb.set(wanted.size() > 1 ? words.text("recordings.download.many", wanted.size()) : words.text("recordings.download"));
        nothing.set(wanted.isEmpty());
    }

    void allChosen(int listed, long bytes) {
        chosen.set(words.text("recordings.chosen.all", listed, words.size(bytes)));
        verb.set(words.text("recordings.download.all", listed));
        nothing.set(false);
    }

    static boolean canCome(Recording one) {
        return one.canDownload() && !one.local().isHere();
    }

    /// How many could be downloaded and were not.
    ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /// How many the tenant removes soon; empty for none.
    ReadOnlyStringProperty expiringWords() {
        return expiring.getReadOnlyProperty();
    }

    ReadOnlyStringProperty about() {
        return about.getReadOnlyProperty();
    }

    ReadOnlyStringProperty chosenWords() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyStringProperty downloadVerb() {
        return verb.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty nothingToDownload() {
        return nothing.getReadOnlyProperty();
    }
}
