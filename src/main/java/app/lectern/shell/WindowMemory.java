package app.lectern.shell;

import app.lectern.home.Settings;
import app.lectern.shell.controls.LecternMark;
import java.util.HashMap;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Opens the window where it stood, never where no screen shows it, and remembers each move.
final class WindowMemory {
    private static final double GRIP = 120;

    private final Stage stage;
    private final LiveSettings settings;
    private final InvalidationListener moved = changed -> remember();

    WindowMemory(Stage stage, LiveSettings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    void open(Scene scene, MainWindow window) {
        var was = settings.get().window();
        var screen = screenFor(was);
        stage.setScene(scene);
        FirstPaint.then(() -> stage.getIcons().setAll(LecternMark.windowIcons()));
        var integration = window.parts().integrations().selected();
        stage.titleProperty().bind(Bindings.createStringBinding(() -> title(window), window.place(), integration));
        stage.setMinWidth(Math.min(MainWindow.MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MainWindow.MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(was.width(), screen.getWidth()));
        stage.setHeight(Math.min(was.height(), screen.getHeight()));
        if (isSomewhere(was)) {
            stage.setX(was.x());
            stage.setY(was.y());
        } else {
            stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
            stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
        }
        stage.setMaximized(was.maximised());
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        stage.maximizedProperty().addListener(moved);
    }

    /// The stage may go on with something else in it, whose size is not this window's.
    void close() {
        stage.titleProperty().unbind();
        stage.xProperty().removeListener(moved);
        stage.yProperty().removeListener(moved);
        stage.widthProperty().removeListener(moved);
        stage.heightProperty().removeListener(moved);
        stage.maximizedProperty().removeListener(moved);
    }

    private static String title(MainWindow window) {
        var words = window.words();
        var choice = window.parts().integrations().selected().get();
        var screen = words.of(window.place().get());
        if (choice == null) {
            return words.text("window.title", screen);
        }
        return words.text(choice.simulated() ? "window.title.demo" : "window.title.tenant", screen, choice.name());
    }

    /// A maximised window keeps the size to which it returns.
    private void remember() {
        settings.change(now -> {
            var window = now.window();
            if (stage.isMaximized() || stage.isIconified() || Double.isNaN(stage.getX())) {
                return now.with(new Settings.Window(window.x(), window.y(), window.width(), window.height(), stage.isMaximized(),
                        window.railCollapsed(), window.screen(), window.integration(), window.dividers()));
            }
            return now.with(new Settings.Window(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false,
                    window.railCollapsed(), window.screen(), window.integration(), window.dividers()));
        });
    }

    private static boolean isSomewhere(Settings.Window was) {
        return (was.x() != 0 || was.y() != 0) && Screen.getScreens().stream().anyMatch(screen -> canBeGripped(was, screen.getVisualBounds()));
    }

    /// Enough of the title bar must lie on the screen to drag the window by it.
    static boolean canBeGripped(Settings.Window window, Rectangle2D screen) {
        double left = Math.max(window.x(), screen.getMinX());
        double right = Math.min(window.x() + window.width(), screen.getMaxX());
        return right - left >= GRIP && window.y() >= screen.getMinY() - 8 && window.y() <= screen.getMaxY() - GRIP;
    }

    private static Rectangle2D screenFor(Settings.Window was) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .filter(bounds -> canBeGripped(was, bounds))
                .findFirst()
                .orElse(Screen.getPrimary().getVisualBounds());
    }

    static Settings.Window at(Settings.Window window, Place place) {
        return new Settings.Window(window.x(), window.y(), window.width(), window.height(), window.maximised(),
                window.railCollapsed(), place.id(), window.integration(), window.dividers());
    }

    static Settings.Window rail(Settings.Window window, boolean collapsed) {
        return new Settings.Window(window.x(), window.y(), window.width(), window.height(), window.maximised(),
                collapsed, window.screen(), window.integration(), window.dividers());
    }

    static Settings.Window divider(Settings.Window window, String screen, double position) {
        var dividers = new HashMap<>(window.dividers());
        dividers.put(screen, position);
        return new Settings.Window(window.x(), window.y(), window.width(), window.height(), window.maximised(),
                window.railCollapsed(), window.screen(), window.integration(), dividers);
    }
}
