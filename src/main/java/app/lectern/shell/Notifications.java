package app.lectern.shell;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What finished or went wrong while the person looked elsewhere. Finished work is a toast for 6 seconds, failures
/// stay until they are closed; both can be read again under the bell. Belongs to the FX thread.
public final class Notifications {
    private static final int KEPT = 100;

    private final Clock clock;
    private final ProblemText problems;
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private Consumer<Notice> toaster = notice -> {};

    public Notifications(Words words, Clock clock) {
        this.clock = clock;
        this.problems = new ProblemText(words);
    }

    /// Newest first.
    public ObservableList<Notice> notices() {
        return notices;
    }

    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Work that the person started has finished.
    public void finished(String title, String text) {
        post(Tone.SUCCESS, title, text, Optional.empty());
    }

    /// Finished, with a way back or onward for as long as the toast shows: "Undo", "Open folder".
    public void finished(String title, String text, Notice.Act act) {
        post(Tone.SUCCESS, title, text, Optional.of(act));
    }

    /// Something to know that nobody waits for.
    public void told(Tone tone, String title, String text) {
        post(tone, title, text, Optional.empty());
    }

    /// Something to know, with the step that it asks for.
    public void told(Tone tone, String title, String text, Notice.Act act) {
        post(tone, title, text, Optional.of(act));
    }

    public void failed(Problem problem) {
        post(Tone.DANGER, problems.what(problem), problems.why(problem) + " " + problems.next(problem), Optional.empty());
    }

    private void post(Tone tone, String title, String text, Optional<Notice.Act> act) {
        var notice = new Notice(tone, title, text, clock.instant(), act);
        notices.addFirst(notice);
        if (notices.size() > KEPT) {
            notices.removeLast();
        }
        unread.set(Math.min(unread.get() + 1, notices.size()));
        toaster.accept(notice);
    }

    public void allRead() {
        unread.set(0);
    }

    public void clear() {
        notices.clear();
        unread.set(0);
    }

    void toastThrough(Consumer<Notice> shows) {
        toaster = shows;
    }
}
