package app.lectern.shell;

import app.lectern.home.Settings;
import app.lectern.shell.controls.Fonts;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// Light and dark: follows the system or the person's choice, while the program runs.
final class Look {
    private static final String OWN = sheet("lectern.css");
    private static final String DARK = sheet("lectern-dark.css");

    private final LiveSettings settings;
    private final Scene scene;
    private final ChangeListener<ColorScheme> system = (observed, before, now) -> apply();

    Look(LiveSettings settings, Scene scene) {
        this.settings = settings;
        this.scene = scene;
        Fonts.load();
        scene.getStylesheets().add(OWN);
        settings.current().addListener((observed, before, now) -> {
            if (!before.appearance().equals(now.appearance())) {
                apply();
            }
        });
        Platform.getPreferences().colorSchemeProperty().addListener(system);
        apply();
    }

    /// Has the toolkit read and keep what nearly every start needs; a person's other choice replaces it.
    static void prepare() {
        // beside the theme, which needs no font yet
        var fonts = Thread.ofPlatform().name("fonts").start(Fonts::load);
        boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        Application.setUserAgentStylesheet(theme(dark));
        awaited(fonts);
        var first = new Scene(new StackPane(new Label("Lectern"), new Button("Lectern")));
        first.getStylesheets().add(OWN);
        first.getRoot().applyCss();
        first.getRoot().layout();
    }

    private static void awaited(Thread fonts) {
        try {
            fonts.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String theme(boolean dark) {
        return (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    }

    private static String sheet(String name) {
        return Look.class.getResource("/app/lectern/shell/" + name).toExternalForm();
    }

    boolean isDark() {
        return switch (settings.get().appearance().theme()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    void toggle() {
        var next = isDark() ? Settings.Theme.LIGHT : Settings.Theme.DARK;
        settings.change(now -> now.with(new Settings.Appearance(next, now.appearance().reduceMotion())));
    }

    private void apply() {
        boolean dark = isDark();
        Application.setUserAgentStylesheet(theme(dark));
        scene.getStylesheets().remove(DARK);
        if (dark) {
            scene.getStylesheets().add(DARK);
        }
        var classes = scene.getRoot().getStyleClass();
        classes.removeAll("lx-light", "lx-dark");
        classes.add(dark ? "lx-dark" : "lx-light");
    }

    /// The toolkit outlives the window, and must not keep it.
    void release() {
        Platform.getPreferences().colorSchemeProperty().removeListener(system);
    }
}
