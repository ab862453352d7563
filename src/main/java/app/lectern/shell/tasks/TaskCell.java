package app.lectern.shell.tasks;

import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.ShareBar;
import app.lectern.words.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One job: icon, title over detail, bar, how far, and its two buttons.
final class TaskCell extends ListCell<TaskLine> {
    private final TaskStripViewModel model;
    private final Words words;
    private final GridPane grid = new GridPane();
    private final StackPane icon = new StackPane();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final ShareBar bar = new ShareBar();
    private final Label note = new Label();
    private final Button step = new Button();
    private final Button close = new Button();

    TaskCell(TaskStripViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("lx-task-cell");
        title.getStyleClass().add("title");
        detail.getStyleClass().add("lx-secondary");
        detail.setTextOverrun(OverrunStyle.ELLIPSIS);
        note.getStyleClass().add("lx-secondary");
        step.getStyleClass().addAll("small", "lx-icon-button");
        close.getStyleClass().addAll("flat", "small", "lx-icon-button");
        close.setGraphic(Icons.of("bi-x", 14));
        step.setOnAction(pressed -> model.step(getItem()));
        close.setOnAction(pressed -> model.close(getItem()));
        layOut();
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    }

    private void layOut() {
        var texts = new VBox(1, title, detail);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        grid.getColumnConstraints().addAll(fixed(27), share(33.2), growing(), fixed(182), fixed(26), fixed(30));
        grid.add(icon, 0, 0);
        grid.add(texts, 1, 0);
        grid.add(bar, 2, 0);
        grid.add(note, 3, 0);
        grid.add(step, 4, 0);
        grid.add(close, 5, 0);
        grid.setAlignment(Pos.CENTER_LEFT);
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        icon.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        GridPane.setFillWidth(bar, true);
        GridPane.setHalignment(note, javafx.geometry.HPos.RIGHT);
        GridPane.setMargin(note, new javafx.geometry.Insets(0, 20, 0, 8));
        GridPane.setMargin(close, new javafx.geometry.Insets(0, 0, 0, 4));
        grid.getStyleClass().add("lx-task-line");
        grid.prefWidthProperty().bind(widthProperty().subtract(2));
    }

    private static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width);
    }

    private static ColumnConstraints share(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private static ColumnConstraints growing() {
        var column = new ColumnConstraints(0, 100, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    @Override
    protected void updateItem(TaskLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        icon.getChildren().setAll(Icons.of(line.icon(), line.tone(), 14));
        title.setText(line.title());
        detail.setText(line.detail());
        detail.setTooltip(line.detail().isEmpty() ? null : new Tooltip(line.detail()));
        bar.share(line.share());
        bar.tone(line.tone());
        bar.setAccessibleText(line.title() + ": " + line.note());
        note.setText(line.note());
        buttons(line);
        setAccessibleText(line.title() + ". " + line.note() + ". " + line.detail());
        setGraphic(grid);
    }

    private void buttons(TaskLine line) {
        step.setVisible(line.step() != TaskLine.Step.NONE);
        if (step.isVisible()) {
            var name = words.text("tasks.step." + line.step().name().toLowerCase(Locale.ROOT), line.title());
            step.setGraphic(Icons.of(switch (line.step()) {
                case PAUSE -> "bi-pause-fill";
                case RESUME -> "bi-play-fill";
                default -> "bi-arrow-clockwise";
            }, 14));
            step.setAccessibleText(name);
            step.setTooltip(new Tooltip(name));
        }
        var name = words.text(line.ended() ? "tasks.remove" : "tasks.cancel", line.title());
        close.setAccessibleText(name);
        close.setTooltip(new Tooltip(name));
    }
}
