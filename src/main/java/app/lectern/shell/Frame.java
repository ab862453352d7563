package app.lectern.shell;

import app.lectern.shell.tasks.TaskList;
import app.lectern.shell.tasks.TaskStrip;
import app.lectern.shell.tasks.TaskStripViewModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Top bar, navigation, page and task strip, and the task list that opens over the page.
final class Frame extends StackPane {
    private static final double RAIL_COLLAPSES_BELOW = 1000;
    private static final double STRIP = 30;
    private static final double BARS = 78;
    private static final double LOWEST = MainWindow.MIN_HEIGHT - 12;

    private final MainWindow window;
    private final NavigationRail rail;
    private final TopBar topBar;
    private final TaskStrip strip;
    private final TaskList taskList;
    private final Page page = new Page();
    private final ConnectionMessage connection;
    private final VBox area = new VBox();
    private final ScrollPane low = low();
    private final Layers.Layer taskLayer = new TaskLayer();

    private final class TaskLayer extends Layers.Layer {
        @Override
        public void close() {
            getChildren().remove(taskList);
            strip.expanded(false);
            window.layers().gone(this);
        }

        @Override
        boolean isModal() {
            return false;
        }

        @Override
        Node content() {
            return taskList;
        }
    }

    Frame(ShellParts parts, MainWindow window, Notifications notifications) {
        this.window = window;
        this.rail = new NavigationRail(parts.words(), window::go);
        parts.integrations().selected().subscribe(chosen -> {
            if (chosen != null) {
                rail.showOnly(chosen.places());
            }
        });
        rail.collapsedProperty().bind(Bindings.createBooleanBinding(
                () -> window.settings().get().window().railCollapsed() || tooNarrow(), window.settings().current(), widthProperty()));
        this.topBar = new TopBar(parts, notifications, rail.collapsedProperty(), deeds(parts, notifications));
        var tasks = new TaskStripViewModel(parts.jobs(), parts.words());
        this.strip = new TaskStrip(tasks, parts.words(), this::toggleTasks, status(parts));
        strip.getStyleClass().add(Focus.AREA);
        this.taskList = new TaskList(tasks, parts.words(), this::toggleTasks);
        StackPane.setAlignment(taskList, Pos.BOTTOM_CENTER);
        StackPane.setMargin(taskList, new Insets(0, 0, STRIP, 0));
        heightProperty().addListener((observed, before, now) -> taskList.limit(now.doubleValue() / 2));
        page.getStyleClass().add("lx-page");
        VBox.setVgrow(page, Priority.ALWAYS);
        VBox.setVgrow(low, Priority.ALWAYS);
        this.connection = new ConnectionMessage(parts.status(), parts.words(), parts.clock());
        var border = new BorderPane(area);
        border.setTop(topBar);
        border.setLeft(rail);
        border.setBottom(strip);
        getChildren().add(border);
        heightProperty().subscribe(height -> fit());
        connection.heightProperty().subscribe(height -> fit());
        connection.visibleProperty().subscribe(visible -> fit());
    }

    /// What is said above the page takes its height from it. The keyboard stays where it is.
    private void fit() {
        double height = getHeight() - (connection.isVisible() ? connection.getHeight() : 0);
        boolean isLow = getHeight() > 0 && height < LOWEST;
        if (!area.getChildren().isEmpty() && isLow == area.getChildren().contains(low)) {
            return;
        }
        var keyboard = getScene() == null ? null : getScene().getFocusOwner();
        area.getChildren().setAll(connection, isLow ? lowPage() : wholePage());
        if (keyboard != null && keyboard.getScene() != null) {
            keyboard.requestFocus();
        }
    }

    /// As high as what it shows needs, and no lower than is good to read.
    private static final class Page extends StackPane {
        private double lowest;

        void lowest(double height) {
            lowest = height;
            requestLayout();
        }

        @Override
        protected double computeMinHeight(double width) {
            return Math.max(lowest, super.computeMinHeight(width));
        }
    }

    private Node wholePage() {
        low.setContent(null);
        page.lowest(0);
        return page;
    }

    /// In a lower window, as at 200 % on a small screen, the page scrolls instead of losing its lists.
    private Node lowPage() {
        page.lowest(LOWEST - BARS);
        low.setContent(page);
        return low;
    }

    private static ScrollPane low() {
        var pane = new ScrollPane();
        pane.getStyleClass().add("edge-to-edge");
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        // a page changes too often for its picture to be worth keeping
        pane.skinProperty().subscribe(skin -> pane.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false)));
        return pane;
    }

    private boolean tooNarrow() {
        return getWidth() > 0 && getWidth() < RAIL_COLLAPSES_BELOW;
    }

    private TopBar.Deeds deeds(ShellParts parts, Notifications notifications) {
        return new TopBar.Deeds() {
            @Override
            public void toggleRail() {
                Frame.this.toggleRail();
            }

            @Override
            public void openPalette() {
                window.openPalette();
            }

            @Override
            public void openNotices(Button bell) {
                new NoticesPopover(notifications, parts.words()).show(bell);
            }
        };
    }

    private static Node[] status(ShellParts parts) {
        var words = parts.words();
        var sync = new Label();
        sync.getStyleClass().add("lx-secondary");
        sync.setMinWidth(USE_PREF_SIZE);
        sync.textProperty().bind(parts.status().lastSync().map(
                at -> at.map(instant -> words.text("strip.last-sync", words.time(instant))).orElse(words.text("strip.no-sync"))));
        var latency = new Label();
        latency.getStyleClass().add("lx-secondary");
        latency.setMinWidth(USE_PREF_SIZE);
        var status = parts.status();
        latency.textProperty().bind(Bindings.createStringBinding(() -> status.latency().getValue().filter(took -> !status.isLost())
                .map(took -> words.text("strip.latency", words.span(took))).orElse(words.text("strip.not-connected")), status.latency(), status.connection()));
        return new Node[] {sync, TaskStrip.divider(), latency};
    }

    void showPage(Place place, Node view) {
        page.getChildren().setAll(view);
        rail.select(place);
    }

    Node page() {
        return page.getChildren().getFirst();
    }

    NavigationRail navigation() {
        return rail;
    }

    void toggleRail() {
        window.settings().change(now -> now.with(WindowMemory.rail(now.window(), !now.window().railCollapsed())));
    }

    void toggleTasks() {
        if (taskList.getParent() != null) {
            taskLayer.close();
            return;
        }
        // in the window only while it is open: a list without a size asks for its layout in every pulse, as long as its lines change
        getChildren().add(taskList);
        strip.expanded(true);
        window.layers().track(taskLayer);
        Focus.first(taskList);
    }

    /// The stops of F6, in order.
    List<Node> areas() {
        var areas = new java.util.ArrayList<Node>(List.of(topBar, rail));
        areas.addAll(Focus.areas(page()));
        if (taskList.getParent() != null) {
            areas.add(taskList);
        }
        areas.add(strip);
        return areas;
    }
}
