package app.lectern.shell.tasks;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All shown jobs with their buttons, opened above the strip. As high as its lines, up to half the window.
public final class TaskList extends VBox {
    private static final int ROW = 46;
    private static final int HEAD = 41;

    private final TaskStripViewModel model;
    private final Words words;
    private final ListView<TaskLine> list;

    public TaskList(TaskStripViewModel model, Words words, Runnable close) {
        this.model = model;
        this.words = words;
        this.list = new ListView<>(model.lines());
        getStyleClass().add("lx-task-list");
        setId("task-list");
        list.getStyleClass().add("edge-to-edge");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(words.text("tasks.title"));
        list.setCellFactory(view -> new TaskCell(model, words));
        list.setPlaceholder(new Label(words.text("tasks.none")));
        list.prefHeightProperty().bind(Bindings.max(1, Bindings.size(model.lines())).multiply(ROW));
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(close), list);
        setMaxHeight(USE_PREF_SIZE);
    }

    /// Keeps the list below this height; the rest scrolls.
    public void limit(double height) {
        list.setMaxHeight(Math.max(ROW, height - HEAD));
    }

    private HBox head(Runnable close) {
        var title = new Label(words.text("tasks.title"));
        title.getStyleClass().add("lx-card-title");
        var counts = new Label();
        counts.getStyleClass().add("lx-secondary");
        counts.textProperty().bind(model.counts());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var clear = new Button(words.text("tasks.clear-finished"));
        clear.setId("tasks-clear");
        clear.getStyleClass().add("small");
        clear.setOnAction(pressed -> model.clearFinished());
        clear.disableProperty().bind(model.somethingEnded().not());
        var fold = new Button();
        fold.getStyleClass().addAll("flat", "lx-icon-button");
        fold.setGraphic(Icons.of("bi-chevron-down", 14));
        fold.setAccessibleText(words.text("tasks.hide"));
        fold.setTooltip(new Tooltip(words.text("tasks.hide.tooltip")));
        fold.setOnAction(pressed -> close.run());
        var head = new HBox(title, counts, space, pause(), clear, fold);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Button pause() {
        var button = new Button();
        button.setId("tasks-pause-all");
        button.getStyleClass().add("small");
        var resuming = model.canPause().not().and(model.canResume());
        button.textProperty().bind(Bindings.when(resuming)
                .then(words.text("tasks.resume-all"))
                .otherwise(words.text("tasks.pause-all")));
        button.graphicProperty().bind(Bindings.createObjectBinding(
                () -> Icons.of(resuming.get() ? "bi-play-fill" : "bi-pause-fill", 14), resuming));
        button.disableProperty().bind(model.canPause().or(model.canResume()).not());
        button.setOnAction(pressed -> {
            if (resuming.get()) {
                model.resumeAll();
            } else {
                model.pauseAll();
            }
        });
        return button;
    }
}
