package app.lectern.sync.alerts;

import app.lectern.shell.DialogBox;
import app.lectern.shell.Loading;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The alerts as a dialog: each with its step, and buttons that make it silent for a day, a week, or until it is over.
public final class AlertsPane extends VBox {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 340;

    private final AlertsViewModel model;
    private final Shell shell;
    private final Words words;
    private final ListView<Alert> list = new ListView<>();
    private final StackPane content = new StackPane();

    private AlertsPane(AlertsViewModel model, Shell shell, Consumer<Alert> fix) {
        super(8);
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        list.setId("alerts-list");
        list.getStyleClass().add("edge-to-edge");
        list.setAccessibleText(words.text("alert.title"));
        list.setCellFactory(view -> new AlertCell(words, model, fix));
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && chosen() != null) {
                fix.accept(chosen());
            }
        });
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && chosen() != null) {
                fix.accept(chosen());
            }
        });
        content.setPrefHeight(HEIGHT);
        content.setMinHeight(HEIGHT);
        content.getStyleClass().add("lx-card");
        getChildren().add(content);
        model.state().subscribe(this::show);
    }

    public static void open(Shell shell, AlertsViewModel model, Consumer<Fix> fixes) {
        var words = shell.words();
        var box = new DialogBox(words.text("alert.title"), words, shell.layers(), shell::copy).wide(WIDTH);
        box.setId("alerts-dialog");
        var pane = new AlertsPane(model, shell, alert -> {
            box.close();
            fixes.accept(alert.fix());
        });
        box.add(pane);
        box.same(SameCommand.of("alerts", "list"));
        box.right(pane.button("alert.snooze.day", "alert-snooze-day", alert -> model.snooze(alert, Duration.ofDays(1))));
        box.right(pane.button("alert.snooze.week", "alert-snooze-week", alert -> model.snooze(alert, Duration.ofDays(7))));
        box.right(pane.button("alert.mute", "alert-mute", model::mute));
        box.right(pane.button("alert.speak", "alert-speak", model::speak));
        var close = box.button(words.text("dialog.close"), () -> {});
        model.load();
        box.open(pane.list.getItems().isEmpty() ? close : pane.list);
    }

    private Button button(String key, String id, Consumer<Alert> act) {
        var button = new Button(words.text(key));
        button.setId(id);
        button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(pressed -> act.accept(chosen()));
        return button;
    }

    private Alert chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void show(Loading<List<Alert>> state) {
        var was = chosen();
        state.data().ifPresent(all -> {
            list.getItems().setAll(all);
            all.stream().filter(alert -> was != null && alert.id() == was.id()).findFirst().ifPresentOrElse(
                    list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        });
        content.getChildren().setAll(node(state));
    }

    private Node node(Loading<List<Alert>> state) {
        if (state instanceof Loading.Failed<List<Alert>> failed) {
            return ProblemMessage.of(shell, failed.problem(), model::load);
        }
        if (state.data().isEmpty()) {
            return new LoadingRows(4);
        }
        return state.data().get().isEmpty() ? new StatePane("bi-bell", Tone.SUCCESS, words.text("alert.none"), words.text("alert.none.text")) : list;
    }
}
