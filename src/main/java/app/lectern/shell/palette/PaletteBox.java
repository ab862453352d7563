package app.lectern.shell.palette;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The palette: a field, what was found, and a line that names the keys. The focus stays in the field; the arrow keys
/// move the choice in the list.
public final class PaletteBox extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double LIST_HEIGHT = 398;

    private final PaletteViewModel model;
    private final Words words;
    private final Runnable close;
    private final Consumer<String> copy;
    private final TextField field = new TextField();
    private final ListView<PaletteLine> list;

    public PaletteBox(PaletteViewModel model, Words words, Runnable close, Consumer<String> copy) {
        this.model = model;
        this.words = words;
        this.close = close;
        this.copy = copy;
        this.list = new ListView<>(model.lines());
        setId("palette");
        getStyleClass().add("lx-palette");
        setMaxSize(640, USE_PREF_SIZE);
        setPrefWidth(640);
        getChildren().addAll(head(), list(), foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private HBox head() {
        field.setId("palette-text");
        field.setPromptText(words.text("search.hint"));
        field.setAccessibleText(words.text("search.hint"));
        field.textProperty().bindBidirectional(model.text());
        HBox.setHgrow(field, Priority.ALWAYS);
        var head = new HBox(Icons.of("bi-search", 16), field, key("Esc"));
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node list() {
        list.setId("palette-list");
        list.getStyleClass().add("edge-to-edge");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell(words, this::run));
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(this::listHeight, model.lines()));
        list.setMinHeight(0);
        var nothing = new Label();
        nothing.textProperty().bind(Bindings.createStringBinding(
                () -> words.text("palette.nothing", model.asked().get()), model.asked()));
        nothing.getStyleClass().add("lx-secondary");
        list.setPlaceholder(nothing);
        model.chosen().subscribe(index -> {
            if (index.intValue() < 0) {
                list.getSelectionModel().clearSelection();
                return;
            }
            list.getSelectionModel().clearAndSelect(index.intValue());
            list.scrollTo(Math.max(0, index.intValue() - 6));
            model.selected().ifPresent(entry -> field.setAccessibleHelp(entry.title() + ". " + entry.detail()));
        });
        return list;
    }

    private double listHeight() {
        double height = 0;
        for (var line : model.lines()) {
            height += line instanceof PaletteLine.Heading ? PaletteCell.HEADING : PaletteCell.ENTRY;
        }
        return height == 0 ? 96 : Math.min(LIST_HEIGHT, height + 6);
    }

    private HBox foot() {
        var matches = new Label();
        matches.getStyleClass().add("lx-secondary");
        matches.textProperty().bind(Bindings.createStringBinding(
                () -> words.text("palette.matches", words.count(model.shown().get()), words.count(model.found().get())),
                model.shown(), model.found()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var up = key("");
        up.setGraphic(Icons.of("bi-arrow-up", 11));
        var down = key("");
        down.setGraphic(Icons.of("bi-arrow-down", 11));
        var foot = new HBox(up, down, hint("palette.choose"), key("Enter"), hint("palette.open"),
                key("Ctrl C"), hint("palette.copy"), space, matches);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private Label hint(String key) {
        var label = new Label(words.text(key));
        label.getStyleClass().addAll("lx-secondary", "hint");
        return label;
    }

    static Label key(String text) {
        var label = new Label(text);
        label.getStyleClass().add("lx-key");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> model.next();
            case UP -> model.previous();
            case ENTER -> model.selected().ifPresent(this::run);
            default -> {
                if (!COPY.match(key) || !field.getSelectedText().isEmpty()) {
                    return;
                }
                model.selected().filter(entry -> !entry.link().isEmpty()).ifPresent(entry -> copy.accept(entry.link()));
            }
        }
        key.consume();
    }

    /// First away with the palette: what the entry opens must not land under it.
    private void run(PaletteEntry entry) {
        close.run();
        entry.action().run();
    }
}
