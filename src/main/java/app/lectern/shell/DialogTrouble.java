package app.lectern.shell;

import app.lectern.problems.Problem;
import javafx.scene.layout.StackPane;

/// The place in a dialog where it says what was refused, below what was entered, which stays as it is.
public final class DialogTrouble extends StackPane {
    private final Shell shell;

    public DialogTrouble(Shell shell) {
        this.shell = shell;
        clear();
    }

    public void clear() {
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    /// Whoever has closed the dialog meanwhile is told under the bell.
    public void say(Problem problem, Runnable again) {
        if (getScene() == null) {
            shell.notifications().failed(problem);
            return;
        }
        getChildren().setAll(ProblemMessage.of(shell, problem, again));
        setVisible(true);
        setManaged(true);
    }
}
