package app.lectern.shell;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// A list with its details at the right. The divider is remembered per screen; below 1280 the list takes the whole
/// width and the details come as a sheet when they are asked for.
public final class DetailsSplit extends StackPane {
    private static final double SHEET_BELOW = 1280;
    private static final double SHEET_WIDTH = 398;

    private final Shell shell;
    private final String screen;
    private final Node list;
    private final Region details;
    private final double usual;
    private final SplitPane split = new SplitPane();
    private boolean asSheet;
    private boolean leftOpen;
    private boolean placesOnceSized;
    private Subscription widths = Subscription.EMPTY;
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
        this.usual = usual;
        place();
        // before it has its size, the divider would be put where the details still have the width that a narrower window left them
        split.widthProperty().subscribe(() -> {
            if (placesOnceSized) {
                placesOnceSized = false;
                Platform.runLater(this::place);
            }
        });
        getChildren().add(split);
        sceneProperty().subscribe(scene -> {
            widths.unsubscribe();
            if (scene == null) {
                leave();
            } else {
                widths = scene.widthProperty().subscribe(width -> arrange(width.doubleValue()));
                Platform.runLater(this::comeBack);
            }
        });
    }

    private void place() {
        // narrow again before it came to that
        if (split.getDividers().isEmpty()) {
            return;
        }
        split.setDividerPositions(shell.settings().get().window().dividers().getOrDefault(screen, usual));
        split.getDividers().getFirst().positionProperty().addListener((observed, before, now) -> remember(now.doubleValue()));
    }

    /// Only where somebody dragged it to: it also moves by itself, while the window is made larger or smaller.
    private void remember(double position) {
        if (getScene() != null && split.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed)) {
            shell.settings().change(now -> now.with(WindowMemory.divider(now.window(), screen, position)));
        }
    }

    /// Another place was gone to: the sheet goes with its list, and comes back with it.
    private void leave() {
        leftOpen = sheet.isPresent();
        hideDetails();
    }

    private void comeBack() {
        if (leftOpen && asSheet && getScene() != null) {
            showDetails();
        }
        leftOpen = false;
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
            hideDetails();
            split.getItems().setAll(list, details);
            placesOnceSized = true;
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
