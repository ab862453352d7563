package app.lectern.shell.controls;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The head of a page: title, one line below it, and its actions at the right (at most one of them `accent`).
public final class PageHead extends HBox {
    private final Label title = new Label();
    private final Label subtitle = new Label();

    /// For FXML, where the actions are children.
    public PageHead() {
        getStyleClass().addAll("lx-page-head", "lx-area");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("title");
        subtitle.getStyleClass().add("lx-secondary");
        subtitle.setMinWidth(0);
        var texts = new VBox(title, subtitle);
        texts.getStyleClass().add("texts");
        subtitle.textProperty().subscribe(text -> subtitle.setTooltip(text == null || text.isBlank() ? null : new Tooltip(text)));
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().add(texts);
        getChildren().addListener((ListChangeListener<Node>) change -> getChildren().forEach(PageHead::keepWhole));
    }

    /// In a narrow window the line below the title gives way, not the names of the buttons.
    private static void keepWhole(Node action) {
        if (action instanceof ButtonBase button) {
            button.setMinWidth(USE_PREF_SIZE);
        }
    }

    public PageHead(String title, String subtitle, Node... actions) {
        this();
        setTitle(title);
        setSubtitle(subtitle);
        getChildren().addAll(actions);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public String getSubtitle() {
        return subtitle.getText();
    }

    public void setSubtitle(String text) {
        subtitle.setText(text);
    }

    public Label subtitleLabel() {
        return subtitle;
    }
}
