package app.lectern.sync.health.screen;

import app.lectern.shell.DialogBox;
import app.lectern.shell.Loading;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.sync.health.HealthState;
import app.lectern.sync.health.HealthWords;
import app.lectern.sync.health.IntegrationHealth;
import app.lectern.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The health of the chosen integration as a dialog: how the syncs stand, counts by facet, and the lines that need a look, each
/// leading on to its diagnosis or to another sync of that one thing.
public final class HealthPane extends VBox {
    private static final double WIDTH = 940;
    private static final double HEIGHT = 320;

    private final HealthViewModel model;
    private final Shell shell;
    private final Words words;
    private final HealthWords said;
    private final TableView<HealthRow> table;
    private final StackPane list = new StackPane();
    private final VBox summary = new VBox(8);

    private HealthPane(HealthViewModel model, Shell shell, Consumer<HealthRow> open) {
        super(10);
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        this.said = new HealthWords(words);
        this.table = Tables.dense(words.text("sync-health.title"), shell::copy, open);
        table.setId("health-table");
        columns();
        Tables.follow(table, model.shown(), row -> List.of(row.facet(), row.subject(), row.held()));
        list.setMinHeight(HEIGHT);
        list.setPrefHeight(HEIGHT);
        list.getStyleClass().add("lx-card");
        var filter = new Segmented<HealthViewModel.Shown>(List.of(HealthViewModel.Shown.values()), each -> words.text("sync-health.shown."
                + each.name().toLowerCase(java.util.Locale.ROOT)));
        filter.valueProperty().bindBidirectional(model.filter());
        filter.setId("health-filter");
        getChildren().addAll(summary, filter, list);
        model.state().subscribe(this::show);
        model.filter().subscribe(() -> show(model.state().get()));
    }

    /// Opens it over the window; `fixes` carries out where a line leads to.
    public static void open(Shell shell, HealthViewModel model, Consumer<Fix> fixes) {
        var words = shell.words();
        var box = new DialogBox(words.text("sync-health.title"), words, shell.layers(), shell::copy).wide(WIDTH);
        box.setId("health-dialog");
        var pane = new HealthPane(model, shell, row -> {
            box.close();
            fixes.accept(model.fix(row));
        });
        box.add(pane);
        box.same(SameCommand.of("health", "--report"));
        var again = new Button(words.of(FixKind.SYNC_MEETING), Icons.of("bi-arrow-repeat", 14));
        again.setId("health-again");
        again.setOnAction(pressed -> pane.selected(row -> fixes.accept(model.again(row))));
        var diagnose = new Button(words.of(FixKind.DIAGNOSE_MEETING), Icons.of("bi-life-preserver", 14));
        diagnose.setId("health-diagnose");
        diagnose.setOnAction(pressed -> pane.selected(row -> {
            box.close();
            fixes.accept(model.fix(row));
        }));
        var none = pane.table.getSelectionModel().selectedItemProperty().isNull();
        again.disableProperty().bind(none);
        diagnose.disableProperty().bind(none);
        box.right(again);
        box.right(diagnose);
        var close = box.button(words.text("dialog.close"), () -> {});
        model.load();
        box.open(pane.table.getItems().isEmpty() ? close : pane.table);
    }

    private void selected(Consumer<HealthRow> then) {
        var row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            then.accept(row);
        }
    }

    private void columns() {
        table.getColumns().add(Tables.chip(words.text("sync-health.column.state"), 112, row -> words.of(row.state()), row -> tone(row.state())));
        table.getColumns().add(Tables.text(words.text("sync-health.column.what"), 96, row -> words.of(row.facet())));
        table.getColumns().add(Tables.name(words.text("sync-health.column.meeting"), 210, HealthRow::subject));
        table.getColumns().add(Tables.text(words.text("sync-health.column.start"), 96, row -> row.held().map(words::when).orElse("")));
        table.getColumns().add(Tables.text(words.text("sync-health.column.since"), 96, row -> row.since().map(words::when).orElse("")));
        table.getColumns().add(Tables.text(words.text("sync-health.column.why"), 260, HealthRow::why));
    }

    static Tone tone(HealthState state) {
        return switch (state) {
            case SYNCED -> Tone.SUCCESS;
            case WAITING -> Tone.ACCENT;
            case STALE, MISSING -> Tone.WARNING;
            case FAILING -> Tone.DANGER;
        };
    }

    private void show(Loading<IntegrationHealth> state) {
        summary.getChildren().clear();
        if (state instanceof Loading.Failed<IntegrationHealth> failed) {
            summary.getChildren().add(ProblemMessage.of(shell, failed.problem(), model::load));
        }
        state.data().ifPresent(found -> summary.getChildren().addAll(standing(found), counts(found)));
        list.getChildren().setAll(content(state));
    }

    private Node content(Loading<IntegrationHealth> state) {
        if (state.data().isEmpty()) {
            return state.isBusy() ? new LoadingRows(5) : new StatePane("bi-heart", Tone.NEUTRAL, words.text("overview.unchecked"), "");
        }
        if (!model.shown().isEmpty()) {
            return table;
        }
        return model.rows().isEmpty()
                ? new StatePane("bi-check-circle", Tone.SUCCESS, words.text("sync-health.sound"), words.text("sync-health.sound.text"))
                : new StatePane("bi-funnel", Tone.NEUTRAL, words.text("sync-health.none-shown"), "");
    }

    private Node standing(IntegrationHealth of) {
        var text = new Label(said.standing(of));
        text.setWrapText(true);
        var line = new HBox(8, Icons.of(tone(of.state()), 14), text, Card.space());
        line.setAlignment(Pos.CENTER_LEFT);
        var off = said.off(of);
        if (!off.isEmpty()) {
            var quiet = new Label(off);
            quiet.getStyleClass().add("lx-secondary");
            line.getChildren().add(quiet);
        }
        return line;
    }

    /// `Attendance: 40 synced, 2 missing · Recordings: …`.
    private Node counts(IntegrationHealth of) {
        var text = new Label(of.counts().entrySet().stream().map(each -> words.of(each.getKey()) + ": " + said.counts(each.getValue()))
                .collect(Collectors.joining("  ·  ")));
        text.getStyleClass().add("lx-secondary");
        text.setWrapText(true);
        return text;
    }
}
