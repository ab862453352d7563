package app.lectern.shell;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.util.Animations;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// What lies over the frame, topmost last: palette, dialogs, sheets, the task list. Esc closes the topmost only, and
/// focus goes back to where it was.
public final class Layers {
    private static final Duration MOTION = Duration.millis(120);

    private final StackPane host;
    private final BooleanSupplier still;
    private final Deque<Layer> open = new ArrayDeque<>();

    Layers(StackPane host, BooleanSupplier still) {
        this.host = host;
        this.still = still;
        host.sceneProperty().addListener((observed, before, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((focus, from, to) -> keepFocusInside(to));
            }
        });
    }

    /// One thing that lies over the frame.
    public abstract static class Layer {
        private Node focusBefore;

        /// Asks it to go. It may refuse, for instance to ask about unsaved edits first.
        public abstract void close();

        abstract boolean isModal();

        abstract Node content();
    }

    private final class Modal extends Layer {
        private final ModalPane pane = new ModalPane();
        private final Node content;
        private final Runnable closed;

        Modal(Node content, Pos place, Runnable closed) {
            this.content = content;
            this.closed = closed;
            pane.setAlignment(place);
            pane.getStyleClass().add("lx-layer");
            pane.setFocusTraversable(false);
            pane.setInTransitionFactory(still.getAsBoolean() ? null : node -> Animations.fadeIn(node, MOTION));
            pane.setOutTransitionFactory(null);
            pane.displayProperty().addListener((observed, before, shown) -> {
                if (!shown) {
                    gone(this);
                }
            });
        }

        @Override
        public void close() {
            pane.hide(true);
        }

        @Override
        boolean isModal() {
            return true;
        }

        @Override
        Node content() {
            return content;
        }
    }

    /// Shows the node over a scrim. `closed` runs once, however it was closed.
    public Layer open(Node content, Pos place, Runnable closed) {
        var layer = new Modal(content, place, closed);
        push(layer);
        host.getChildren().add(layer.pane);
        // The pane's skin must exist before it is told to show something: it does not look for what was set earlier.
        host.applyCss();
        layer.pane.show(content);
        host.applyCss();
        host.layout();
        Focus.first(content);
        return layer;
    }

    /// Keeps track of something that shows itself without a scrim, so that Esc finds it in its turn.
    void track(Layer layer) {
        push(layer);
    }

    private void push(Layer layer) {
        layer.focusBefore = host.getScene() == null ? null : host.getScene().getFocusOwner();
        open.addLast(layer);
    }

    /// To be called by a tracked layer when it has gone.
    void gone(Layer layer) {
        if (!open.remove(layer)) {
            return;
        }
        if (layer instanceof Modal modal) {
            host.getChildren().remove(modal.pane);
            modal.closed.run();
        }
        if (layer.focusBefore != null && layer.focusBefore.getScene() == host.getScene()) {
            layer.focusBefore.requestFocus();
        }
    }

    boolean closeTop() {
        if (open.isEmpty()) {
            return false;
        }
        open.getLast().close();
        return true;
    }

    boolean hasModal() {
        return open.stream().anyMatch(Layer::isModal);
    }

    /// Tab must not wander under the scrim.
    private void keepFocusInside(Node focused) {
        if (open.isEmpty() || !open.getLast().isModal() || focused == null) {
            return;
        }
        var content = open.getLast().content();
        if (content.getScene() != null && !Focus.isInside(focused, content)) {
            Focus.first(content);
        }
    }
}
