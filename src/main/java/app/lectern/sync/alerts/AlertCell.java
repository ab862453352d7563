package app.lectern.sync.alerts;

import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One alert: what, since when, whether it is silent, and its step.
final class AlertCell extends ListCell<Alert> {
    private final Words words;
    private final AlertWords said;
    private final AlertsViewModel model;
    private final Consumer<Alert> fix;

    AlertCell(Words words, AlertsViewModel model, Consumer<Alert> fix) {
        this.words = words;
        this.said = new AlertWords(words);
        this.model = model;
        this.fix = fix;
        getStyleClass().add("lx-attention");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Alert alert, boolean empty) {
        super.updateItem(alert, empty);
        setText(null);
        setGraphic(empty || alert == null ? null : line(alert));
        setTooltip(empty || alert == null ? null : new Tooltip(said.text(alert)));
    }

    private HBox line(Alert alert) {
        boolean silent = model.isSilent(alert);
        var icon = Icons.of(silent ? Tone.NEUTRAL : alert.cause().isGood() ? Tone.SUCCESS : Tone.WARNING, 16);
        var title = new Label(said.title(alert));
        title.getStyleClass().add("lx-row-title");
        var text = new Label(said.text(alert));
        text.getStyleClass().add("lx-secondary");
        var texts = new VBox(title, text);
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        var since = new Label(words.when(alert.since()));
        since.getStyleClass().add("lx-secondary");
        since.setMinWidth(Label.USE_PREF_SIZE);
        var way = new Button(words.of(alert.fix().kind()));
        way.getStyleClass().add("small");
        way.setMinWidth(126);
        way.setAccessibleText(way.getText() + ": " + title.getText());
        way.setOnAction(pressed -> fix.accept(alert));
        var line = new HBox(12, icon, texts, Card.space());
        if (silent) {
            line.getChildren().add(new Chip(said.silence(alert, model.clock().instant()), Tone.NEUTRAL, "bi-bell"));
        }
        line.getChildren().addAll(since, way);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
