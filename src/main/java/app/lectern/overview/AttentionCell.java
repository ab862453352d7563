package app.lectern.overview;

import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One line of what needs attention: icon, what and why, how urgent, and the way on.
final class AttentionCell extends ListCell<Attention> {
    private final Words words;
    private final Consumer<Attention> fix;
    private final Consumer<Attention> details;

    AttentionCell(Words words, Consumer<Attention> fix, Consumer<Attention> details) {
        this.words = words;
        this.fix = fix;
        this.details = details;
        getStyleClass().add("lx-attention");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Attention item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setContextMenu(null);
            return;
        }
        var icon = Icons.of(switch (item.urgency()) {
            case ERROR -> "bi-x-circle-fill";
            case SOON -> "bi-exclamation-triangle-fill";
            case ADVICE -> "bi-info-circle-fill";
        }, 16);
        icon.getStyleClass().add(switch (item.urgency()) {
            case ERROR -> "lx-tone-danger";
            case SOON -> "lx-tone-warning";
            case ADVICE -> "lx-tone-accent";
        });
        var title = new Label(item.title());
        title.getStyleClass().add("lx-row-title");
        var text = new Label(item.text());
        text.getStyleClass().add("lx-secondary");
        var texts = item.text().isEmpty() ? new VBox(title) : new VBox(title, text);
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        var urgency = new Label(words.of(item.urgency()));
        urgency.getStyleClass().add("lx-secondary");
        urgency.setMinWidth(54);
        var way = new Button(words.of(item.fix().kind()));
        way.getStyleClass().add("small");
        way.setMinWidth(126);
        way.setAccessibleText(way.getText() + ": " + item.title());
        way.setOnAction(pressed -> fix.accept(item));
        var line = new HBox(12, icon, texts, Card.space(), urgency, way);
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setTooltip(item.text().isEmpty() ? null : new Tooltip(item.text()));
        setContextMenu(menu(item));
    }

    private ContextMenu menu(Attention item) {
        var mend = new MenuItem(words.of(item.fix().kind()));
        mend.setOnAction(chosen -> fix.accept(item));
        var menu = new ContextMenu(mend);
        if (item.problem().isPresent()) {
            var more = new MenuItem(words.text("overview.attention.open"));
            more.setOnAction(chosen -> details.accept(item));
            menu.getItems().add(more);
        }
        return menu;
    }
}
