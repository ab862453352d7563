package app.lectern.recordings.screen;

import app.lectern.recordings.TranscriptCue;
import app.lectern.recordings.screen.TranscriptViewModel.Jump;
import app.lectern.shell.Layers;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A transcript on a sheet: what was said, a search in it, and the times to jump to.
final class TranscriptPane extends VBox {
    private static final double WIDTH = 720;
    private static final double JUMPS = 210;
    /// Lines shown above the one that was jumped to.
    private static final int ABOVE = 2;

    private final Words words;
    private final TranscriptViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Jump> jumps = new ListView<>();
    private final ListView<TranscriptCue> lines = new ListView<>();
    private final Label count = new Label();
    private Layers.Layer layer;

    private TranscriptPane(Shell shell, String title, TranscriptViewModel model) {
        this.words = shell.words();
        this.model = model;
        getStyleClass().addAll("lx-transcript", "lx-recordings");
        getStylesheets().add(TranscriptPane.class.getResource("recordings.css").toExternalForm());
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Double.MAX_VALUE);
        setAccessibleText(words.text("recordings.transcript.of", title));
        buildLists();
        var body = new HBox(jumps, lines);
        HBox.setHgrow(lines, Priority.ALWAYS);
        setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(shell, title), tools(), body);
        model.wanted().bind(search.textProperty());
        model.at().subscribe(at -> jump(at.intValue()));
        model.wanted().subscribe(typed -> {
            lines.refresh();
            jumps.refresh();
        });
        jumps.getItems().addListener((javafx.collections.ListChangeListener<Jump>) change -> sayHowMany());
        sayHowMany();
    }

    static void open(Shell shell, String title, TranscriptViewModel model) {
        var pane = new TranscriptPane(shell, title, model);
        pane.layer = shell.layers().open(pane, Pos.CENTER_RIGHT, () -> {});
        pane.search.requestFocus();
    }

    private Node head(Shell shell, String title) {
        var label = new Label(title);
        label.getStyleClass().add("lx-section");
        label.setMinWidth(0);
        var copy = new Button(words.text("recordings.transcript.copy"), Icons.of("bi-clipboard", 14));
        copy.setId("transcript-copy");
        copy.getStyleClass().add("small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(pressed -> shell.copy(model.text()));
        var close = new Button(null, Icons.of("bi-x", 16));
        close.getStyleClass().addAll("flat", "small", "lx-icon-button");
        close.setAccessibleText(words.text("dialog.close"));
        close.setTooltip(new Tooltip(words.text("dialog.close") + "  Esc"));
        close.setOnAction(pressed -> layer.close());
        var head = new HBox(label, Card.space(), copy, close);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node tools() {
        search.setId("transcript-search");
        search.setLeft(Icons.of("bi-search", 14));
        search.setPromptText(words.text("recordings.transcript.search"));
        search.setAccessibleText(search.getPromptText());
        HBox.setHgrow(search, Priority.ALWAYS);
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                step(key.isShiftDown());
                key.consume();
            } else if (key.getCode() == KeyCode.DOWN) {
                jumps.requestFocus();
                jumps.getSelectionModel().select(Math.max(0, jumps.getSelectionModel().getSelectedIndex()));
                key.consume();
            }
        });
        count.setId("transcript-count");
        count.getStyleClass().add("lx-secondary");
        count.setMinWidth(USE_PREF_SIZE);
        var tools = new HBox(8, search, count, arrow("bi-chevron-up", "recordings.transcript.previous", true),
                arrow("bi-chevron-down", "recordings.transcript.next", false));
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setPadding(new javafx.geometry.Insets(10, 14, 10, 20));
        return tools;
    }

    private Button arrow(String icon, String key, boolean back) {
        var button = new Button(null, Icons.of(icon, 14));
        button.getStyleClass().addAll("small", "lx-icon-button");
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key) + (back ? "  Shift+Enter" : "  Enter")));
        button.setOnAction(pressed -> step(back));
        return button;
    }

    private void step(boolean back) {
        if (back) {
            model.previous();
        } else {
            model.next();
        }
    }

    private void buildLists() {
        jumps.setId("transcript-jumps");
        jumps.setAccessibleText(words.text("recordings.transcript.jumps"));
        jumps.getStyleClass().addAll("lines", "jumps");
        jumps.setItems(model.jumps());
        jumps.setMinWidth(JUMPS);
        jumps.setPrefWidth(JUMPS);
        jumps.setMaxWidth(JUMPS);
        jumps.setCellFactory(of -> new JumpCell());
        jumps.getSelectionModel().selectedIndexProperty().subscribe(chosen -> {
            if (chosen.intValue() >= 0 && chosen.intValue() < jumps.getItems().size()) {
                model.at().set(chosen.intValue());
            }
        });
        lines.setId("transcript-lines");
        lines.setAccessibleText(words.text("recordings.transcript"));
        lines.getStyleClass().add("lines");
        lines.getItems().setAll(model.lines());
        lines.setCellFactory(of -> new SpokenCell());
    }

    private void jump(int at) {
        sayHowMany();
        if (at < 0 || at >= model.jumps().size()) {
            return;
        }
        if (jumps.getSelectionModel().getSelectedIndex() != at) {
            jumps.getSelectionModel().clearAndSelect(at);
        }
        int line = model.jumps().get(at).line();
        lines.getSelectionModel().clearAndSelect(line);
        lines.scrollTo(Math.max(0, line - ABOVE));
        jumps.scrollTo(Math.max(0, at - ABOVE));
    }

    private void sayHowMany() {
        count.setText(!model.isSearch() ? "" : model.jumps().isEmpty() ? words.text("recordings.transcript.none")
                : words.text("recordings.transcript.count", model.at().get() + 1, model.jumps().size()));
    }

    private List<Text> marked(String text) {
        var parts = new ArrayList<Text>();
        int from = 0;
        for (var place : model.found(text)) {
            parts.add(piece(text.substring(from, place[0]), false));
            parts.add(piece(text.substring(place[0], place[1]), true));
            from = place[1];
        }
        parts.add(piece(text.substring(from), false));
        return parts;
    }

    private static Text piece(String text, boolean found) {
        var piece = new Text(text);
        piece.getStyleClass().add("text");
        if (found) {
            piece.getStyleClass().add("found");
        }
        return piece;
    }

    private static final class JumpCell extends ListCell<Jump> {
        private final Label time = new Label();
        private final Label text = new Label();
        private final HBox face = new HBox(8, time, text);

        JumpCell() {
            time.getStyleClass().add("time");
            time.setMinWidth(USE_PREF_SIZE);
            text.getStyleClass().add("lx-secondary");
            text.setMinWidth(0);
            face.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Jump jump, boolean empty) {
            super.updateItem(jump, empty);
            setGraphic(empty || jump == null ? null : face);
            if (jump != null) {
                time.setText(TranscriptViewModel.time(jump.at()));
                text.setText(jump.text());
            }
            setAccessibleText(jump == null ? null : time.getText() + " " + jump.text());
        }
    }

    private final class SpokenCell extends ListCell<TranscriptCue> {
        private final Label time = new Label();
        private final Label speaker = new Label();
        private final TextFlow said = new TextFlow();
        private final VBox texts = new VBox(2, speaker, said);
        private final HBox face = new HBox(12, time, texts);

        SpokenCell() {
            time.getStyleClass().add("time");
            time.setMinWidth(56);
            speaker.getStyleClass().add("speaker");
            said.getStyleClass().add("said");
            HBox.setHgrow(texts, Priority.ALWAYS);
            texts.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(TranscriptCue line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : face);
            if (empty || line == null) {
                setAccessibleText(null);
                return;
            }
            time.setText(TranscriptViewModel.time(line.from()));
            speaker.setText(line.speaker());
            speaker.setVisible(!line.speaker().isEmpty());
            speaker.setManaged(!line.speaker().isEmpty());
            said.getChildren().setAll(marked(line.text()));
            setAccessibleText(time.getText() + ", " + line.speaker() + ": " + line.text());
        }
    }
}
