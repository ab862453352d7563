package app.lectern.shell;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Shows the whole of a text that had to be cut short when somebody points at it, unless its place says something there already.
final class WholeText {
    /// Of ours, so that it can be taken away when there is room again.
    private static final class Whole extends Tooltip {
        Whole(Labeled of) {
            textProperty().bind(of.textProperty());
        }
    }

    private WholeText() {}

    static void showIn(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, entered -> {
            if (entered.getTarget() instanceof Labeled labeled) {
                look(labeled);
            }
        });
    }

    static void look(Labeled at) {
        boolean cut = at.isTextTruncated() && at.getText() != null && !at.getText().isBlank();
        if (at.getTooltip() instanceof Whole && !cut) {
            at.setTooltip(null);
        } else if (cut && above(at).noneMatch(each -> each instanceof Control control && control.getTooltip() != null)) {
            at.setTooltip(new Whole(at));
        }
    }

    private static Stream<Node> above(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent);
    }
}
