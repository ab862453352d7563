package app.lectern.shell.tasks;

import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.Ticks;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The 30 pixels at the window's foot: what runs, and at the right end how the service is.
public final class TaskStrip extends HBox {
    private static final int SHOWN = 2;

    private final TaskStripViewModel model;
    private final Button expand = new Button();
    private final HBox running = new HBox();
    private final Ticks ticks = new Ticks(Duration.ofSeconds(1), this::tick);

    public TaskStrip(TaskStripViewModel model, Words words, Runnable toggle, Node... status) {
        this.model = model;
        getStyleClass().add("lx-task-strip");
        setAlignment(Pos.CENTER_LEFT);
        expand.setId("task-strip-expand");
        expand.getStyleClass().addAll("flat", "lx-icon-button");
        expand.setGraphic(Icons.of("bi-chevron-up", 11));
        expand.setAccessibleText(words.text("tasks.show"));
        expand.setTooltip(new Tooltip(words.text("tasks.show.tooltip")));
        expand.setOnAction(pressed -> toggle.run());
        HBox.setMargin(expand, new Insets(0, -7, 0, 0));
        running.getStyleClass().add("running");
        running.setAlignment(Pos.CENTER_LEFT);
        running.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(expand, running, space);
        getChildren().addAll(status);
        model.summaries().addListener((Observable changed) -> show());
        model.counts().addListener((observed, before, now) -> show());
        model.waiting().subscribe(this::count);
        sceneProperty().subscribe(this::count);
        show();
    }

    private void count() {
        ticks.play(getScene() != null && model.waiting().get());
    }

    private void tick() {
        model.tick();
    }

    public void expanded(boolean open) {
        expand.setGraphic(Icons.of(open ? "bi-chevron-down" : "bi-chevron-up", 11));
    }

    private void show() {
        running.getChildren().clear();
        List<TaskSummary> all = model.summaries();
        if (all.isEmpty()) {
            running.getChildren().add(muted(model.counts().get()));
            return;
        }
        for (int i = 0; i < Math.min(SHOWN, all.size()); i++) {
            if (i > 0) {
                running.getChildren().add(divider());
            }
            running.getChildren().addAll(summary(all.get(i)));
        }
        if (all.size() > SHOWN) {
            running.getChildren().add(muted("+" + (all.size() - SHOWN)));
        }
    }

    private static List<Node> summary(TaskSummary summary) {
        var title = new Label(summary.title());
        title.getStyleClass().add("title");
        var bar = new ShareBar().share(summary.share());
        bar.setAccessibleText(summary.title() + ": " + summary.progress());
        title.setMinWidth(0);
        var texts = new HBox(6, title, muted(summary.progress()));
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        return List.of(Icons.of(summary.icon(), Tone.ACCENT, 12), texts, bar);
    }

    /// A line between two things in the strip; JavaFX's separator brings space of its own.
    public static Region divider() {
        var divider = new Region();
        divider.getStyleClass().add("divider");
        return divider;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("lx-muted");
        return label;
    }
}
