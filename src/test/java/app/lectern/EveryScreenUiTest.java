package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.Toolkit;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every screen as it looks on the demo tenant: nothing cut, nothing faint, nothing without a name, in either theme, in a small window,
/// and at 200 % on a small screen.
class EveryScreenUiTest {
    private EveryScreen screens;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        screens = new EveryScreen(folder);
        screens.wiring.deliverables.showSamples(screens.integration());
        screens.syncNow();
        screens.choose();
    }

    @AfterEach
    void close() throws Exception {
        screens.close();
    }

    private void walk(String name, MainWindow window) throws Exception {
        for (var place : Place.values()) {
            screens.go(window, place);
            screens.look(window, place.id() + "-" + name, true);
            if (Toolkit.onFx(() -> chooseFirst(window.scene().getRoot().lookup(".lx-page")))) {
                screens.look(window, place.id() + "-chosen-" + name, true);
            }
        }
        screens.end(window);
    }

    private static boolean chooseFirst(Node page) {
        var table = page.lookup(".table-view");
        if (table instanceof TableView<?> rows && !rows.getItems().isEmpty() && rows.getSelectionModel().getSelectedIndex() < 0) {
            rows.getSelectionModel().select(0);
            return true;
        }
        return false;
    }

    @Test
    void nothingIsCutFaintOrMuteInEitherThemeAndInASmallWindow() throws Exception {
        walk("light", screens.window());
        walk("dark", screens.window(Settings.Theme.DARK, 1360, 860));
        walk("small", screens.window(Settings.Theme.LIGHT, 1180, 720));
        walk("double", screens.window(Settings.Theme.DARK, 960, 540));
        assertThat(screens.faults).isEmpty();
        screens.assertSilent();
    }
}
