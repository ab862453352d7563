package app.lectern.shell.controls;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/// Whoever works by keyboard keeps the place when what a pane shows is made anew.
public final class SameFocus {
    private SameFocus() {}

    /// Afterwards the control of the same id, or else of the same words, has the keyboard again.
    public static void during(Parent pane, Runnable filled) {
        var before = pane.getScene() == null ? Optional.<Node>empty() : within(pane, pane.getScene().getFocusOwner());
        filled.run();
        before.filter(node -> node.getScene() == null).flatMap(node -> everything(pane).filter(now -> isSame(node, now)).findFirst())
                .ifPresent(Node::requestFocus);
    }

    /// The control that has the keyboard, by the part of it that can be recognised.
    private static Optional<Node> within(Parent pane, Node owner) {
        boolean inside = Stream.iterate(owner, Objects::nonNull, Node::getParent).anyMatch(pane::equals);
        return Stream.iterate(owner, node -> inside && node != null && node != pane, Node::getParent)
                .filter(node -> node.getId() != null || node instanceof Labeled).findFirst();
    }

    private static boolean isSame(Node before, Node now) {
        return before.getId() != null ? before.getId().equals(now.getId())
                : before instanceof Labeled one && now instanceof Labeled other && other.isFocusTraversable() && Objects.equals(one.getText(), other.getText());
    }

    private static Stream<Node> everything(Node from) {
        return Stream.concat(Stream.of(from), from instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(SameFocus::everything) : Stream.of());
    }
}
