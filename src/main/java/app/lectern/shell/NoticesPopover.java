package app.lectern.shell;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// The list under the bell: what happened, newest first.
final class NoticesPopover {
    private static final double WIDTH = 360;

    private final Notifications notifications;
    private final Words words;
    private final PopOver popover = new PopOver();

    NoticesPopover(Notifications notifications, Words words) {
        this.notifications = notifications;
        this.words = words;
    }

    void show(Node bell) {
        popover.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setAutoHide(true);
        popover.setContentNode(content());
        popover.getRoot().getStylesheets().setAll(bell.getScene().getStylesheets());
        popover.getRoot().getStyleClass().addAll(bell.getScene().getRoot().getStyleClass());
        popover.getRoot().getStyleClass().add("lx-popover");
        // Owned by the window, not by the bell: what a button owns is styled as if it stood in the button.
        var edge = bell.localToScreen(bell.getBoundsInLocal());
        popover.show(bell.getScene().getRoot(), edge.getCenterX(), edge.getMaxY());
        notifications.allRead();
    }

    VBox content() {
        var title = new Label(words.text("bell.title"));
        title.getStyleClass().add("lx-card-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var clear = new Button(words.text("bell.clear"));
        clear.getStyleClass().addAll("flat", "small", "accent");
        clear.setDisable(notifications.notices().isEmpty());
        clear.setOnAction(pressed -> {
            notifications.clear();
            popover.hide();
        });
        var head = new HBox(title, space, clear);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        var list = new Wrapping();
        list.getStyleClass().add("list");
        if (notifications.notices().isEmpty()) {
            var nothing = new Label(words.text("bell.nothing"));
            nothing.getStyleClass().addAll("lx-secondary", "nothing");
            list.getChildren().add(nothing);
        }
        notifications.notices().forEach(notice -> list.getChildren().add(line(notice)));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        var content = new VBox(head, scroll);
        content.getStyleClass().add("lx-notices");
        content.setPrefWidth(WIDTH);
        return content;
    }

    private HBox line(Notice notice) {
        var title = new Label(notice.title());
        title.getStyleClass().add("title");
        title.setWrapText(true);
        var texts = new VBox(title);
        if (!notice.text().isEmpty()) {
            var text = new Label(notice.text());
            text.getStyleClass().add("lx-secondary");
            text.setWrapText(true);
            texts.getChildren().add(text);
        }
        HBox.setHgrow(texts, Priority.ALWAYS);
        notice.act().ifPresent(act -> texts.getChildren().add(button(act)));
        var time = new Label(words.time(notice.at()));
        time.getStyleClass().addAll("lx-secondary", "lx-mono");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(Icons.of(notice.tone(), 14), texts, time);
        line.getStyleClass().add("line");
        return line;
    }

    private Button button(Notice.Act act) {
        var button = new Button(act.label());
        button.getStyleClass().add("small");
        button.setOnAction(pressed -> {
            popover.hide();
            act.run().run();
        });
        return button;
    }

    /// A scroll pane asks its content for a height without naming a width, and wrapped text then answers with one line.
    private static final class Wrapping extends VBox {
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? WIDTH - 4 : width);
        }
    }
}
