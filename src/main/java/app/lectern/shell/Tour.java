package app.lectern.shell;

import app.lectern.home.Settings;
import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.shell.settings.SettingsGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;

/// Walks through the window and writes a picture of each screen, light and dark, without a display. Run it off the FX
/// thread with the toolkit started; it builds a window of its own from the parts.
public final class Tour {
    public static final int WIDTH = 1360;
    public static final int HEIGHT = 860;
    private static final long PATIENCE_SECONDS = 60;

    private static final Problem REFUSED = Problem.of(Problem.Code.PERMISSION_MISSING)
            .with("permission", "OnlineMeetingTranscript.Read.All")
            .seen(new Evidence("Microsoft Graph", 403, "Authorization_RequestDenied", "", "7be0c4d1"))
            .offering(Remedy.openPage("https://entra.microsoft.com"))
            .offering(Remedy.of(Remedy.Kind.RETRY));

    private final ShellParts parts;
    private final List<Path> written = new ArrayList<>();
    private MainWindow window;
    private Path folder;

    public Tour(ShellParts parts) {
        this.parts = parts;
    }

    /// The pictures in the order in which they were taken. The settings are left as they were.
    public List<Path> run(Path into) throws IOException, InterruptedException {
        folder = Files.createDirectories(into);
        var before = parts.settings().get();
        try {
            onFx(() -> window = new MainWindow(parts));
            for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
                walk(theme, theme == Settings.Theme.LIGHT ? "light" : "dark");
            }
        } finally {
            onFx(() -> window.end());
            parts.settings().change(now -> before);
        }
        return List.copyOf(written);
    }

    private void walk(Settings.Theme theme, String name) throws IOException, InterruptedException {
        onFx(() -> window.settings().change(now -> now.with(new Settings.Appearance(theme, true))));
        for (var place : Place.values()) {
            if (place != Place.SETTINGS) {
                take(name, place.id(), () -> window.go(place));
            }
        }
        onFx(() -> window.go(Place.SETTINGS));
        for (var group : SettingsGroup.values()) {
            take(name, "settings-" + words(group), () -> selectGroup(group));
        }
        take(name, "task-list", () -> {
            window.go(Place.OVERVIEW);
            window.frame().toggleTasks();
        });
        take(name, "palette", () -> {
            window.layers().closeTop();
            window.openPalette();
        });
        take(name, "palette-typed", () -> window.scene().getRoot().lookupAll("#palette-text").forEach(
                field -> ((TextField) field).setText("sett")));
        take(name, "help", () -> {
            window.layers().closeTop();
            window.openHelp();
        });
        take(name, "problem", () -> {
            window.layers().closeTop();
            window.dialogs().show(REFUSED);
        });
        onFx(() -> window.layers().closeTop());
        takeStates(name);
    }

    private static String words(SettingsGroup group) {
        return group.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void selectGroup(SettingsGroup group) {
        if (window.scene().lookup("#settings-groups") instanceof ListView<?> list) {
            list.getSelectionModel().select(group.ordinal());
        }
    }

    /// The states have no screen of their own: they take the page's place for the picture.
    private void takeStates(String name) throws IOException, InterruptedException {
        take(name, "states", () -> window.frame().showPage(Place.OVERVIEW, new StateGallery(window)));
        onFx(() -> window.frame().showPage(Place.OVERVIEW, window.view(Place.OVERVIEW)));
    }

    private void take(String theme, String name, Runnable prepare) throws IOException, InterruptedException {
        onFx(prepare);
        settle();
        var png = new byte[1][];
        onFx(() -> {
            Parent root = window.scene().getRoot();
            root.applyCss();
            root.layout();
            uncache(root);
            png[0] = Png.encode(window.scene().snapshot(new WritableImage(WIDTH, HEIGHT)));
        });
        var file = folder.resolve(name + "-" + theme + ".png");
        Files.write(file, png[0]);
        written.add(file);
    }

    /// Scroll panes cache what they show as a picture, and outside a shown window nothing tells that cache to renew itself.
    private static void uncache(Node node) {
        node.setCache(false);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Tour::uncache);
        }
    }

    /// Views load their data in the background: a picture is taken when no answer is on its way any more.
    private void settle() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            await(done -> {
                var pause = new PauseTransition(Duration.millis(60));
                pause.setOnFinished(over -> done.run());
                pause.play();
            });
        }
    }

    private static void onFx(Runnable action) throws InterruptedException {
        await(done -> {
            action.run();
            done.run();
        });
    }

    private static void await(Consumer<Runnable> action) throws InterruptedException {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            try {
                action.accept(() -> done.complete(null));
            } catch (RuntimeException | Error failure) {
                done.completeExceptionally(failure);
            }
        });
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the tour failed", failure.getCause());
        } catch (TimeoutException stuck) {
            throw new IllegalStateException("the window did not answer", stuck);
        }
    }
}
