package app.lectern.shell.controls;

import javafx.beans.DefaultProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One field of a form: label, control, a hint below, the problem with what was entered, and the way back to the
/// default. Made for FXML.
@DefaultProperty("control")
public final class FieldRow extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Label label = new Label();
    private final HBox line = new HBox();
    private final Button restore = new Button(null, Icons.of("bi-arrow-counterclockwise", 14));
    private final Label hint = new Label();
    private final Label problem = new Label(null, Icons.of(Tone.DANGER, 11));
    private Node control;

    public FieldRow() {
        getStyleClass().add("lx-field");
        label.getStyleClass().add("lx-field-label");
        hint.getStyleClass().addAll("lx-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        show(problem, false);
        show(hint, false);
        restore.getStyleClass().addAll("flat", "lx-icon-button");
        show(restore, false);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().add(restore);
        getChildren().addAll(label, line, hint, problem);
    }

    public String getLabel() {
        return label.getText();
    }

    public void setLabel(String text) {
        label.setText(text);
    }

    public String getHint() {
        return hint.getText();
    }

    public void setHint(String text) {
        hint.setText(text);
        show(hint, !text.isEmpty());
    }

    public Node getControl() {
        return control;
    }

    public void setControl(Node node) {
        control = node;
        line.getChildren().addFirst(node);
        if (node instanceof javafx.scene.layout.Region region && region.getMaxWidth() < 0) {
            HBox.setHgrow(node, Priority.NEVER);
        }
        label.setLabelFor(node);
        node.setAccessibleText(label.getText());
    }

    /// Shows what is wrong with the value; an empty text means that nothing is.
    public void showProblem(ObservableValue<String> text) {
        text.subscribe(words -> {
            problem.setText(words);
            show(problem, !words.isEmpty());
            pseudoClassStateChanged(WRONG, !words.isEmpty());
            if (control != null) {
                control.setAccessibleHelp(words.isEmpty() ? hint.getText() : words);
            }
        });
    }

    /// Offers the default whenever the value is another one.
    public void offerDefault(String tooltip, ObservableBooleanValue isDefault, Runnable action) {
        restore.setTooltip(new Tooltip(tooltip));
        restore.setAccessibleText(tooltip + ": " + label.getText());
        restore.setOnAction(pressed -> {
            action.run();
            control.requestFocus();
        });
        ObservableValue<Boolean> usual = isDefault.map(Boolean.class::cast);
        usual.subscribe(now -> show(restore, !now));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
