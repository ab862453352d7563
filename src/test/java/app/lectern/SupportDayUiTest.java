package app.lectern;

import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.school.PlantedCase;
import app.lectern.home.Settings;
import app.lectern.jobs.Jobs;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.Png;
import app.lectern.shell.Toolkit;
import app.lectern.store.ReadyStore;
import app.lectern.vault.Keychain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A day of support in the window, from a data folder with nothing in it but the demo tenant: four tickets, each taken from what was
/// pasted to a verdict and on to its fix or a support bundle. Keys, pastes and clicks are counted as a person would count them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportDayUiTest {
    private static final int MOST = 6;

    private final Keyboard robot = new Keyboard();
    private Wiring wiring;
    private Jobs jobs;
    private MainWindow window;
    private Stage stage;
    private int actions;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        Toolkit.start();
        var start = Start.of(ReadyStore.in(folder), Clock.systemUTC(), Map.of());
        wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
        jobs = new Jobs(new FxExecutor(), start.clock());
        onFx(() -> {
            var switcher = WindowScreens.switcher(wiring, jobs, () -> {}, () -> {}, problem -> {});
            window = new MainWindow(new WindowScreens(wiring, jobs, switcher, () -> {}).parts(problem -> {}));
            stage = new Stage();
            window.show(stage);
            switcher.load("", wiring::demoIntegration);
            return null;
        });
    }

    @AfterAll
    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return null;
        });
        jobs.close();
        wiring.close();
    }

    @BeforeEach
    void beginOnOverview() throws Exception {
        onFx(() -> {
            window.go(Place.OVERVIEW);
            return null;
        });
        actions = 0;
    }

    @Test
    void theRecordingIsMissing() throws Exception {
        photograph("recording-1-overview");
        paste("Ticket 4711, " + planted("not-recorded").organiser() + ": the recording is missing. " + planted("not-recorded").paste());
        verdict("not-recorded");
        photograph("recording-2-verdict");
        advice("look-in-drive");
        await(() -> window.place().get() == Place.RECORDINGS);
        photograph("recording-3-fix");
        assertThat(actions).isLessThanOrEqualTo(MOST);
    }

    @Test
    void totalTimeShowsZero() throws Exception {
        paste("Total time shows 0 for everybody in the lesson of " + planted("instant").organiser() + " " + planted("instant").paste());
        verdict("instant");
        photograph("total-time-1-verdict");
        advice("enter-by-hand");
        await(() -> window.place().get() == Place.ATTENDANCE);
        photograph("total-time-2-fix");
        assertThat(actions).isLessThanOrEqualTo(MOST);
    }

    @Test
    void theLinkDoesNotWork() throws Exception {
        paste("The link does not work: " + planted("link-gone").paste());
        verdict("link-gone");
        photograph("link-1-verdict");
        advice("schedule-instead");
        await(() -> window.place().get() == Place.MEETINGS && shows("meeting-subject"));
        photograph("link-2-fix");
        robot.push(KeyCode.ESCAPE);
        assertThat(actions).isLessThanOrEqualTo(MOST);
    }

    @Test
    void fourHundredAndFourInTheLog() throws Exception {
        paste("GET /users/x/onlineMeetings/y/attendanceReports HTTP/1.1 404 Not Found {\"error\":{\"code\":\"UnknownError\","
                + "\"innerError\":{\"request-id\":\"7be0c4d1-0000-4000-8000-000000000001\"}}}");
        await(() -> shows("diagnose-verdict"));
        photograph("log-1-explained");
        click("#diagnose-bundle");
        await(() -> window.scene().lookup("#bundle-content") instanceof TextArea content && content.getText().contains("404"));
        photograph("log-2-bundle");
        click("#bundle-copy");
        await(() -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("== error.txt"));
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).contains("7be0c4d1", "== calls.csv").doesNotContain("hannah.ivers");
        assertThat(actions).isLessThanOrEqualTo(MOST);
    }

    private PlantedCase planted(String verdict) {
        return wiring.demo.cases().stream().filter(each -> each.verdict().equals(verdict)).findFirst().orElseThrow();
    }

    /// Goes to Diagnose by its key and pastes: two actions.
    private void paste(String text) throws Exception {
        onFx(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            return Clipboard.getSystemClipboard().setContent(content);
        });
        actions++;
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
        await(() -> window.scene().getFocusOwner() instanceof TextInputControl field && "diagnose-input".equals(field.getId()));
        onFx(() -> {
            ((TextInputControl) window.scene().getFocusOwner()).selectAll();
            return null;
        });
        actions++;
        robot.push(KeyCode.CONTROL, KeyCode.V);
    }

    private void verdict(String id) throws Exception {
        var title = wiring.start.words().text("verdict." + id + ".title");
        await(() -> window.scene().lookup(".verdict-title") instanceof Label label && label.getText().contains(title));
    }

    private void advice(String id) throws Exception {
        var title = wiring.start.words().text("advice." + id + ".title");
        actions++;
        onFx(() -> {
            var line = window.scene().getRoot().lookupAll(".lx-advice").stream()
                    .filter(each -> each.lookup(".title") instanceof Label label && label.getText().equals(title)).findFirst().orElseThrow();
            ((Button) line.lookup(".button")).fire();
            return null;
        });
    }

    private void click(String id) throws Exception {
        actions++;
        onFx(() -> {
            ((Button) window.scene().lookup(id)).fire();
            return null;
        });
    }

    private boolean shows(String id) {
        var node = window.scene().lookup("#" + id);
        return node != null && node.isVisible();
    }

    private void photograph(String name) throws Exception {
        for (var theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
            var png = onFx(() -> {
                window.settings().change(now -> now.with(new Settings.Appearance(theme, true)));
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                return Png.encode(window.scene().snapshot(new WritableImage((int) window.scene().getWidth(), (int) window.scene().getHeight())));
            });
            var file = Files.createDirectories(Path.of("target", "pictures", "days")).resolve("support-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            Files.write(file, png);
            assertThat(png.length).isGreaterThan(10_000);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!onFx(condition)) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            Thread.sleep(30);
        }
    }
}
