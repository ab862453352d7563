package app.lectern.activity;

import app.lectern.shell.DialogBox;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The support bundle before it is written: every file and its exact content, and whether names stay.
public final class BundlePane extends HBox {
    private final ActivityViewModel model;
    private final Shell shell;
    private final ListView<BundleFile> files = new ListView<>();
    private final TextArea content = new TextArea();
    private final List<BundleFile> more;
    private SupportBundle.Prepared prepared;

    private BundlePane(ActivityViewModel model, Shell shell, List<BundleFile> more, SupportBundle.Prepared first) {
        super(10);
        this.more = more;
        this.model = model;
        this.shell = shell;
        files.setId("bundle-files");
        files.setPrefWidth(210);
        files.setAccessibleText(shell.words().text("bundle.files"));
        files.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(BundleFile file, boolean empty) {
                super.updateItem(file, empty);
                setText(empty ? null : file.name());
            }
        });
        content.setId("bundle-content");
        content.setEditable(false);
        content.setWrapText(true);
        content.getStyleClass().add("lx-mono");
        content.setAccessibleText(shell.words().text("bundle.content"));
        setHgrow(content, Priority.ALWAYS);
        setPrefHeight(380);
        files.getSelectionModel().selectedItemProperty().subscribe(file -> content.setText(file == null ? "" : file.content()));
        getChildren().addAll(files, content);
        show(first);
    }

    /// @param more files for this bundle only, shown first
    public static void open(ActivityViewModel model, Shell shell, List<BundleFile> more) {
        model.prepareBundle(false, more, first -> new BundlePane(model, shell, more, first).open(), shell.notifications()::failed);
    }

    private void show(SupportBundle.Prepared now) {
        prepared = now;
        files.getItems().setAll(now.files());
        var first = more.stream().map(BundleFile::name).findFirst();
        now.files().stream().filter(file -> first.filter(file.name()::equals).isPresent()).findFirst()
                .ifPresentOrElse(files.getSelectionModel()::select, files.getSelectionModel()::selectFirst);
    }

    private void open() {
        var words = shell.words();
        var box = new DialogBox(words.text("bundle.title"), words, shell.layers(), shell::copy).wide(760);
        box.setId("bundle-dialog");
        box.text(words.text("bundle.about"));
        var keep = new CheckBox(words.text("bundle.keep"));
        keep.setId("bundle-keep");
        keep.selectedProperty().subscribe((before, now) -> model.prepareBundle(now, more, this::show, shell.notifications()::failed));
        box.add(keep, this);
        box.button(words.text("dialog.cancel"), () -> {});
        var copy = box.button(words.text("bundle.copy"), () -> shell.copy(prepared.files().stream().map(file -> "== " + file.name() + "\n" + file.content())
                .collect(Collectors.joining("\n"))));
        copy.setId("bundle-copy");
        var save = box.button(words.text("bundle.save"), this::save);
        save.setId("bundle-save");
        save.getStyleClass().add("accent");
        box.open(files);
    }

    private void save() {
        var words = shell.words();
        shell.dialogs().chooseTarget(words.text("bundle.save"), "lectern-support.zip", new Dialogs.FileKind("ZIP", List.of("*.zip")))
                .ifPresent(this::write);
    }

    private void write(Path file) {
        model.writeBundle(prepared, file, () -> shell.notifications().finished(shell.words().text("bundle.saved"), file.toString()),
                shell.notifications()::failed);
    }
}
