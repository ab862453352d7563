package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.home.Settings;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.jobs.Jobs;
import app.lectern.jobs.Progress;
import app.lectern.shell.Complaints;
import app.lectern.shell.Dialogs;
import app.lectern.shell.FileChoosers;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.ScenePicture;
import app.lectern.shell.ScreenCheck;
import app.lectern.shell.ShellParts;
import app.lectern.shell.Toolkit;
import app.lectern.store.ReadyStore;
import app.lectern.sync.SyncOrder;
import app.lectern.vault.Keychain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// All of Lectern's screens on the demo tenant, in windows of any size, and what is wrong with their looks.
final class EveryScreen {
    private static final Path PICTURES = Path.of("target/pictures/every");
    /// To look at them oneself; a run that nobody watches does without.
    static final boolean PHOTOGRAPHS = System.getenv("LECTERN_PICTURES") != null;
    private static final double ROOMY = 1180;
    private static final long PATIENCE_SECONDS = 30;

    final List<String> faults = new ArrayList<>();
    final Wiring wiring;
    /// What was opened outside.
    final List<String> opened = new ArrayList<>();
    /// What the next chooser of a file answers.
    Optional<Path> file = Optional.empty();
    /// What the next chooser of a place to save answers.
    Optional<Path> target = Optional.empty();
    private final Jobs jobs;
    private final ShellParts parts;
    private final SwitcherViewModel switcher;
    private final WindowScreens screens;
    private final Complaints complaints;

    /// Nothing is connected yet.
    EveryScreen(Path folder) throws Exception {
        Toolkit.start();
        complaints = new Complaints();
        var start = Start.of(ReadyStore.in(folder), Clock.systemUTC(), Map.of());
        wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
        jobs = new Jobs(new FxExecutor(), start.clock());
        switcher = Toolkit.onFx(() -> WindowScreens.switcher(wiring, jobs, () -> {}, () -> {}, problem -> {}));
        screens = Toolkit.onFx(() -> new WindowScreens(wiring, jobs, switcher, () -> {}));
        parts = Toolkit.onFx(() -> unasking(screens.parts(problem -> {})));
    }

    private ShellParts unasking(ShellParts with) {
        return new ShellParts(with.words(), with.clock(), with.home(), with.settings(), with.jobs(), with.screens(), with.integrations(), with.palette(), with.keys(),
                with.network(), with.updates(), with.unattended(), with.status(), with.person(), new Chosen(), with.version(), with.firstSteps());
    }

    /// Opens nothing but writes it down; every chooser of files is answered by the test.
    private final class Chosen implements Outside, FileChoosers {
        @Override
        public void openPage(String address) {
            opened.add(address);
        }

        @Override
        public void openFolder(Path folder) {
            opened.add(folder.toString());
        }

        @Override
        public FileChoosers choosers(Supplier<Window> owner) {
            return this;
        }

        @Override
        public Optional<Path> chooseFile(String title, Dialogs.FileKind kind) {
            return file;
        }

        @Override
        public Optional<Path> chooseFolder(String title, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseTarget(String title, String suggestedName, Dialogs.FileKind kind) {
            return target;
        }
    }

    Integration integration() {
        return wiring.demoIntegration();
    }

    DemoTenant tenant() {
        return wiring.demo.own().orElseThrow();
    }

    /// Connects the demo tenant and chooses it.
    void choose() throws Exception {
        integration();
        Toolkit.run(() -> switcher.load("", this::integration));
        idle();
    }

    /// Begins a sync of everything.
    void sync() {
        Toolkit.run(() -> screens.sync(SyncOrder.everything(integration())));
    }

    void syncNow() throws Exception {
        wiring.sync.engine.run(SyncOrder.everything(integration()), Progress.NONE);
        idle();
    }

    void check() throws Exception {
        wiring.connected.checks.run(integration(), Progress.NONE);
        idle();
    }

    void cancelAll() throws Exception {
        Toolkit.run(() -> jobs.list().forEach(job -> jobs.cancel(job.id())));
    }

    void idle() throws Exception {
        for (int still = 0; still < 3; still++) {
            await("everything is done", () -> jobs.list().stream().allMatch(job -> job.state().isFinal()));
        }
    }

    /// Nothing is read any more either, which the task list does not show.
    void atRest() throws Exception {
        await("everything is read", () -> !jobs.atWork());
        idle();
    }

    void await(String what, BooleanSupplier condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Toolkit.onFx(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited until " + what + (faults.isEmpty() ? "" : " after " + faults)).isLessThan(until);
            Thread.sleep(10);
        }
    }

    MainWindow window() throws Exception {
        return window(Settings.Theme.LIGHT, 1360, 860);
    }

    /// Outside any stage, because a headless screen is smaller than many windows.
    MainWindow window(Settings.Theme theme, double width, double height) throws Exception {
        // in one go: a window that has ended may still save where its dividers stood
        var window = Toolkit.onFx(() -> {
            parts.settings().change(now -> now.with(new Settings.Appearance(theme, true)).with(new Settings.Window(0, 0, width, height, false, false,
                    "overview", now.window().integration(), Map.of())));
            return new MainWindow(parts);
        });
        assertThat(window.scene().getWidth()).isEqualTo(width);
        return window;
    }

    /// What the strip at the foot says; on the FX thread.
    String strip(MainWindow window) {
        return window.scene().getRoot().lookupAll(".lx-task-strip .label").stream().map(node -> ((Label) node).getText()).collect(Collectors.joining(" "));
    }

    void go(MainWindow window, Place place) {
        Toolkit.run(() -> window.go(place));
    }

    void press(MainWindow window, KeyCode key) {
        Toolkit.run(() -> Event.fireEvent(window.scene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    /// Lays the screen out and notes what is wrong with it; `waits` until no answer is on its way any more.
    void look(MainWindow window, String name, boolean waits) throws Exception {
        look(window, () -> window.scene().getRoot(), name, waits);
    }

    /// Only that part of the window.
    void look(MainWindow window, Supplier<Node> of, String name, boolean waits) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            Toolkit.onFx(() -> window.scene().snapshot(new WritableImage(8, 8)));
            if (waits) {
                idle();
            }
        }
        if (PHOTOGRAPHS) {
            // what is kept of them is out of date outside a stage
            Toolkit.run(() -> window.scene().getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false)));
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), Toolkit.onFx(() -> ScenePicture.of(window.scene())));
        }
        Toolkit.onFx(() -> {
            // in one go with the checks: what has come since has no style yet
            window.scene().snapshot(new WritableImage(8, 8));
            return faults.addAll(ScreenCheck.faults(of.get(), window.scene().getWidth() >= ROOMY).stream().map(fault -> name + ": " + fault).toList());
        });
    }

    /// What the window has not saved yet is saved before the next one opens.
    void end(MainWindow window) throws Exception {
        Toolkit.run(window::end);
        var left = Toolkit.onFx(() -> window.settings().get());
        await("the settings are saved", () -> parts.settings().get().equals(left));
    }

    /// Nothing was thrown, and JavaFX had nothing to complain of.
    void assertSilent() {
        assertThat(complaints.logged().stream().filter(line -> line.startsWith("javafx")).toList()).isEmpty();
        assertThat(complaints.written()).doesNotContain("Exception");
    }

    void close() throws Exception {
        cancelAll();
        jobs.close();
        wiring.close();
        complaints.close();
    }
}
