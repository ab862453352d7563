package app.lectern.shell;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// A list with what belongs to it below. The divider is remembered per screen.
public final class StackedSplit extends SplitPane {
    public StackedSplit(Shell shell, String screen, Region list, Region below, double usual) {
        setOrientation(Orientation.VERTICAL);
        getStyleClass().addAll("lx-split", "stacked");
        getItems().addAll(list, below);
        setResizableWithParent(below, false);
        setDividerPositions(shell.settings().get().window().dividers().getOrDefault(screen, usual));
        getDividers().getFirst().positionProperty().addListener((observed, before, now) -> {
            if (getScene() != null && getHeight() > 0) {
                shell.settings().change(all -> all.with(WindowMemory.divider(all.window(), screen, now.doubleValue())));
            }
        });
    }
}
