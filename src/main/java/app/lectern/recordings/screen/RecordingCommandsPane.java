package app.lectern.recordings.screen;

import app.lectern.recordings.Recording;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What the buttons and menus of the screen do: each asks what it must know and hands it to the view models.
final class RecordingCommandsPane {
    private static final Dialogs.FileKind CSV = new Dialogs.FileKind("CSV", List.of("*.csv"));
    private static final Dialogs.FileKind JSON = new Dialogs.FileKind("JSON", List.of("*.json"));

    private final Shell shell;
    private final Words words;
    private final RecordingsViewModel model;
    private final RecordingDeedsViewModel deeds;

    RecordingCommandsPane(Shell shell, RecordingsViewModel model, RecordingDeedsViewModel deeds) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.deeds = deeds;
    }

    ContextMenu rowMenu() {
        var menu = new ContextMenu(
                item("recordings.open", "bi-play-fill", this::openCopy),
                item("recordings.download", "bi-download", this::download),
                item("recordings.view-online", "bi-box-arrow-up-right", this::viewOnline),
                item("recordings.copy-link", "bi-link-45deg", this::copyLink),
                item("recordings.show-in-folder", "bi-folder2-open", this::showInFolder),
                item("recordings.transcript.read", "bi-file-earmark-text", this::readTranscript),
                new SeparatorMenuItem(),
                item("recordings.keep-these", "bi-pin-angle", () -> model.withChosen(all -> deeds.keep(all, true))),
                item("recordings.keep-these-not", "bi-pin", () -> model.withChosen(all -> deeds.keep(all, false))),
                item("recordings.correct", "bi-arrow-left-right", () -> one(this::correct)),
                item("recordings.only-meeting", "bi-funnel", () -> one(of -> of.meeting().ifPresent(id -> model.filter().only(id, of.meetingTitle())))),
                new SeparatorMenuItem(),
                item("recordings.verify", "bi-shield-check", this::verify));
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
        one(of -> deeds.whenThere(of, shell.outside()::openFolder));
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
        one(of -> deeds.whenThere(of, file -> shell.outside().openFolder(Optional.ofNullable(file.getParent()).orElse(file))));
    }

    void download() {
        model.download();
    }

    void readTranscript() {
        one(of -> deeds.transcript(of, transcript -> TranscriptPane.open(shell, of.title(), transcript),
                () -> shell.notifications().told(Tone.ACCENT, words.text("recordings.transcript.missing"), of.title())));
    }

    void correct(Recording of) {
        ChoosePane.<Optional<Long>>open(shell, words.text("recordings.correct.title", of.title()), words.text("recordings.correct.accept"),
                (typed, found, refused) -> model.lookups().near(of, typed, found, refused), meeting -> deeds.correct(of, meeting));
    }

    void exportList() {
        target("recordings.export", "recordings.csv", CSV).ifPresent(file -> model.exportList(file, count ->
                shell.notifications().finished(words.text("recordings.exported", count), file.toString())));
    }

    void exportManifest() {
        target("recordings.manifest", "recordings.json", JSON).ifPresent(file -> deeds.manifest(file, count ->
                shell.notifications().finished(words.text("recordings.exported", count), file.toString())));
    }

    private Optional<Path> target(String key, String name, Dialogs.FileKind kind) {
        return shell.dialogs().chooseTarget(words.text(key), name, kind);
    }

    void report() {
        ReportPane.open(shell, deeds, model.clock());
    }

    void verify() {
        model.withChosen(all -> deeds.verify(all, said -> shell.notifications().finished(words.text("recordings.verify"), said)));
    }

    void cleanUp() {
        deeds.settings(settings -> CleanUpPane.open(shell, deeds, settings));
    }

    void deleteInTenant() {
        model.withChosen(all -> deeds.settings(settings -> TenantDeletionPane.open(shell, deeds, settings, all)));
    }

    void whyNone() {
        ChoosePane.<Long>open(shell, words.text("recordings.why.title"), words.text("recordings.why.accept"), model.lookups()::ended,
                meeting -> WhyPane.open(shell, deeds, meeting));
    }

    void settings() {
        deeds.settings(settings -> RecordingSettingsPane.open(shell, deeds, settings));
    }
}
