package app.lectern.shell;

import app.lectern.words.Words;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// F1: what this screen is for, what people ask about it, and the keys that work everywhere.
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
        var topics = Stream.of(HelpTopic.values()).filter(topic -> topic.place() == place).map(topic -> topic(words, topic)).toList();
        if (topics.isEmpty()) {
            box.add(heading(words.text("help.keys")), keys(window));
        } else {
            box.add(pages(window, topics));
        }
        box.same(SameCommand.of("--help"));
        var close = box.button(words.text("dialog.close"), () -> {});
        box.open(close);
    }

    /// Questions and keys share the room.
    private static Node pages(MainWindow window, List<Node> topics) {
        var words = window.words();
        var list = new VBox(10);
        list.setPadding(new Insets(10, 12, 2, 0));
        list.getChildren().addAll(topics);
        var questions = new ScrollPane(list);
        questions.setId("help-questions");
        questions.setFitToWidth(true);
        questions.setPrefHeight(392);
        questions.getStyleClass().add("edge-to-edge");
        var keys = keys(window);
        keys.setPadding(new Insets(10, 0, 0, 0));
        var tabs = new TabPane(new Tab(words.text("help.questions"), questions), new Tab(words.text("help.keys"), keys));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("help-pages");
        tabs.setAccessibleText(words.text("help.pages"));
        return tabs;
    }

    private static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("lx-section");
        return heading;
    }

    private static Node topic(Words words, HelpTopic topic) {
        var question = new Label(words.of(topic));
        question.getStyleClass().add("lx-row-title");
        var answer = new Label(words.text("help-topic." + topic.id() + ".text"));
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(2, question, answer);
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
