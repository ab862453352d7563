package app.lectern.shell.controls;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A message above the data it concerns, in the colours of its tone, with up to two buttons. AtlantaFX's own message
/// has no place for buttons.
public final class InlineMessage extends HBox {
    private static final int MOST_BUTTONS = 2;

    private final Label title;
    private final Label text;
    private final VBox texts = new VBox();
    /// Below one another where there is no room beside.
    private final FlowPane buttons = new FlowPane(8, 6);
    private final HBox top = new HBox();

    public InlineMessage(Tone tone, String title, String text) {
        this(tone, tone.icon(), title, text);
    }

    public InlineMessage(Tone tone, String icon, String title, String text) {
        getStyleClass().addAll("lx-message", tone.styleClass());
        this.title = new Label(title);
        this.title.getStyleClass().add("title");
        this.title.setWrapText(true);
        this.text = new Label(text);
        this.text.getStyleClass().add("text");
        this.text.setWrapText(true);
        this.text.setMinHeight(USE_PREF_SIZE);
        top.getChildren().addAll(this.title, Card.space());
        top.setAlignment(Pos.CENTER_LEFT);
        texts.getChildren().addAll(top, this.text);
        texts.setMinWidth(0);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var mark = Icons.of(icon, 14);
        HBox.setMargin(mark, new Insets(2, 0, 0, 0));
        getChildren().addAll(mark, texts);
        setAccessibleText(title + ". " + text);
    }

    public void say(String changedTitle, String changedText) {
        title.setText(changedTitle);
        text.setText(changedText);
        setAccessibleText(changedTitle + ". " + changedText);
    }

    /// Something at the right end of the title's line, such as a countdown.
    public InlineMessage beside(Node node) {
        top.getChildren().add(node);
        return this;
    }

    /// Something under the text, such as a bar.
    public InlineMessage below(Node node) {
        VBox.setMargin(node, new Insets(8, 0, 1, 0));
        texts.getChildren().add(node);
        return this;
    }

    public InlineMessage button(String label, Optional<String> icon, Runnable action) {
        if (buttons.getChildren().stream().filter(Button.class::isInstance).count() >= MOST_BUTTONS) {
            throw new IllegalStateException("a message has two buttons at most");
        }
        var button = new Button(label, icon.map(literal -> (Node) Icons.of(literal, 14)).orElse(null));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        buttonLine().getChildren().add(button);
        return this;
    }

    /// The button that came last is not offered as long as this holds.
    public InlineMessage unless(ObservableValue<Boolean> busy) {
        buttons.getChildren().getLast().disableProperty().bind(busy);
        return this;
    }

    /// A quiet remark after the buttons, as in "Next automatic try in 24 s".
    public InlineMessage remark(String remark) {
        var label = new Label(remark);
        label.getStyleClass().add("text");
        buttonLine().getChildren().add(label);
        return this;
    }

    /// One that changes.
    public InlineMessage remark(ObservableValue<String> remark) {
        var label = new Label();
        label.getStyleClass().add("text");
        label.textProperty().bind(remark);
        buttonLine().getChildren().add(label);
        return this;
    }

    private FlowPane buttonLine() {
        if (buttons.getParent() == null) {
            texts.getChildren().add(buttons);
        }
        return buttons;
    }
}
