package app.lectern.shell;

import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Countdown;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// All states side by side, for the tour: what is empty, loading, offline, refused or throttled looks the same in
/// every feature, and this is where it is looked at.
final class StateGallery extends VBox {
    private final Words words;

    StateGallery(Shell shell) {
        this.words = shell.words();
        getStyleClass().add("lx-screen");
        var grid = new GridPane(12, 12);
        for (int i = 0; i < 3; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100 / 3.0);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < 2; i++) {
            var row = new RowConstraints();
            row.setPercentHeight(50);
            grid.getRowConstraints().add(row);
        }
        grid.addRow(0, named("first-run", firstRun()), named("no-results", noResults()), named("loading", loading()));
        grid.addRow(1, named("offline", offline()), named("permission", permission()), named("throttled", throttled()));
        setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(new PageHead(text("title"), text("subtitle"), chips()), grid);
    }

    private String text(String key) {
        return words.text("states." + key);
    }

    private Node named(String key, Card card) {
        var name = new Label(text(key));
        name.getStyleClass().add("lx-field-label");
        var box = new VBox(6, name, card);
        setVgrow(card, Priority.ALWAYS);
        return box;
    }

    private Card firstRun() {
        return new Card().flush(new StatePane("bi-plug", Tone.ACCENT, text("first-run.title"), text("first-run.text"))
                .hints(List.of(text("first-run.hint1"), text("first-run.hint2"), text("first-run.hint3")))
                .button(text("first-run.connect"), "", () -> {})
                .button(text("first-run.demo"), "bi-easel", () -> {}));
    }

    private Card noResults() {
        return new Card().flush(new StatePane("bi-search", Tone.NEUTRAL, text("no-results.title"), text("no-results.text"))
                .button(text("no-results.remove"), "", () -> {})
                .button(text("no-results.clear"), "", () -> {}));
    }

    private Card loading() {
        var content = new VBox(LoadingRows.bar(0.43), row("Reaction rates", "18 Nov 09:00", "742 MB"),
                row("Integration by parts", "18 Nov 14:00", "815 MB"), new LoadingRows(4));
        var label = new Label(text("loading.text"));
        label.getStyleClass().add("lx-small");
        return new Card().flush(content).tintedFoot(label, small(words.text("dialog.cancel")));
    }

    private Card offline() {
        var message = new InlineMessage(Tone.WARNING, "bi-wifi-off", text("offline.title"), text("offline.text"))
                .button(text("offline.again"), Optional.of("bi-arrow-clockwise"), () -> {})
                .remark(text("offline.next"));
        VBox.setMargin(message, new Insets(9, 10, 9, 10));
        var play = small(text("offline.play"));
        var needs = new Label(text("offline.needs"));
        needs.getStyleClass().add("lx-secondary");
        return new Card().flush(new VBox(message, row("Reaction rates", text("offline.local"), "742 MB"),
                row("Enzymes", text("offline.online"), "771 MB"))).tintedFoot(play, needs);
    }

    private Card permission() {
        return new Card().flush(new StatePane("bi-shield-lock", Tone.DANGER, text("permission.title"), text("permission.text"))
                .evidence("403 · Authorization_RequestDenied · request 7be0c4d1")
                .smallButtons()
                .button(text("permission.open"), "bi-box-arrow-up-right", () -> {})
                .button(text("permission.copy"), "bi-clipboard", () -> {})
                .button(text("permission.again"), "bi-arrow-clockwise", () -> {}));
    }

    private Card throttled() {
        var message = new Countdown(words, Clock.fixed(Instant.EPOCH.plusSeconds(36), ZoneOffset.UTC), Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
        VBox.setMargin(message, new Insets(9, 10, 9, 10));
        var waiting = new Label(text("throttled.waiting"));
        waiting.getStyleClass().add("lx-secondary");
        return new Card().flush(new VBox(message, row("Recordings of Marta Kowalska", text("throttled.wait"), "6"),
                row("Recordings of Daniel Osei", text("throttled.wait"), "5"))).tintedFoot(waiting, small(text("throttled.cancel")));
    }

    private static HBox row(String name, String middle, String right) {
        var title = new Label(name);
        title.getStyleClass().add("lx-row-name");
        var detail = new Label(middle);
        detail.getStyleClass().add("lx-secondary");
        var end = new Label(right);
        end.getStyleClass().add("lx-secondary");
        end.setMinWidth(52);
        end.setAlignment(Pos.CENTER_RIGHT);
        var row = new HBox(16, title, Card.space(), detail, end);
        row.getStyleClass().add("lx-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button small(String text) {
        var button = new Button(text);
        button.getStyleClass().add("small");
        return button;
    }

    private Node chips() {
        var chips = new HBox(8);
        chips.setAlignment(Pos.CENTER_LEFT);
        for (var tone : Tone.values()) {
            chips.getChildren().add(new Chip(text("chip." + tone.styleClass()), tone));
        }
        chips.getChildren().add(new Segmented<>(List.of("24 h", "7 d", "30 d"), each -> each));
        return chips;
    }
}
