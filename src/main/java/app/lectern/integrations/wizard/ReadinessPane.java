package app.lectern.integrations.wizard;

import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.permissions.Fixer;
import app.lectern.integrations.setup.ReadinessItem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One line of the readiness list: ticked, waiting or open, and who can do something about it.
public final class ReadinessPane extends HBox {
    public ReadinessPane(Words words, ReadinessItem item) {
        getStyleClass().add("lx-readiness");
        var title = new Label(words.of(item.point()));
        title.setWrapText(true);
        var texts = new VBox(title);
        HBox.setHgrow(texts, Priority.ALWAYS);
        item.problem().ifPresent(problem -> texts.getChildren().add(quiet(new ProblemText(words).next(problem))));
        if (item.fixer() != Fixer.NOBODY_NEEDED && !item.isTicked()) {
            texts.getChildren().add(quiet(words.text("fixer.who", words.of(item.fixer()))));
        }
        getChildren().addAll(Icons.of(icon(item.status()), tone(item.status()), 14), texts);
        setAccessibleText(words.of(item.status()) + ": " + title.getText());
        setFocusTraversable(false);
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("lx-secondary");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// "Could not check" is never green.
    public static Tone tone(CheckStatus status) {
        return switch (status) {
            case PASSED -> Tone.SUCCESS;
            case WAITING -> Tone.ACCENT;
            case COULD_NOT_CHECK -> Tone.NEUTRAL;
            case WARNING -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
        };
    }

    public static String icon(CheckStatus status) {
        return switch (status) {
            case PASSED -> "bi-check-circle-fill";
            case WAITING -> "bi-hourglass-split";
            case COULD_NOT_CHECK -> "bi-question-circle";
            case WARNING -> "bi-exclamation-triangle-fill";
            case FAILED -> "bi-x-circle-fill";
        };
    }
}
