package app.lectern.recordings.screen;

import app.lectern.recordings.QueuedDownload;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The downloads that wait, run, rest or failed, in their order; one or many are held, given up, tried again and moved.
final class QueuePane extends VBox {
    private static final int[] AT_ONCE = {1, 2, 3, 4, 6, 8};
    private static final long[] SPEEDS = {0, 1_000_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000};

    private final Shell shell;
    private final DownloadsViewModel model;
    private final Words words;
    private final ListView<QueuedDownload> list = new ListView<>();

    QueuePane(Shell shell, DownloadsViewModel model) {
        this.shell = shell;
        this.model = model;
        this.words = shell.words();
        getStyleClass().addAll("lx-card", "lx-area");
        setMinWidth(0);
        list.setId("recordings-queue");
        list.setAccessibleText(words.text("recordings.queue"));
        list.setAccessibleHelp(words.text("recordings.queue.keys"));
        list.getStyleClass().add("queue");
        list.setItems(model.lines());
        list.setFixedCellSize(QueueCell.HEIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(of -> new QueueCell(model, words));
        list.setPlaceholder(new StatePane("bi-download", Tone.NEUTRAL, words.text("recordings.queue.empty"), words.text("recordings.queue.empty.text")));
        list.setContextMenu(menu());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), list);
    }

    private HBox head() {
        var title = new Label(words.text("recordings.queue"));
        title.getStyleClass().add("lx-card-title");
        title.setMinWidth(USE_PREF_SIZE);
        var about = new Label();
        about.getStyleClass().add("lx-secondary");
        about.setMinWidth(0);
        about.textProperty().bind(model.about());
        var all = new Button();
        all.setId("recordings-pause-all");
        all.getStyleClass().add("small");
        all.setMinWidth(USE_PREF_SIZE);
        all.setTooltip(new Tooltip("Ctrl+P"));
        model.anyMoves().subscribe(moves -> {
            all.setText(words.text(moves ? "recordings.queue.pause-all" : "recordings.queue.resume-all"));
            all.setGraphic(Icons.of(moves ? "bi-pause-fill" : "bi-play-fill", 14));
        });
        all.setOnAction(pressed -> model.toggleAll());
        model.lines().addListener((ListChangeListener<QueuedDownload>) change -> all.setDisable(model.lines().isEmpty()));
        all.setDisable(model.lines().isEmpty());
        var head = new HBox(title, about, Card.space(), limits(), all);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private MenuButton limits() {
        var button = new MenuButton(null, Icons.of("bi-speedometer2", 14));
        button.setId("recordings-limits");
        button.getStyleClass().addAll("small", "no-arrow");
        button.setAccessibleText(words.text("recordings.queue.limits"));
        button.setTooltip(new Tooltip(words.text("recordings.queue.limits")));
        var settings = shell.settings().current();
        var atOnce = new ToggleGroup();
        for (int count : AT_ONCE) {
            var item = new RadioMenuItem(words.text("recordings.queue.at-once", count));
            item.setToggleGroup(atOnce);
            settings.subscribe(now -> item.setSelected(now.downloads().atOnce() == count));
            item.setOnAction(chosen -> shell.settings().change(all -> all.with(all.downloads().atOnce(count))));
            button.getItems().add(item);
        }
        button.getItems().add(new SeparatorMenuItem());
        var speeds = new ToggleGroup();
        for (long speed : SPEEDS) {
            var item = new RadioMenuItem(speed == 0 ? words.text("recordings.queue.no-limit") : words.text("recordings.queue.limit", words.size(speed)));
            item.setToggleGroup(speeds);
            settings.subscribe(now -> item.setSelected(now.downloads().bytesPerSecond() == speed));
            item.setOnAction(chosen -> shell.settings().change(all -> all.with(all.downloads().bytesPerSecond(speed))));
            button.getItems().add(item);
        }
        return button;
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("recordings.queue.hold-or-go", "bi-pause-fill", () -> model.toggle(selected())),
                item("recordings.queue.retry", "bi-arrow-clockwise", () -> model.retry(selected())),
                item("recordings.queue.cancel", "bi-x", () -> model.cancel(selected())),
                new SeparatorMenuItem(),
                item("recordings.queue.first", "bi-chevron-double-up", () -> model.toTheTop(selected())),
                item("recordings.queue.up", "bi-chevron-up", () -> move(-1)),
                item("recordings.queue.down", "bi-chevron-down", () -> move(1)));
    }

    private MenuItem item(String key, String icon, Runnable action) {
        var item = new MenuItem(words.text(key), Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private List<QueuedDownload> selected() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    /// Space holds or lets go, Delete gives up, R tries again, Alt with the arrows moves.
    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case SPACE -> model.toggle(selected());
            case DELETE -> model.cancel(selected());
            case R -> model.retry(selected());
            case UP, DOWN -> {
                if (!key.isAltDown()) {
                    return;
                }
                move(key.getCode() == javafx.scene.input.KeyCode.UP ? -1 : 1);
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int by) {
        model.move(selected(), by);
    }
}
