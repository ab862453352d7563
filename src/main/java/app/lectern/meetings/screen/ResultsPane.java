package app.lectern.meetings.screen;

import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.meetings.planning.SlotText;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Tables;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// How a job over many meetings ended, a row for each, with the failed ones to be tried again.
final class ResultsPane {
    private static final double HEIGHT = 300;

    private ResultsPane() {}

    static void open(Shell shell, SlotDeedsViewModel model, SlotResults results, Consumer<List<Slot>> retry) {
        var words = shell.words();
        var text = model.text();
        var box = new DialogBox(text.results(results), words, shell.layers(), shell::copy).wide(820);
        var table = Tables.<Slot>dense(words.text("meetings.results"), shell::copy, slot -> {});
        table.setId("meetings-results");
        table.setPrefHeight(HEIGHT);
        table.getColumns().add(Tables.chip(words.text("meetings.column.state"), 136, text::state, slot -> EntryText.tone(slot.state())));
        table.getColumns().add(Tables.name(words.text("meetings.column.subject"), 186, slot -> slot.planned().subject()));
        table.getColumns().add(Tables.text(words.text("meetings.column.when"), 190, slot -> text.when(slot.planned())));
        table.getColumns().add(Tables.text(words.text("meetings.results.why"), 256, text::problem));
        table.getItems().setAll(results.slots());
        box.add(table, reason(table, text));
        if (!results.failed().isEmpty()) {
            var again = box.button(words.text("meetings.results.retry", results.failed().size()), () -> retry.accept(results.failed()));
            again.setId("meetings-results-retry");
        }
        var close = box.button(words.text("dialog.close"), () -> {});
        close.getStyleClass().add("accent");
        table.getSelectionModel().select(results.slots().stream().filter(results.failed()::contains).findFirst().orElse(null));
        box.open(close);
    }

    /// The whole reason of the chosen row, which its cell is too narrow for.
    private static Label reason(TableView<Slot> table, SlotText text) {
        var reason = new Label();
        reason.setId("meetings-results-reason");
        reason.setWrapText(true);
        reason.setMinHeight(Label.USE_PREF_SIZE);
        reason.textProperty().bind(table.getSelectionModel().selectedItemProperty().map(text::problem).orElse(""));
        reason.visibleProperty().bind(reason.textProperty().isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());
        return reason;
    }
}
