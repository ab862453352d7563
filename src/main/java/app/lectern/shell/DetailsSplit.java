package app.lectern.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A list with its details at the right. The divider is remembered per screen; below 1280 the list takes the whole
/// width and the details come as a sheet when they are asked for.
public final class DetailsSplit extends StackPane {
    private static final double SHEET_BELOW = 1280;
    private static final double SHEET_WIDTH = 398;

    private final Shell shell;
    private final String screen;
    private final Node list;
    private final Region details;
    private final SplitPane split = new SplitPane();
    private boolean asSheet;
    private Optional<Layers.Layer> sheet = Optional.empty();

    public DetailsSplit(Shell shell, String screen, Node list, Region details, double usual) {
        this.shell = shell;
        this.screen = screen;
        this.list = list;
        this.details = details;
        details.setMinWidth(298);
        SplitPane.setResizableWithParent(details, false);
        split.getStyleClass().add("lx-split");
        split.getItems().addAll(list, details);
        split.setDividerPositions(shell.settings().get().window().dividers().getOrDefault(screen, usual));
        getChildren().add(split);
        split.getDividers().getFirst().positionProperty().addListener((observed, before, now) -> remember(now.doubleValue()));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.widthProperty().addListener((observed, before, width) -> arrange(width.doubleValue()));
                arrange(scene.getWidth());
            }
        });
    }

    private void remember(double position) {
        if (!asSheet && getScene() != null) {
            shell.settings().change(now -> now.with(WindowMemory.divider(now.window(), screen, position)));
        }
    }

    private void arrange(double width) {
        boolean narrow = width < SHEET_BELOW;
        if (narrow == asSheet) {
            return;
        }
        asSheet = narrow;
        if (narrow) {
            split.getItems().remove(details);
        } else {
            split.getItems().setAll(list, details);
        }
    }

    /// Brings the details into view: as a sheet when there is no room beside the list, else by moving the focus there.
    public void showDetails() {
        if (!asSheet) {
            Focus.first(details);
            return;
        }
        details.setMaxSize(SHEET_WIDTH, Double.MAX_VALUE);
        details.setPrefWidth(SHEET_WIDTH);
        if (sheet.isEmpty()) {
            sheet = Optional.of(shell.layers().open(details, Pos.CENTER_RIGHT, () -> sheet = Optional.empty()));
        }
    }

    /// Takes the sheet away; beside the list the details stay.
    public void hideDetails() {
        sheet.ifPresent(Layers.Layer::close);
    }

    public boolean detailsAreSheet() {
        return asSheet;
    }
}
