package app.lectern.shell.palette;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A heading, or an entry with icon, title, detail and the key that does it.
final class PaletteCell extends ListCell<PaletteLine> {
    static final int HEADING = 28;
    static final int ENTRY = 40;
    private static final PseudoClass IS_HEADING = PseudoClass.getPseudoClass("heading");

    private final Words words;

    PaletteCell(Words words, Consumer<PaletteEntry> run) {
        this.words = words;
        getStyleClass().add("lx-palette-cell");
        setOnMouseClicked(click -> {
            if (getItem() instanceof PaletteLine.Found found) {
                run.accept(found.entry());
            }
        });
    }

    @Override
    protected void updateItem(PaletteLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(IS_HEADING, line instanceof PaletteLine.Heading);
        setText(null);
        setGraphic(null);
        if (empty || line == null) {
            return;
        }
        switch (line) {
            case PaletteLine.Heading heading -> heading(heading.text());
            case PaletteLine.Found found -> entry(found.entry());
        }
    }

    private void heading(String text) {
        setPrefHeight(HEADING);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        setText(text);
        setAccessibleText(text);
    }

    private void entry(PaletteEntry entry) {
        setPrefHeight(ENTRY);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        var bar = new Region();
        bar.getStyleClass().add("bar");
        var title = new Label(entry.title());
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        var detail = new Label(entry.detail());
        detail.getStyleClass().add("detail");
        detail.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(bar, Icons.of(entry.icon(), 16), title, detail, space);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        if (!entry.shortcut().isEmpty()) {
            line.getChildren().add(PaletteBox.key(entry.shortcut().replace('+', ' ')));
        } else {
            var enter = PaletteBox.key(words.text("palette.enter"));
            enter.visibleProperty().bind(selectedProperty());
            line.getChildren().add(enter);
        }
        setAccessibleText(entry.title() + ". " + entry.detail());
        setGraphic(line);
    }
}
