package app.lectern.sync.expiry;

import app.lectern.shell.DialogBox;
import app.lectern.shell.Loading;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.sync.alerts.Fix;
import app.lectern.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What will end by itself as a dialog: one line each, the soonest first, with the step that comes before the end.
public final class ExpiringPane extends VBox {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 340;

    private final ExpiringViewModel model;
    private final Shell shell;
    private final Words words;
    private final ExpiryWords said;
    private final TableView<Expiring> table;
    private final StackPane content = new StackPane();

    private ExpiringPane(ExpiringViewModel model, Shell shell, Consumer<Expiring> open) {
        super(10);
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        this.said = new ExpiryWords(words);
        this.table = Tables.dense(words.text("expiry.title"), shell::copy, open);
        table.setId("expiring-table");
        columns();
        content.setPrefHeight(HEIGHT);
        content.setMinHeight(HEIGHT);
        content.getStyleClass().add("lx-card");
        var about = new Label(words.text("expiry.about-list"));
        about.getStyleClass().add("lx-secondary");
        about.setWrapText(true);
        getChildren().addAll(about, content);
        model.state().subscribe(this::show);
    }

    public static void open(Shell shell, ExpiringViewModel model, Consumer<Fix> fixes) {
        var words = shell.words();
        var box = new DialogBox(words.text("expiry.title"), words, shell.layers(), shell::copy).wide(WIDTH);
        box.setId("expiring-dialog");
        Consumer<Expiring> follow = thing -> {
            box.close();
            fixes.accept(thing.fix());
        };
        var pane = new ExpiringPane(model, shell, follow);
        box.add(pane);
        box.same(SameCommand.of("health", "--expiring"));
        var act = new Button();
        act.setId("expiring-act");
        var chosen = pane.table.getSelectionModel().selectedItemProperty();
        act.textProperty().bind(chosen.map(thing -> words.of(thing.fix().kind())).orElse(words.text("expiry.act")));
        act.disableProperty().bind(chosen.isNull());
        act.setOnAction(pressed -> follow.accept(chosen.get()));
        box.right(act);
        var close = box.button(words.text("dialog.close"), () -> {});
        model.load();
        box.open(pane.table.getItems().isEmpty() ? close : pane.table);
    }

    private void columns() {
        table.getColumns().add(Tables.text(words.text("expiry.column.when"), 144, said::when));
        table.getColumns().add(Tables.chip(words.text("expiry.column.left"), 96, thing -> said.left(thing, model.now()), this::tone));
        table.getColumns().add(Tables.text(words.text("sync-health.column.what"), 92, thing -> words.of(thing.kind())));
        table.getColumns().add(Tables.name(words.text("expiry.column.subject"), 200, Expiring::subject));
        table.getColumns().add(Tables.text(words.text("expiry.column.text"), 306, said::text));
    }

    private Tone tone(Expiring thing) {
        long days = thing.daysLeft(model.now());
        return days <= 0 ? Tone.DANGER : days <= ExpiryWords.SOON ? Tone.WARNING : Tone.NEUTRAL;
    }

    private void show(Loading<List<Expiring>> state) {
        state.data().ifPresent(all -> {
            Tables.refill(table, all, thing -> List.of(thing.kind(), thing.subject(), thing.at()));
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
        });
        content.getChildren().setAll(node(state));
    }

    private Node node(Loading<List<Expiring>> state) {
        if (state instanceof Loading.Failed<List<Expiring>> failed) {
            return ProblemMessage.of(shell, failed.problem(), model::load);
        }
        if (state.data().isEmpty()) {
            return new LoadingRows(4);
        }
        return state.data().get().isEmpty() ? new StatePane("bi-hourglass-split", Tone.SUCCESS, words.text("expiry.none"), words.text("expiry.none.text")) : table;
    }
}
