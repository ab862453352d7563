package app.lectern.meetings.screen;

import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.function.BooleanSupplier;
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
    private static final String DOTS = "•".repeat(24);

    private final Shell shell;
    private final Label link = new Label(null, Icons.of("bi-link-45deg", 14));
    private final Button reveal;
    private String url = "";
    private boolean shown;

    /// @param invitation the text of an invitation
    /// @param file       writes the meeting to a calendar file
    /// @param copied     is told when the link leaves by the clipboard
    /// @param revealed   is told when a hidden link is shown
    /// @param canRenew   whether the meeting can have another link
    record Deeds(Supplier<String> invitation, Runnable file, Runnable copied, Runnable revealed, BooleanSupplier canRenew, Runnable renew) {}

    LinkPane(Shell shell, Deeds deeds) {
        this.shell = shell;
        var words = shell.words();
        getStyleClass().add("link");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        link.getStyleClass().addAll("lx-mono", "url");
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setMinWidth(0);
        link.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(link, Priority.ALWAYS);
        var copy = button(words, "meetings.copy-link", "bi-clipboard", () -> copy(url, deeds));
        copy.setId("meeting-copy-link");
        var join = button(words, "meetings.join", "bi-camera-video", () -> shell.outside().openPage(url));
        join.setId("meeting-join");
        var more = new MenuButton(null, Icons.of("bi-three-dots", 14));
        more.setId("meeting-more");
        more.getStyleClass().addAll("no-arrow", "small", "lx-icon-button");
        more.setAccessibleText(words.text("meetings.more"));
        more.getItems().addAll(item(words.text("meetings.copy-invitation"), "bi-envelope", () -> copy(deeds.invitation().get(), deeds)),
                item(words.text("meetings.export"), "bi-calendar-event", deeds.file()));
        var renew = item(words.text("meetings.renew"), "bi-arrow-repeat", deeds.renew());
        renew.setId("meeting-renew-link");
        more.getItems().add(renew);
        more.setOnShowing(opening -> renew.setDisable(!deeds.canRenew().getAsBoolean()));
        reveal = button(words, "meetings.show-link", "bi-eye", () -> {
            shown = true;
            write();
            copy.requestFocus();
            deeds.revealed().run();
        });
        reveal.setId("meeting-show-link");
        reveal.managedProperty().bind(reveal.visibleProperty());
        getChildren().addAll(link, reveal, copy, join, more);
        shell.settings().current().addListener((observed, before, now) -> write());
    }

    private void copy(String text, Deeds deeds) {
        shell.copy(text);
        deeds.copied().run();
    }

    /// Dots in its place while links are to be hidden and nobody asked for this one.
    private void write() {
        boolean hidden = !shown && shell.settings().get().privacy().hideLinks();
        link.setText(hidden ? DOTS : url);
        link.setAccessibleText(hidden ? shell.words().text("meetings.link-hidden") : url);
        link.setTooltip(new Tooltip(hidden ? shell.words().text("meetings.link-hidden") : url));
        reveal.setVisible(hidden);
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
        shown &= url.equals(address);
        url = address;
        write();
        setVisible(!address.isEmpty());
        setManaged(!address.isEmpty());
    }
}
