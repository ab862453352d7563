package app.lectern.shell.controls;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A figure with its unit, what it is, how it stands, its course and one line about the target.
public final class FigureTile extends VBox {
    public FigureTile(String name, Chip state, String figure, String unit, Node course, String about) {
        getStyleClass().add("lx-figure-tile");
        var label = new Label(name);
        var head = new HBox(label, Card.space(), state);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(state, new Insets(0, 0, 0, 4));
        var number = new Label(figure);
        number.getStyleClass().add("lx-figure");
        var of = new Label(unit);
        of.getStyleClass().add("lx-secondary");
        var value = new HBox(4, number, of);
        value.setAlignment(Pos.BASELINE_LEFT);
        value.setMinWidth(USE_PREF_SIZE);
        var middle = new HBox(value, Card.space(), course);
        middle.setAlignment(Pos.CENTER_LEFT);
        middle.setMinWidth(0);
        // the figure stays whole; its course gives way
        middle.widthProperty().subscribe(width -> course.setVisible(width.doubleValue() == 0 || value.prefWidth(-1) + course.prefWidth(-1) <= width.doubleValue()));
        course.managedProperty().bind(course.visibleProperty());
        var foot = new Label(about);
        foot.getStyleClass().add("lx-secondary");
        foot.setTooltip(new Tooltip(about));
        getChildren().addAll(head, middle, foot);
        setAccessibleText(name + ": " + figure + " " + unit + ". " + state.getText() + ". " + about);
    }

    /// Makes the tile lead to the rows behind its figure, by click, Enter or Space.
    public FigureTile leading(Runnable open) {
        getStyleClass().add("leading");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(click -> open.run());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                open.run();
                key.consume();
            }
        });
        return this;
    }
}
