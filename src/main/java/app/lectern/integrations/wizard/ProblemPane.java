package app.lectern.integrations.wizard;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.problems.Remedy;
import app.lectern.shell.Place;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// A problem above what it concerns, with its remedies as buttons. Takes no room while there is none.
public final class ProblemPane extends VBox {
    private final Shell shell;
    private final Consumer<Remedy> remedy;

    /// `remedy` carries out what only the caller can: try again, sign in.
    public ProblemPane(Shell shell, Consumer<Remedy> remedy) {
        this.shell = shell;
        this.remedy = remedy;
        setVisible(false);
        setManaged(false);
    }

    public void show(Optional<Problem> problem) {
        getChildren().setAll(problem.map(this::message).stream().toList());
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
    }

    private InlineMessage message(Problem problem) {
        var text = new ProblemText(shell.words());
        var evidence = problem.evidence().line().isEmpty() ? "" : "\n" + problem.evidence().line();
        var message = new InlineMessage(Tone.DANGER, text.what(problem), text.why(problem) + " " + text.next(problem) + evidence);
        message.setId("step-problem");
        problem.remedies().stream().limit(2).forEach(each ->
                message.button(text.remedy(each), Optional.empty(), () -> carryOut(each)));
        return message;
    }

    private void carryOut(Remedy each) {
        switch (each.kind()) {
            case OPEN_PAGE -> shell.outside().openPage(each.payload());
            case COPY_COMMAND -> shell.copy(each.payload());
            case OPEN_SETTINGS -> shell.go(Place.SETTINGS);
            case RETRY, SIGN_IN, SIGN_IN_BY_BROWSER, RESTORE_BACKUP -> remedy.accept(each);
        }
    }
}
