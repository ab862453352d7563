package app.lectern;

import app.lectern.accounts.AccountsView;
import app.lectern.accounts.AccountsViewModel;
import app.lectern.accounts.LeaverViewModel;
import app.lectern.activity.ActivityView;
import app.lectern.activity.ActivityViewModel;
import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditNote;
import app.lectern.deliverables.DeliverablesView;
import app.lectern.deliverables.DeliverablesViewModel;
import app.lectern.diagnosis.DiagnoseView;
import app.lectern.diagnosis.DiagnoseViewModel;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.home.LogFile;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.integrations.screen.IntegrationsDesk;
import app.lectern.integrations.screen.IntegrationsView;
import app.lectern.integrations.screen.IntegrationsViewModel;
import app.lectern.integrations.wizard.SetupDesk;
import app.lectern.integrations.wizard.SetupParts;
import app.lectern.integrations.Integration;
import app.lectern.integrations.health.HealthReport;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.Jobs;
import app.lectern.meetings.MeetingsView;
import app.lectern.meetings.MeetingsViewModel;
import app.lectern.overview.OverviewScreen;
import app.lectern.overview.OverviewViewModel;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.problems.Unexpected;
import app.lectern.shell.FirstPaint;
import app.lectern.shell.FirstStep;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.IntegrationChoices;
import app.lectern.shell.Later;
import app.lectern.shell.LiveSettings;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.ServiceStatus;
import app.lectern.shell.ShellParts;
import app.lectern.shell.StartFailure;
import app.lectern.shell.controls.Tone;
import app.lectern.shell.settings.UpdateNews;
import app.lectern.store.Backups;
import app.lectern.store.Store;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncRun;
import app.lectern.sync.SyncScope;
import app.lectern.vault.Keychain;
import app.lectern.vault.RecoveryKey;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/// Opens the window: the store and the toolkit start side by side, and the window appears when both are there. If the store
/// cannot be opened, a small window says why and offers the ways back in.
final class WindowStart {
    private static final Logger LOG = System.getLogger(WindowStart.class.getName());
    /// How often it is asked whether a look at the integrations is due.
    private static final Duration WATCH = Duration.ofSeconds(30);

    private static final List<FirstStep> FIRST_STEPS = List.of(
            new FirstStep(Place.OVERVIEW, "overview-attention", "first-steps.overview"),
            new FirstStep(Place.MEETINGS, "meetings-table", "first-steps.meetings"),
            new FirstStep(Place.ATTENDANCE, "attendance-meetings", "first-steps.attendance"),
            new FirstStep(Place.DELIVERABLES, "deliverables-table", "first-steps.deliverables"),
            new FirstStep(Place.DIAGNOSE, "diagnose-input", "first-steps.diagnose"),
            new FirstStep(Place.INTEGRATIONS, "integrations-add", "first-steps.integrations"));

    private final Start start;
    private final Jobs jobs;
    private final CountDownLatch ended = new CountDownLatch(1);
    private LogFile log;
    private CompletableFuture<Wiring> opening;
    private MainWindow window;
    private boolean firstStart;
    /// Done before the trail could be opened.
    private final List<AuditNote> done = new ArrayList<>();
    private IntegrationsViewModel screen;

    private WindowStart(Start start) {
        this.start = start;
        this.jobs = new Jobs(new FxExecutor(), start.clock());
    }

    /// Returns when the window is closed. Throws what `starting` throws: without a usable data folder there is no window.
    static void run(Supplier<Start> starting) throws InterruptedException {
        var begun = new CompletableFuture<WindowStart>();
        inBackground(begun, () -> {
            var window = new WindowStart(starting.get());
            window.log = LogFile.open(window.start.home(), window.start.words().zone(), false);
            window.opening = window.open();
            return window;
        });
        // the toolkit takes as long as the settings and the store do: they start side by side
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
            Platform.runLater(() -> whenOpen(new Stage()));
            ended.await();
            close();
        }
    }

    private CompletableFuture<Wiring> open() {
        var result = new CompletableFuture<Wiring>();
        inBackground(result, () -> Wiring.open(start));
        return result;
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
        Consumer<Problem> failed = problem -> window.notifications().failed(problem);
        var switcher = switcher(wiring, jobs, () -> window.go(Place.INTEGRATIONS), this::addIntegration, failed);
        screen = integrationsScreen(wiring, jobs, () -> reload(switcher));
        window = new MainWindow(parts(wiring, jobs, switcher, screen, failed));
        switcher.person().subscribe(name -> wiring.audit.workedBy(() -> name));
        switcher.selected().addListener((observed, before, now) -> window.settings().change(all -> all.with(remember(all.window(), now.id()))));
        switcher.selected().addListener((observed, before, now) -> showDemo(now));
        wiring.connected.checks.onReport(report -> Platform.runLater(screen::load));
        stage.setOnHidden(null);
        window.show(stage);
        stage.showingProperty().addListener((observed, before, showing) -> ended.countDown());
        FirstPaint.then(() -> {
            StartTimes.windowPainted(stage, window, start.clock());
            if (stage.isShowing()) {
                fill(wiring, switcher, failed);
            }
        });
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
        rooms.waiting.onArrival(arrived -> Platform.runLater(() -> window.notifications().finished(
                words.text("watch.arrived", words.of(arrived.kind())), arrived.subject())));
        rooms.warnings.onWarning(warning -> Platform.runLater(() -> window.notifications().told(Tone.WARNING, warning.integration().name(),
                words.text("watch.ends", words.of(warning.expiry().kind()), warning.expiry().daysLeft(start.clock().instant())))));
        rooms.watch.start(WATCH);
        wiring.sync.watch.start(WATCH, due -> Platform.runLater(() -> sync(wiring, jobs, new SyncOrder(due, new SyncScope.Ended(), false))));
    }

    private static app.lectern.home.Settings.Window remember(app.lectern.home.Settings.Window was, String integration) {
        return new app.lectern.home.Settings.Window(was.x(), was.y(), was.width(), was.height(), was.maximised(), was.railCollapsed(),
                was.screen(), integration, was.dividers());
    }

    private void addIntegration() {
        window.go(Place.INTEGRATIONS);
        screen.add();
    }

    /// The list of integrations has changed; the one that was chosen stays chosen.
    /// Whoever chose the demo tenant on the first start wants to look around, not to set it up.
    private void showDemo(IntegrationChoices.Choice chosen) {
        if (firstStart && chosen.simulated()) {
            firstStart = false;
            window.go(Place.OVERVIEW);
            window.lookAround();
        }
    }

    private static void reload(SwitcherViewModel switcher) {
        var chosen = switcher.selected().get();
        switcher.load(chosen == null ? "" : chosen.id(), () -> null);
    }

    static IntegrationsViewModel integrationsScreen(Wiring wiring, Jobs jobs, Runnable changed) {
        var rooms = wiring.connected;
        var start = wiring.start;
        var desk = new SetupDesk(new SetupDesk.Services(rooms.setups, rooms.rules, rooms.permissions, rooms.policies, rooms.readiness,
                rooms.checks, rooms.testMeetings, rooms.waiting, rooms.packs), start.words().zone(), start.clock());
        var services = new IntegrationsDesk.Services(wiring.integrations, rooms.checks, rooms.readiness, rooms.waiting, rooms.setups,
                rooms.transfer, rooms.rotation, rooms.serviceAccounts, rooms.packs, rooms.testMeetings, rooms.changes, wiring::demoIntegration);
        return new IntegrationsViewModel(new IntegrationsDesk(services),
                new SetupParts(desk, jobs, new FxExecutor(), start.clock(), start.words()), changed, made -> sync(wiring, jobs, SyncOrder.everything(made)));
    }


    /// What could not be read stays in the history and on the overview; a run that could not begin says why in the task list.
    private static void sync(Wiring wiring, Jobs jobs, SyncOrder order) {
        var words = wiring.start.words();
        jobs.start(JobInfo.shown(words.text("sync.job", order.integration().name()), JobInfo.Kind.SYNC).canPause(),
                progress -> wiring.sync.engine.run(order, progress), run -> {},
                problem -> LOG.log(Level.INFO, "a sync ended with {0}", problem.code()));
    }

    private static void check(Wiring wiring, Jobs jobs, Integration of) {
        jobs.start(JobInfo.shown(wiring.start.words().text("integrations.job.check", of.name()), JobInfo.Kind.CHECK),
                progress -> wiring.connected.checks.run(of, progress), report -> {},
                problem -> LOG.log(Level.INFO, "a check ended with {0}", problem.code()));
    }

    /// For the tour there is nothing to show but the demo tenant.
    static Callable<?> firstIntegration(Wiring wiring) {
        return wiring::demoIntegration;
    }

    static SwitcherViewModel switcher(Wiring wiring, Jobs jobs, Runnable manage, Runnable add, Consumer<Problem> failed) {
        return new SwitcherViewModel(wiring.integrations, wiring.access, jobs, wiring.start.words(), manage, add, failed);
    }

    /// What the frame needs, connected; a feature's screen is one line here.
    static ShellParts parts(
            Wiring wiring, Jobs jobs, SwitcherViewModel switcher, IntegrationsViewModel integrations, Consumer<Problem> failed) {
        var start = wiring.start;
        var latency = new SimpleObjectProperty<Optional<Duration>>(Optional.empty());
        wiring.calls.watchLatency(now -> Platform.runLater(() -> latency.set(Optional.of(now))));
        return new ShellParts(
                start.words(),
                start.clock(),
                start.home(),
                start.settings(),
                jobs,
                screens(wiring, jobs, switcher, integrations),
                switcher,
                List.of(),
                new VaultKeyStorage(wiring),
                new SettingsNetworkTest(wiring),
                wiring.updates,
                new ServiceStatus(lastSync(wiring, jobs, switcher), latency),
                switcher.person(),
                new DesktopOutside(jobs, failed),
                Start.version(),
                FIRST_STEPS);
    }

    /// Of the chosen integration; changes with it and after each run.
    private static ObservableValue<Optional<Instant>> lastSync(Wiring wiring, Jobs jobs, SwitcherViewModel switcher) {
        var last = new SimpleObjectProperty<Optional<Instant>>(Optional.empty());
        Runnable read = () -> Optional.ofNullable(switcher.selected().get()).ifPresent(chosen -> jobs.start(
                progress -> wiring.sync.engine.newest(wiring.integrations.find(chosen.id())).flatMap(SyncRun::endedAt), last::set,
                problem -> LOG.log(Level.INFO, "the last sync could not be read: {0}", problem.code())));
        switcher.selected().subscribe(read);
        wiring.sync.engine.onRun(run -> Platform.runLater(read));
        return last;
    }

    private static List<Screen> screens(Wiring wiring, Jobs jobs, SwitcherViewModel switcher, IntegrationsViewModel integrations) {
        var integrationsScreen = Screen.of(Place.INTEGRATIONS, shell -> IntegrationsView.of(shell, integrations))
                .on(Screen.Verb.NEW, integrations::add).on(Screen.Verb.REFRESH, integrations::load);
        return List.of(OverviewScreen.of(overview(wiring, jobs, switcher)), integrationsScreen, accounts(wiring, jobs, switcher), meetings(wiring, jobs, switcher),
                AttendanceScreens.of(wiring, jobs, switcher), deliverables(wiring, jobs, switcher), diagnose(wiring, jobs, switcher), activity(wiring, jobs));
    }

    private static Screen accounts(Wiring wiring, Jobs jobs, SwitcherViewModel switcher) {
        var words = wiring.start.words();
        var model = new AccountsViewModel(wiring.accounts, wiring.organisers, wiring.integrations::find, switcher.selected(), jobs,
                new FxExecutor(), words, wiring.start.clock());
        return AccountsView.screen(model, new LeaverViewModel(wiring.leavers, wiring.integrations::find, switcher.selected(), jobs, words));
    }

    /// The meeting editor is not there yet, so that no review meeting can be handed to it.
    private static Screen deliverables(Wiring wiring, Jobs jobs, SwitcherViewModel switcher) {
        return DeliverablesView.screen(new DeliverablesViewModel(wiring.deliverables.desk(Optional.empty()), switcher.selected(), jobs,
                wiring.start.words()));
    }

    private static Screen meetings(Wiring wiring, Jobs jobs, SwitcherViewModel switcher) {
        Supplier<Optional<Integration>> chosen = () -> Optional.ofNullable(switcher.selected().get()).map(choice -> wiring.integrations.find(choice.id()));
        var checks = wiring.connected.checks;
        var permissions = new MeetingsViewModel.Permissions(of -> checks.last(of).flatMap(HealthReport::permissions), of -> check(wiring, jobs, of));
        var model = new MeetingsViewModel(wiring.meetings.known, wiring.meetings.exports, chosen, permissions,
                () -> chosen.get().ifPresent(of -> sync(wiring, jobs, SyncOrder.everything(of))), jobs, wiring.start.words(), wiring.start.clock());
        switcher.selected().subscribe(choice -> model.load());
        wiring.sync.engine.onRun(run -> Platform.runLater(model::load));
        checks.onReport(report -> Platform.runLater(model::load));
        return MeetingsView.screen(model);
    }

    private static Screen activity(Wiring wiring, Jobs jobs) {
        Supplier<ActivityViewModel> model = () -> new ActivityViewModel(wiring.activityParts(jobs), Later::onFxThread);
        return Screen.of(Place.ACTIVITY, shell -> ActivityView.of(shell, model));
    }

    /// Follows the switcher, so that the first screen is about the integration that is chosen there.
    private static OverviewViewModel overview(Wiring wiring, Jobs jobs, SwitcherViewModel switcher) {
        var model = new OverviewViewModel(wiring.overview, jobs,
                id -> sync(wiring, jobs, new SyncOrder(wiring.integrations.find(id), new SyncScope.Everything(), false)),
                wiring.start.words(), wiring.start.clock());
        switcher.selected().subscribe(chosen -> model.show(chosen == null ? "" : chosen.id()));
        wiring.sync.engine.onRun(run -> Platform.runLater(model::refresh));
        return model;
    }

    private static Screen diagnose(Wiring wiring, Jobs jobs, SwitcherViewModel switcher) {
        var model = new DiagnoseViewModel(wiring.diagnosis, new ErrorExplainer(), wiring.past(), () -> wiring.integrations.find(switcher.selected().get().id()),
                jobs, new FxExecutor(), wiring.start.words());
        return Screen.of(Place.DIAGNOSE, shell -> DiagnoseView.of(shell, model)).on(Screen.Verb.REFRESH, model::diagnose);
    }

    private void fail(Problem problem, Stage stage) {
        var settings = new LiveSettings(start.settings(), jobs, Later.onFxThread(), ignored -> {});
        var view = new StartFailure(start.words(), settings);
        stage.setOnHidden(closed -> ended.countDown());
        view.show(stage, problem, new StartFailure.Ways(
                () -> again(stage), restoring(problem, stage), importing(problem, stage), stage::hide));
    }

    private void again(Stage stage) {
        opening = open();
        whenOpen(stage);
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

    private void close() {
        jobs.close();
        if (opening.isDone() && !opening.isCompletedExceptionally()) {
            opening.join().close();
        }
        Platform.exit();
    }
}
