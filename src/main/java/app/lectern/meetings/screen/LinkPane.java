package app.lectern.meetings.screen;

import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The link of a meeting and what people do with it.
final class LinkPane extends HBox {
    private final Label link = new Label(null, Icons.of("bi-link-45deg", 14));
    private String url = "";

    /// @param invitation the text of an invitation
    /// @param file       writes the meeting to a calendar file
    LinkPane(Shell shell, Supplier<String> invitation, Runnable file) {
        var words = shell.words();
        getStyleClass().add("link");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        link.getStyleClass().addAll("lx-mono", "url");
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setMinWidth(0);
        link.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(link, Priority.ALWAYS);
        var copy = button(words, "meetings.copy-link", "bi-clipboard", () -> shell.copy(url));
        copy.setId("meeting-copy-link");
        var join = button(words, "meetings.join", "bi-camera-video", () -> shell.outside().openPage(url));
        join.setId("meeting-join");
        var more = new MenuButton(null, Icons.of("bi-three-dots", 14));
        more.setId("meeting-more");
        more.getStyleClass().addAll("no-arrow", "small", "lx-icon-button");
        more.setAccessibleText(words.text("meetings.more"));
        more.getItems().addAll(item(words.text("meetings.copy-invitation"), "bi-envelope", () -> shell.copy(invitation.get())),
                item(words.text("meetings.export"), "bi-calendar-event", file));
        getChildren().addAll(link, copy, join, more);
    }

    private static Button button(Words words, String key, String icon, Runnable action) {
        var button = new Button(words.text(key), Icons.of(icon, 14));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private static MenuItem item(String name, String icon, Runnable action) {
        var item = new MenuItem(name, Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    void show(String address) {
        url = address;
        link.setText(address);
        link.setTooltip(new Tooltip(address));
        setVisible(!address.isEmpty());
        setManaged(!address.isEmpty());
    }
}
