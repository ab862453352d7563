package app.lectern.overview;

import app.lectern.meetings.planning.PastCreation;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The creations behind a figure as a dialog, each leading to its meeting.
final class CreationsPane extends VBox {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 320;

    private final Words words;
    private final FilteredList<PastCreation> shown;
    private final TableView<PastCreation> table;
    private final StackPane list = new StackPane();

    private CreationsPane(Shell shell, List<PastCreation> all, CreationRows rows, Consumer<PastCreation> open) {
        super(10);
        this.words = shell.words();
        this.shown = new FilteredList<>(FXCollections.observableArrayList(all));
        this.table = Tables.dense(words.text("overview.creations"), shell::copy, open);
        table.setId("creations-table");
        columns();
        table.setItems(shown);
        var nothing = new StatePane("bi-calendar-week", Tone.NEUTRAL, words.text("overview.creations.none"), words.text("overview.creations.none.text"));
        list.setMinHeight(HEIGHT);
        list.setPrefHeight(HEIGHT);
        list.getStyleClass().add("lx-card");
        var filter = new Segmented<CreationRows>(List.of(CreationRows.values()), words::of);
        filter.setId("creations-filter");
        filter.valueProperty().set(rows);
        filter.valueProperty().subscribe(now -> {
            shown.setPredicate(now::admits);
            list.getChildren().setAll(shown.isEmpty() ? nothing : table);
        });
        getChildren().addAll(filter, list);
    }

    static void open(Shell shell, List<PastCreation> all, CreationRows rows, Consumer<Fix> fixes) {
        var words = shell.words();
        var box = new DialogBox(words.text("overview.creations"), words, shell.layers(), shell::copy).wide(WIDTH);
        box.setId("creations-dialog");
        Consumer<PastCreation> follow = creation -> creation.slot().ifPresent(slot -> {
            box.close();
            fixes.accept(Fix.plan(slot));
        });
        var pane = new CreationsPane(shell, all, rows, follow);
        box.add(pane);
        var open = new Button(words.of(FixKind.SHOW_MEETING), Icons.of("bi-calendar-week", 14));
        open.setId("creations-open");
        var selection = pane.table.getSelectionModel();
        open.disableProperty().bind(selection.selectedItemProperty().map(one -> one.slot().isEmpty()).orElse(true));
        open.setOnAction(pressed -> Optional.ofNullable(selection.getSelectedItem()).ifPresent(follow));
        box.right(open);
        var close = box.button(words.text("dialog.close"), () -> {});
        selection.selectFirst();
        box.open(pane.shown.isEmpty() ? close : pane.table);
    }

    private void columns() {
        table.getColumns().add(Tables.text(words.text("overview.creations.at"), 110, row -> words.when(row.at())));
        table.getColumns().add(Tables.name(words.text("sync-health.column.meeting"), 270, row -> row.slot().equals(OptionalLong.empty())
                ? words.text("overview.creations.gone") : row.subject()));
        table.getColumns().add(Tables.chip(words.text("sync-health.column.state"), 110,
                row -> words.text(row.succeeded() ? "overview.creations.made" : "overview.creations.failed"), row -> row.succeeded() ? Tone.SUCCESS : Tone.DANGER));
        table.getColumns().add(Tables.text(words.text("figure-kind.request-to-link-seconds"), 116, row -> row.succeeded() ? words.span(row.took()) : ""));
        table.getColumns().add(Tables.number(words.text("overview.creations.requests"), 90, PastCreation::requests, String::valueOf));
        table.getColumns().add(Tables.number(words.text("overview.creations.refused"), 90, PastCreation::refused, String::valueOf));
    }
}
