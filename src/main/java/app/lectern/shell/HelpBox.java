package app.lectern.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/// F1: what this screen is for, and the keys that work everywhere.
final class HelpBox {
    private static final String[][] KEYS = {
        {"Ctrl+K", "palette"}, {"Ctrl+1…9", "go"}, {"Ctrl+,", "settings"}, {"Ctrl+F", "find"}, {"F5", "refresh"},
        {"Shift+F5", "sync"}, {"Ctrl+N", "new"}, {"Ctrl+E", "export"}, {"Ctrl+C", "copy"}, {"F6", "area"},
        {"Shift+F6", "area-back"}, {"Alt+T", "tasks"}, {"Enter", "open"}, {"Space", "tick"}, {"Delete", "delete"},
        {"Shift+F10", "menu"}, {"Esc", "escape"}, {"F1", "help"},
    };

    private HelpBox() {}

    static void open(MainWindow window, Place place) {
        var words = window.words();
        var box = new DialogBox(words.text("help.title", words.of(place)), words, window.layers(), window::copy).wide(660);
        box.setId("help");
        box.text(words.text("place." + place.id() + ".about") + ".");
        var heading = new Label(words.text("help.keys"));
        heading.getStyleClass().add("lx-section");
        box.add(heading, keys(window));
        box.same(SameCommand.of("--help"));
        var close = box.button(words.text("dialog.close"), () -> {});
        box.open(close);
    }

    private static GridPane keys(MainWindow window) {
        var grid = new GridPane();
        grid.getStyleClass().add("lx-keys");
        for (int column = 0; column < 2; column++) {
            grid.getColumnConstraints().addAll(new ColumnConstraints(90), new ColumnConstraints(208));
        }
        int rows = (KEYS.length + 1) / 2;
        for (int i = 0; i < KEYS.length; i++) {
            var keys = new HBox(4);
            for (var part : KEYS[i][0].split("\\+")) {
                var key = new Label(part);
                key.getStyleClass().add("lx-key");
                keys.getChildren().add(key);
            }
            var text = new Label(window.words().text("help.key." + KEYS[i][1]));
            text.setWrapText(true);
            grid.add(keys, i / rows * 2, i % rows);
            grid.add(text, i / rows * 2 + 1, i % rows);
        }
        return grid;
    }
}
