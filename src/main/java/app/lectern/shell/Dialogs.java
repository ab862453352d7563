package app.lectern.shell;

import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The questions and messages a view model may put to the person, narrow enough that a test answers them. Nothing
/// here waits: answers come back on the FX thread, and a closed dialog answers nothing.
public interface Dialogs extends FileChoosers {
    /// The title names the effect ("Delete this meeting? 26 people get a cancellation."), the buttons are verbs with
    /// their object ("Delete and tell 26 people", "Keep").
    record Confirmation(String title, String text, String accept, String refuse, boolean destructive, Optional<SameCommand> same) {
        public static Confirmation of(String title, String text, String accept, String refuse) {
            return new Confirmation(title, text, accept, refuse, false, Optional.empty());
        }

        public Confirmation dangerous() {
            return new Confirmation(title, text, accept, refuse, true, same);
        }

        public Confirmation sameAs(SameCommand command) {
            return new Confirmation(title, text, accept, refuse, destructive, Optional.of(command));
        }
    }

    /// `secret` hides what is typed.
    record TextQuestion(String title, String text, String label, String initial, String accept, boolean secret) {}

    /// `patterns` as in `*.pem`, under one name.
    record FileKind(String name, List<String> patterns) {}

    void confirm(Confirmation question, Runnable accepted);

    /// Unsaved edits: Save, Discard, or keep editing (which answers nothing).
    void askAboutEdits(String what, Runnable save, Runnable discard);

    void askText(TextQuestion question, Consumer<String> answered);

    /// What happened, why, what to do next, the evidence, a button per remedy, and Copy details. `remedy` is asked to
    /// carry out what only the caller can: try again, sign in.
    void show(Problem problem, Consumer<Remedy> remedy);

    default void show(Problem problem) {
        show(problem, remedy -> {});
    }
}
