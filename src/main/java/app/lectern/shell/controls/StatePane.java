package app.lectern.shell.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/// Stands in for content that is not there: nothing yet, nothing found, not allowed. An icon, what belongs here, why,
/// and the way on. Text between back quotes is set in mono.
public final class StatePane extends VBox {
    private final FlowPane buttons = new FlowPane(8, 8);
    private final StackPane circle;
    private boolean small;

    public StatePane(String icon, Tone tone, String title, String text) {
        getStyleClass().add("lx-state");
        setAlignment(Pos.CENTER);
        this.circle = new StackPane(Icons.of(icon, 24));
        circle.getStyleClass().addAll("circle", tone.styleClass());
        circle.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var heading = new Label(title);
        heading.getStyleClass().add("title");
        heading.setWrapText(true);
        heading.setTextAlignment(TextAlignment.CENTER);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(circle, heading, words(text));
    }

    /// Where there is little room, the words and the way on come before the ornament.
    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width) - (circle.isManaged() ? ornament() : 0);
    }

    private double ornament() {
        return circle.prefHeight(-1) + getSpacing();
    }

    @Override
    protected void layoutChildren() {
        boolean fits = getHeight() >= prefHeight(getWidth()) + (circle.isManaged() ? 0 : ornament());
        circle.setManaged(fits);
        circle.setVisible(fits);
        super.layoutChildren();
    }

    private static TextFlow words(String text) {
        var parts = new ArrayList<Node>();
        boolean mono = false;
        for (var part : text.split("`", -1)) {
            var piece = new Text(part);
            piece.getStyleClass().add(mono ? "mono" : "plain");
            parts.add(piece);
            mono = !mono;
        }
        var flow = new TextFlow(parts.toArray(Node[]::new));
        flow.getStyleClass().add("text");
        flow.setTextAlignment(TextAlignment.CENTER);
        flow.setMaxWidth(360);
        return flow;
    }

    /// A line of hints under the text, as in "1 Sign in   2 Permissions".
    public StatePane hints(List<String> hints) {
        var line = new HBox();
        line.getStyleClass().add("hints");
        line.setAlignment(Pos.CENTER);
        hints.forEach(hint -> {
            var label = new Label(hint);
            label.getStyleClass().add("lx-secondary");
            line.getChildren().add(label);
        });
        getChildren().add(line);
        return this;
    }

    /// What the service said, in mono, under the text.
    public StatePane evidence(String line) {
        var label = new Label(line);
        label.getStyleClass().add("evidence");
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMinHeight(USE_PREF_SIZE);
        getChildren().add(label);
        return this;
    }

    /// Buttons of 26 rather than 30, for a state inside a card with several of them.
    public StatePane smallButtons() {
        small = true;
        return this;
    }

    /// Adds a button; the first is the way that most people want.
    public StatePane button(String text, String icon, Runnable action) {
        var button = new Button(text, icon.isEmpty() ? null : Icons.of(icon, 14));
        if (small) {
            button.getStyleClass().add("small");
        }
        if (buttons.getChildren().isEmpty()) {
            button.getStyleClass().add("accent");
            getChildren().add(buttons);
        }
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        buttons.getChildren().add(button);
        return this;
    }

    /// The button that came last is not offered as long as this holds.
    public StatePane unless(ObservableValue<Boolean> busy) {
        buttons.getChildren().getLast().disableProperty().bind(busy);
        return this;
    }
}
