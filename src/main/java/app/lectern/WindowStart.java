package app.lectern;

import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditNote;
import app.lectern.home.LogFile;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.integrations.waiting.WaitKind;
import app.lectern.jobs.Jobs;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.problems.Unexpected;
import app.lectern.shell.FirstPaint;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.IntegrationChoices;
import app.lectern.shell.Later;
import app.lectern.shell.LiveSettings;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.StartFailure;
import app.lectern.shell.controls.Tone;
import app.lectern.shell.settings.UpdateNews;
import app.lectern.store.Backups;
import app.lectern.store.Store;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import app.lectern.vault.Keychain;
import app.lectern.vault.RecoveryKey;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Opens the window: the frame appears as soon as the toolkit and the settings are there, the store is opened behind it, and then the
/// screens fill the frame. If the store cannot be opened, a small window says why and offers the ways back in.
final class WindowStart {
    private static final Logger LOG = System.getLogger(WindowStart.class.getName());
    /// How often it is asked whether a look at the integrations is due.
    private static final Duration WATCH = Duration.ofSeconds(30);

    private final Start start;
    private final Ground ground;
    private final Jobs jobs;
    private final CountDownLatch ended = new CountDownLatch(1);
    private LogFile log;
    private volatile CompletableFuture<Wiring> opening;
    private boolean opens;
    private MainWindow window;
    private WindowFrame frame;
    private boolean firstStart;
    /// Done before the trail could be opened.
    private final List<AuditNote> done = new ArrayList<>();
    private WindowScreens screens;

    /// What the window stands on: the store with its services, and what lies outside it.
    ///
    /// @param outside gets the background work, and who is told when something cannot be opened
    record Ground(Function<Start, Wiring> store, BiFunction<Jobs, Consumer<Problem>, Outside> outside) {
        static final Ground OF_COMPUTER = new Ground(Wiring::open, DesktopOutside::new);
    }

    WindowStart(Start start, Ground ground) {
        this.start = start;
        this.ground = ground;
        this.jobs = new Jobs(new FxExecutor(), start.clock());
    }

    /// Returns when the window is closed. Throws what `starting` throws: without a usable data folder there is no window.
    static void run(Supplier<Start> starting) throws InterruptedException {
        var begun = new CompletableFuture<WindowStart>();
        inBackground(begun, () -> {
            var window = new WindowStart(starting.get(), Ground.OF_COMPUTER);
            window.log = LogFile.open(window.start.home(), window.start.words().zone(), false);
            return window;
        });
        // the toolkit takes as long as the settings do: they start side by side
        Platform.startup(MainWindow::prepare);
        try {
            begun.join().untilClosed();
        } catch (CompletionException unusable) {
            Platform.exit();
            throw unusable.getCause() instanceof RuntimeException plain ? plain : unusable;
        }
    }

    private void untilClosed() throws InterruptedException {
        try (var _ = log) {
            Thread.setDefaultUncaughtExceptionHandler(new Uncaught(problem -> Platform.runLater(() -> tell(problem)), start.clock()));
            Platform.runLater(() -> begin(new Stage()));
            ended.await();
            close();
            Platform.exit();
        }
    }

    /// The frame first: on two cores the store, opened beside it, would delay its picture.
    void begin(Stage stage) {
        Consumer<Problem> failed = problem -> window.notifications().failed(problem);
        var switcher = WindowScreens.switcher(start, this::opened, jobs, () -> window.go(Place.INTEGRATIONS), this::addIntegration, failed);
        opening = new CompletableFuture<>();
        opens = false;
        frame = new WindowFrame(start, jobs, this::opened, switcher);
        window = new MainWindow(frame.parts(List.of(), ground.outside().apply(jobs, failed)));
        window.show(stage);
        stage.showingProperty().addListener((observed, before, showing) -> ended.countDown());
        FirstPaint.then(() -> {
            StartTimes.windowPainted(start.clock());
            if (stage.isShowing()) {
                open(stage);
            }
        });
    }

    /// Waits for the store, or throws why it cannot be opened.
    Wiring opened() {
        return opening.join();
    }

    MainWindow window() {
        return window;
    }

    Jobs jobs() {
        return jobs;
    }

    private void open(Stage stage) {
        opens = true;
        inBackground(opening, () -> ground.store().apply(start));
        whenOpen(stage);
    }

    private static <T> void inBackground(CompletableFuture<T> result, Supplier<T> work) {
        Thread.ofVirtual().name("open").start(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
    }

    private void whenOpen(Stage stage) {
        opening.handleAsync((wiring, failure) -> {
            if (failure == null) {
                show(wiring, stage);
            } else {
                fail(Unexpected.from(failure), stage);
            }
            return null;
        }, new FxExecutor()).exceptionally(broken -> {
            LOG.log(Level.ERROR, "the window could not be shown", broken);
            ended.countDown();
            return null;
        });
    }

    private void show(Wiring wiring, Stage stage) {
        if (!stage.isShowing()) {
            return;
        }
        Consumer<Problem> failed = problem -> window.notifications().failed(problem);
        var switcher = frame.switcher();
        screens = new WindowScreens(wiring, jobs, switcher, () -> reload(switcher));
        screens.connect(frame);
        screens.onBack((title, text) -> window.notifications().told(Tone.SUCCESS, title, text));
        switcher.person().subscribe(name -> wiring.audit.workedBy(() -> name));
        switcher.selected().addListener((observed, before, now) -> window.settings().change(all -> all.with(remember(all.window(), now.id()))));
        switcher.selected().addListener((observed, before, now) -> showDemo(now));
        wiring.connected.checks.onReport(report -> Platform.runLater(screens.integrations()::load));
        window.furnish(screens.screens());
        StartTimes.windowFurnished(stage, window, start.clock());
        fill(wiring, switcher, failed);
        var spare = SpareMemory.ofThisProgram(jobs::atWork);
        spare.start();
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> spare.close());
    }

    /// What makes work in the background begins when there is something to look at.
    private void fill(Wiring wiring, SwitcherViewModel switcher, Consumer<Problem> failed) {
        jobs.start(progress -> {
            done.forEach(wiring.audit::note);
            return done.size();
        }, noted -> done.clear(), failed);
        switcher.load(start.settings().get().window().integration(), () -> null);
        jobs.start(progress -> wiring.integrations.list(), known -> {
            if (known.isEmpty()) {
                firstStart = true;
                window.go(Place.INTEGRATIONS);
            }
        }, failed);
        jobs.start(progress -> wiring.forgetOldActivity(), forgotten -> {}, failed);
        jobs.start(progress -> wiring.updates.askIfAllowed(), this::tell,
                problem -> LOG.log(Level.INFO, "newer versions could not be looked for: {0}", problem.code()));
        watch(wiring);
        window.offer(new DemoTroubles(wiring.dial, switcher.selected()::get, jobs, start.words()).source(
                text -> window.notifications().told(Tone.WARNING, start.words().text("palette.demo"), text), failed));
    }

    private void tell(Problem problem) {
        if (window != null) {
            window.notifications().failed(problem);
        }
    }

    private void tell(UpdateNews news) {
        if (news.newer()) {
            window.notifications().told(Tone.ACCENT, news.title(), start.words().text("updates.where"));
        }
    }

    /// What Microsoft needed time for, and what is about to end, is told under the bell.
    private void watch(Wiring wiring) {
        var words = start.words();
        var rooms = wiring.connected;
        rooms.waiting.onArrival(arrived -> Platform.runLater(() -> {
            if (arrived.kind() != WaitKind.ACCESS_POLICY) {
                window.notifications().finished(words.text("watch.arrived", words.of(arrived.kind())), arrived.subject());
            }
        }));
        wiring.health.alerts.onAlert(alert -> Platform.runLater(() -> screens.told(alert, window)));
        Runnable announce = () -> screens.announce(failure -> LOG.log(Level.INFO, "alerts could not be looked for: {0}", failure.code()));
        rooms.waiting.onArrival(arrived -> Platform.runLater(announce));
        rooms.checks.onReport(report -> Platform.runLater(announce));
        wiring.sync.engine.onRun(run -> Platform.runLater(announce));
        announce.run();
        rooms.watch.start(WATCH);
        wiring.recordings.queue.goOnSoon();
        wiring.sync.watch.start(WATCH, due -> Platform.runLater(() -> screens.sync(new SyncOrder(due, new SyncScope.Ended(), false))));
    }

    private static app.lectern.home.Settings.Window remember(app.lectern.home.Settings.Window was, String integration) {
        return new app.lectern.home.Settings.Window(was.x(), was.y(), was.width(), was.height(), was.maximised(), was.railCollapsed(),
                was.screen(), integration, was.dividers());
    }

    private void addIntegration() {
        window.go(Place.INTEGRATIONS);
        if (screens != null) {
            screens.integrations().add();
        }
    }

    /// Whoever chose the demo tenant on the first start wants to look around, not to set it up.
    private void showDemo(IntegrationChoices.Choice chosen) {
        if (firstStart && chosen.simulated()) {
            firstStart = false;
            window.go(Place.OVERVIEW);
            window.lookAround();
        }
    }

    /// The list of integrations has changed; the one that was chosen stays chosen.
    private static void reload(SwitcherViewModel switcher) {
        var chosen = switcher.selected().get();
        switcher.load(chosen == null ? "" : chosen.id(), () -> null);
    }

    private void fail(Problem problem, Stage stage) {
        if (stage.getScene() == window.scene()) {
            window.end();
        }
        var settings = new LiveSettings(start.settings(), jobs, Later.onFxThread(), ignored -> {});
        var view = new StartFailure(start.words(), settings);
        stage.setOnHidden(closed -> ended.countDown());
        view.show(stage, problem, new StartFailure.Ways(
                () -> again(stage), restoring(problem, stage), importing(problem, stage), stage::hide));
    }

    private void again(Stage stage) {
        stage.setOnHidden(null);
        begin(stage);
    }

    private Optional<Runnable> restoring(Problem problem, Stage stage) {
        if (problem.remedies().stream().noneMatch(remedy -> remedy.kind() == Remedy.Kind.RESTORE_BACKUP)) {
            return Optional.empty();
        }
        return Optional.of(() -> jobs.start(progress -> {
            var vault = Vault.unlock(start.home(), start.environment(), Keychain.ofSystem());
            var backup = Backups.newestGood(start.home(), vault).orElseThrow(problem::raise);
            return new Backups(start.home(), start.clock()).restore(vault, backup);
        }, restored -> {
            done.add(AuditNote.of(AuditDeed.BACKUP_RESTORED, start.home().store().toString())
                    .outcome(restored.map(aside -> start.words().text("audit.set-aside", aside.getFileName())).orElse("")));
            again(stage);
        }, still -> fail(still, stage)));
    }

    private Optional<Consumer<String>> importing(Problem problem, Stage stage) {
        if (problem.code() != Problem.Code.STORE_KEY_MISSING && problem.code() != Problem.Code.STORE_KEY_WRONG
                && problem.code() != Problem.Code.KEY_MALFORMED) {
            return Optional.empty();
        }
        return Optional.of(typed -> jobs.start(progress -> {
            try (var secret = Secret.of(typed); var key = RecoveryKey.parse(secret)) {
                return Vault.importKey(start.home(), key, Keychain.ofSystem(), vault -> Store.prove(start.home(), vault));
            }
        }, imported -> {
            done.add(AuditNote.of(AuditDeed.RECOVERY_KEY_IMPORTED, start.home().folder().toString()));
            again(stage);
        }, still -> fail(still, stage)));
    }

    /// What was opened; once the window has gone.
    void close() {
        jobs.close();
        if (opens) {
            opening.handle((wiring, failure) -> {
                if (wiring != null) {
                    wiring.close();
                }
                return null;
            }).join();
        }
    }
}
