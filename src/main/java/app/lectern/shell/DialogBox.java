package app.lectern.shell;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A dialog: title, some text or fields, and buttons at the lower right. Any button closes it first and then acts.
public final class DialogBox extends VBox {
    private final Words words;
    private final Layers layers;
    private final Consumer<String> copy;
    private final VBox body = new VBox();
    private final HBox left = new HBox();
    private final HBox right = new HBox();
    private Layers.Layer layer;

    public DialogBox(String title, Words words, Layers layers, Consumer<String> copy) {
        this.words = words;
        this.layers = layers;
        this.copy = copy;
        getStyleClass().add("lx-dialog");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setPrefWidth(520);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        body.getStyleClass().add("body");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(left, space, right);
        foot.getStyleClass().add("foot");
        left.getStyleClass().add("buttons");
        right.getStyleClass().add("buttons");
        getChildren().addAll(head(title), body, foot);
    }

    private HBox head(String title) {
        var label = new Label(title);
        label.getStyleClass().add("title");
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var close = new Button(null, Icons.of("bi-x", 16));
        close.getStyleClass().addAll("flat", "small", "lx-icon-button");
        close.setAccessibleText(words.text("dialog.close"));
        close.setTooltip(new Tooltip(words.text("dialog.close") + "  Esc"));
        close.setFocusTraversable(false);
        close.setOnAction(pressed -> layer.close());
        var head = new HBox(label, close);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    public DialogBox wide(double width) {
        setPrefWidth(width);
        return this;
    }

    public void text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        body.getChildren().add(label);
    }

    public void add(Node... nodes) {
        body.getChildren().addAll(nodes);
    }

    /// Something high: where the window is too low for it, it scrolls.
    public void addScrolling(Region high) {
        var scroll = new ScrollPane(high);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        // its height is only known once it has its width
        high.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        body.getChildren().add(scroll);
    }

    /// A button at the right that closes the dialog and acts.
    public Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setOnAction(pressed -> {
            layer.close();
            action.run();
        });
        right.getChildren().add(button);
        return button;
    }

    /// A button at the right that decides itself whether the dialog closes.
    public void right(Button button) {
        right.getChildren().add(button);
    }

    /// A button at the left that acts and leaves the dialog open.
    public Button left(String text, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().add("flat");
        button.setOnAction(pressed -> action.run());
        left.getChildren().add(button);
        return button;
    }

    public void same(SameCommand command) {
        left.getChildren().add(SameCommandButton.of(command, words, copy));
    }

    public void open(Node focus) {
        layer = layers.open(this, Pos.CENTER, () -> {});
        focus.requestFocus();
    }

    public void close() {
        layer.close();
    }
}
