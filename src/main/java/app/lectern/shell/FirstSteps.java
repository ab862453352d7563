package app.lectern.shell;

import javafx.beans.InvalidationListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import java.util.List;

/// The guided look around: a card beside the real control that it speaks of, one stop after the other. The window stays usable,
/// and Esc or Skip ends it at any stop.
final class FirstSteps {
    private static final double WIDTH = 320;
    private static final double GAP = 12;
    private static final double RING = 4;

    private final MainWindow window;
    private final StackPane host;
    private final List<FirstStep> steps;
    private final Pane pane = new Pane();
    private final Region ring = new Region();
    private final VBox card = new VBox(8);
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button back = new Button();
    private final Button next = new Button();
    private final InvalidationListener moved = changed -> place();
    private final Layers.Layer layer = new Open();
    private Node target;
    private int at;

    FirstSteps(MainWindow window, StackPane host, List<FirstStep> steps) {
        this.window = window;
        this.host = host;
        this.steps = steps;
        build();
    }

    private final class Open extends Layers.Layer {
        @Override
        public void close() {
            end();
        }

        @Override
        boolean isModal() {
            return false;
        }

        @Override
        Node content() {
            return card;
        }
    }

    private void build() {
        var words = window.words();
        pane.setPickOnBounds(false);
        ring.getStyleClass().add("lx-first-steps-ring");
        ring.setMouseTransparent(true);
        card.getStyleClass().add("lx-first-steps");
        card.setId("first-steps");
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        count.getStyleClass().add("lx-secondary");
        title.getStyleClass().add("lx-card-title");
        title.setWrapText(true);
        text.setWrapText(true);
        var skip = new Button(words.text("first-steps.skip"));
        skip.setId("first-steps-skip");
        skip.getStyleClass().addAll("flat", "small");
        skip.setOnAction(pressed -> end());
        back.setText(words.text("first-steps.back"));
        back.getStyleClass().add("small");
        back.setOnAction(pressed -> show(at - 1));
        next.setId("first-steps-next");
        next.getStyleClass().addAll("accent", "small");
        next.setOnAction(pressed -> forward());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, skip, space, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().addAll(count, title, text, buttons);
        pane.getChildren().addAll(ring, card);
    }

    void begin() {
        host.getChildren().add(pane);
        window.layers().track(layer);
        host.widthProperty().addListener(moved);
        host.heightProperty().addListener(moved);
        card.heightProperty().addListener(moved);
        show(0);
    }

    private void forward() {
        if (at + 1 == steps.size()) {
            end();
        } else {
            show(at + 1);
        }
    }

    private void show(int step) {
        at = step;
        var of = steps.get(step);
        window.go(of.place());
        var words = window.words();
        count.setText(words.text("first-steps.count", step + 1, steps.size()));
        title.setText(words.text(of.key()));
        text.setText(words.text(of.key() + ".text"));
        card.setAccessibleText(title.getText() + " " + text.getText());
        back.setDisable(step == 0);
        next.setText(words.text(step + 1 == steps.size() ? "first-steps.end" : "first-steps.next"));
        host.applyCss();
        host.layout();
        follow(window.scene().lookup("#" + of.control()));
        next.requestFocus();
    }

    private void follow(Node control) {
        if (target != null) {
            target.localToSceneTransformProperty().removeListener(moved);
            target.boundsInLocalProperty().removeListener(moved);
        }
        target = control;
        if (target != null) {
            target.localToSceneTransformProperty().addListener(moved);
            target.boundsInLocalProperty().addListener(moved);
        }
        place();
    }

    /// Beside the control where there is room: below, above, right, left; else over its middle.
    private void place() {
        boolean found = target != null && target.getScene() == host.getScene() && target.isVisible();
        ring.setVisible(found);
        double height = card.prefHeight(WIDTH);
        card.resize(WIDTH, height);
        if (!found) {
            card.relocate((host.getWidth() - WIDTH) / 2, (host.getHeight() - height) / 2);
            return;
        }
        var of = host.sceneToLocal(target.localToScene(target.getBoundsInLocal()));
        ring.resizeRelocate(of.getMinX() - RING, of.getMinY() - RING, of.getWidth() + 2 * RING, of.getHeight() + 2 * RING);
        var to = beside(of, height);
        card.relocate(clamped(to.getMinX(), host.getWidth() - WIDTH), clamped(to.getMinY(), host.getHeight() - height));
    }

    private Bounds beside(Bounds of, double height) {
        double x = of.getMinX() + Math.min(0, host.getWidth() - GAP - of.getMinX() - WIDTH);
        if (of.getMaxY() + GAP + height < host.getHeight()) {
            return new BoundingBox(x, of.getMaxY() + GAP, WIDTH, height);
        }
        if (of.getMinY() - GAP - height > 0) {
            return new BoundingBox(x, of.getMinY() - GAP - height, WIDTH, height);
        }
        double y = of.getMinY() + GAP;
        if (of.getMaxX() + GAP + WIDTH < host.getWidth()) {
            return new BoundingBox(of.getMaxX() + GAP, y, WIDTH, height);
        }
        if (of.getMinX() - GAP - WIDTH > 0) {
            return new BoundingBox(of.getMinX() - GAP - WIDTH, y, WIDTH, height);
        }
        return new BoundingBox(of.getCenterX() - WIDTH / 2, of.getCenterY() - height / 2, WIDTH, height);
    }

    private static double clamped(double value, double most) {
        return Math.max(GAP, Math.min(value, most - GAP));
    }

    private void end() {
        follow(null);
        host.getChildren().remove(pane);
        host.widthProperty().removeListener(moved);
        host.heightProperty().removeListener(moved);
        window.layers().gone(layer);
    }
}
