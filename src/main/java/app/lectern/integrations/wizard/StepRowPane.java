package app.lectern.integrations.wizard;

import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One step in the rail: its state as a sign, its name, and what came of it. Finished steps can be pressed.
final class StepRowPane extends Button {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    StepRowPane(StepLine line, Words words, Runnable open) {
        getStyleClass().setAll("lx-step-row");
        var name = words.text("setup-step." + SetupViewModel.key(line.step()));
        var title = new Label(name);
        title.getStyleClass().add("lx-strong");
        var result = new Label(line.result());
        result.getStyleClass().add("lx-secondary");
        var texts = new VBox(title, result);
        texts.setMinWidth(0);
        var content = new HBox(10, sign(line), texts);
        content.setAlignment(Pos.CENTER_LEFT);
        texts.setAlignment(Pos.CENTER_LEFT);
        setGraphic(content);
        setMaxWidth(Double.MAX_VALUE);
        pseudoClassStateChanged(CURRENT, line.state() == StepLine.StepState.CURRENT);
        if (!line.result().isEmpty()) {
            setTooltip(new Tooltip(line.result()));
        }
        setFocusTraversable(line.canOpen());
        setDisable(!line.canOpen());
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words.text("setup.step.spoken", line.step().ordinal() + 1, name, words.of(line.state()), line.result()));
        setId("setup-step-" + SetupViewModel.key(line.step()));
        setOnAction(pressed -> open.run());
    }

    private static StackPane sign(StepLine line) {
        var sign = new StackPane();
        sign.getStyleClass().addAll("sign", line.state().name().toLowerCase(java.util.Locale.ROOT));
        switch (line.state()) {
            case DONE -> sign.getChildren().add(Icons.of("bi-check2", Tone.SUCCESS, 12));
            case WAITING -> sign.getChildren().add(Icons.of("bi-hourglass-split", Tone.WARNING, 11));
            case FAILED -> sign.getChildren().add(Icons.of("bi-exclamation", Tone.WARNING, 14));
            case OPTIONAL -> sign.getChildren().add(Icons.of("bi-dash", 12));
            case OPEN, CURRENT -> sign.getChildren().add(new Label(Integer.toString(line.step().ordinal() + 1)));
        }
        return sign;
    }
}
