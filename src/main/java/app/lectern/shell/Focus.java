package app.lectern.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Finds where the focus may go.
final class Focus {
    /// Marks a part of a screen as a stop of F6: page head, filters, list, details, footer.
    static final String AREA = "lx-area";

    private Focus() {}

    /// Moves the focus to the node's first useful control; false when it has none.
    static boolean first(Node within) {
        for (var node : walk(within, new ArrayList<>())) {
            if (node.isFocusTraversable() && !node.isDisabled()) {
                node.requestFocus();
                return true;
            }
        }
        return false;
    }

    static boolean isInside(Node node, Node parent) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at == parent) {
                return true;
            }
        }
        return false;
    }

    /// The marked areas below the node, or the node itself when it marks none.
    static List<Node> areas(Node page) {
        var marked = walk(page, new ArrayList<>()).stream().filter(node -> node.getStyleClass().contains(AREA)).toList();
        return marked.isEmpty() ? List.of(page) : marked;
    }

    private static List<Node> walk(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return found;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, found));
        }
        return found;
    }
}
