package app.lectern.meetings.screen;

import app.lectern.meetings.planning.bulk.ImportBatch;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Tables;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;

/// The imports so far: each can be taken back as a whole.
final class EarlierImportsPane {
    private static final double HEIGHT = 240;

    private EarlierImportsPane() {}

    static void open(Shell shell, List<ImportBatch> batches, Consumer<ImportBatch> undo) {
        var words = shell.words();
        var box = new DialogBox(words.text("meetings.imports"), words, shell.layers(), shell::copy).wide(640);
        box.text(words.text("meetings.imports.text"));
        var table = Tables.<ImportBatch>dense(words.text("meetings.imports"), shell::copy, batch -> {});
        table.setId("meetings-imports");
        table.setPrefHeight(HEIGHT);
        table.setPlaceholder(new Label(words.text("meetings.imports.none")));
        table.getColumns().add(Tables.name(words.text("meetings.imports.source"), 240, ImportBatch::source));
        table.getColumns().add(Tables.number(words.text("meetings.imports.rows"), 80, ImportBatch::meetings, number -> words.count(number)));
        table.getColumns().add(Tables.text(words.text("meetings.column.when"), 120, batch -> words.when(batch.createdAt())));
        table.getColumns().add(Tables.text(words.text("meetings.imports.undone"), 120, batch -> batch.undoneAt().map(words::when).orElse("")));
        table.getItems().setAll(batches);
        box.add(table);
        box.button(words.text("dialog.close"), () -> {});
        var back = box.button(words.text("meetings.imports.undo"), () -> undo.accept(table.getSelectionModel().getSelectedItem()));
        back.setId("meetings-imports-undo");
        back.getStyleClass().addAll("danger", "button-outlined");
        back.setDisable(true);
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, batch) -> back.setDisable(batch == null || batch.undoneAt().isPresent()));
        box.open(table);
    }
}
