package app.lectern.recordings.screen;

import app.lectern.recordings.Recording;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What the buttons and menus of the screen do: each asks what it must know and hands it to the view models.
final class RecordingCommandsPane {
    private final Shell shell;
    private final Words words;
    private final RecordingsViewModel model;

    RecordingCommandsPane(Shell shell, RecordingsViewModel model) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
    }

    ContextMenu rowMenu() {
        var menu = new ContextMenu(
                item("recordings.open", "bi-play-fill", this::openCopy),
                item("recordings.view-online", "bi-box-arrow-up-right", this::viewOnline),
                item("recordings.copy-link", "bi-link-45deg", this::copyLink),
                item("recordings.show-in-folder", "bi-folder2-open", this::showInFolder),
                new SeparatorMenuItem(),
                item("recordings.only-meeting", "bi-funnel", () -> one(of -> of.meeting().ifPresent(id -> model.filter().only(id, of.meetingTitle())))));
        menu.setId("recordings-row-menu");
        return menu;
    }

    private MenuItem item(String key, String icon, Runnable action) {
        var item = new MenuItem(words.text(key), Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void one(Consumer<Recording> act) {
        model.details().getValue().data().map(RecordingDetails::recording).ifPresent(act);
    }

    /// The local copy, else online.
    void open() {
        one(of -> {
            if (of.local().isHere()) {
                openCopy();
            } else {
                viewOnline();
            }
        });
    }

    void openCopy() {
        one(of -> shell.outside().openFolder(Path.of(of.localPath())));
    }

    void viewOnline() {
        one(of -> {
            if (!of.webUrl().isEmpty()) {
                shell.outside().openPage(of.webUrl());
            }
        });
    }

    void copyLink() {
        one(of -> {
            if (!of.webUrl().isEmpty()) {
                shell.copy(of.webUrl());
            }
        });
    }

    void showInFolder() {
        one(of -> shell.outside().openFolder(Path.of(of.localPath()).toAbsolutePath().getParent()));
    }
}
