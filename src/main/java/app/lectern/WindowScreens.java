package app.lectern;

import app.lectern.accounts.AccountsView;
import app.lectern.accounts.AccountsViewModel;
import app.lectern.accounts.LeaverViewModel;
import app.lectern.activity.ActivityView;
import app.lectern.activity.ActivityViewModel;
import app.lectern.activity.BundlePane;
import app.lectern.attendance.screen.AttendanceDeedsViewModel;
import app.lectern.attendance.screen.AttendanceView;
import app.lectern.attendance.screen.AttendanceViewModel;
import app.lectern.deliverables.DeliverableDeedsViewModel;
import app.lectern.deliverables.DeliverablesView;
import app.lectern.deliverables.DeliverablesViewModel;
import app.lectern.diagnosis.DiagnoseView;
import app.lectern.diagnosis.DiagnoseViewModel;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.screen.IntegrationsDesk;
import app.lectern.integrations.screen.IntegrationsView;
import app.lectern.integrations.screen.IntegrationsViewModel;
import app.lectern.integrations.screen.JobGatePane;
import app.lectern.integrations.wizard.SetupDesk;
import app.lectern.integrations.wizard.SetupParts;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.Jobs;
import app.lectern.meetings.screen.ImportDesk;
import app.lectern.meetings.screen.MeetingsDesk;
import app.lectern.meetings.screen.MeetingsView;
import app.lectern.meetings.screen.MeetingsViewModel;
import app.lectern.overview.OverviewScreen;
import app.lectern.overview.OverviewViewModel;
import app.lectern.problems.Problem;
import app.lectern.recordings.screen.RecordingDeedsViewModel;
import app.lectern.recordings.screen.RecordingsView;
import app.lectern.recordings.screen.RecordingsViewModel;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.Later;
import app.lectern.shell.Notice;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.shell.ShellParts;
import app.lectern.shell.controls.Tone;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncRun;
import app.lectern.sync.alerts.Alert;
import app.lectern.sync.alerts.AlertWords;
import app.lectern.sync.alerts.AlertsPane;
import app.lectern.sync.alerts.AlertsViewModel;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.sync.expiry.ExpiringViewModel;
import app.lectern.sync.health.screen.HealthViewModel;
import app.lectern.words.Words;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What the window shows in its frame: every feature's screen with its view model, connected to the services, to the integration
/// that is chosen in the top bar, and to the syncs and checks after which they read anew.
final class WindowScreens {
    private static final Logger LOG = System.getLogger(WindowScreens.class.getName());

    private final Wiring wiring;
    private final Start start;
    private final Words words;
    private final Jobs jobs;
    private final SwitcherViewModel switcher;
    private final IntegrationsViewModel integrations;
    private final MeetingsViewModel meetings;
    private final RecordingsViewModel recordings;
    private final OverviewViewModel overview;
    private final AccountsViewModel accounts;
    private final DiagnoseViewModel diagnose;
    private final WindowFixes fixes;
    private final AlertsViewModel alerts;
    private final Map<Long, SyncOrder> following = new HashMap<>();
    /// Whether a sync of the chosen integration is at work.
    private final BooleanProperty syncing = new SimpleBooleanProperty();
    private ActivityViewModel activity;
    private WindowConnection connection;

    /// `changed` is called when the list of integrations is another one.
    WindowScreens(Wiring wiring, Jobs jobs, SwitcherViewModel switcher, Runnable changed) {
        this.wiring = wiring;
        this.start = wiring.start;
        this.words = start.words();
        this.jobs = jobs;
        this.switcher = switcher;
        this.integrations = integrations(changed);
        this.meetings = meetingsModel();
        this.recordings = recordingsModel();
        this.overview = overview();
        overview.syncing().bind(syncing);
        meetings.syncing().bind(syncing);
        recordings.syncing().bind(syncing);
        jobs.watch(list -> showSyncing());
        switcher.selected().subscribe(chosen -> showSyncing());
        this.accounts = new AccountsViewModel(wiring.accounts, wiring.organisers, wiring.integrations::find, switcher.selected(), jobs,
                new FxExecutor(), words, start.clock());
        this.diagnose = new DiagnoseViewModel(wiring.diagnosis, new ErrorExplainer(), wiring.past(), wiring.integrations::find, switcher.selected(),
                jobs, new FxExecutor(), words);
        diagnose.onSchedule(meetings::begin);
        diagnose.asks(wiring.supportOrder);
        diagnose.onLinkCopied((in, subject) -> jobs.start(progress -> {
            wiring.meetings.links.copied(in, subject);
            return true;
        }, done -> {}, problem -> LOG.log(Level.INFO, "a copied link could not be noted: {0}", problem.code())));
        var health = new HealthViewModel(wiring.health.health, wiring.integrations::find, switcher.selected(), jobs, words);
        afterEachSync(health::load);
        this.alerts = new AlertsViewModel(wiring.health.alerts, wiring.integrations::find, switcher.selected(), jobs, start.clock());
        switcher.selected().subscribe(chosen -> alerts.load());
        this.fixes = new WindowFixes(wiring, jobs, switcher, this::sync,
                new WindowFixes.Screens(overview, integrations, accounts, diagnose, health, new ExpiringViewModel(wiring.radar, wiring.integrations::find, switcher.selected(), jobs), meetings, recordings, this::activityModel));
    }

    static SwitcherViewModel switcher(Wiring wiring, Jobs jobs, Runnable manage, Runnable add, Consumer<Problem> failed) {
        return switcher(wiring.start, () -> wiring, jobs, manage, add, failed);
    }

    /// One that can be shown before the store is open.
    static SwitcherViewModel switcher(Start start, Supplier<Wiring> opened, Jobs jobs, Runnable manage, Runnable add, Consumer<Problem> failed) {
        return new SwitcherViewModel(() -> opened.get().integrations, () -> opened.get().access, jobs, start.words(), manage, add, failed);
    }

    IntegrationsViewModel integrations() {
        return integrations;
    }

    /// @param told gets a title and a text when Microsoft can be reached again
    void onBack(BiConsumer<String, String> told) {
        connection.onBack(told);
    }

    /// A whole window's parts, connected.
    ShellParts parts(Consumer<Problem> failed) {
        var frame = new WindowFrame(start, jobs, () -> wiring, switcher);
        connect(frame);
        return frame.parts(screens(), failed);
    }

    /// The frame follows the calls and the syncs from now on.
    void connect(WindowFrame frame) {
        wiring.calls.watchLatency(now -> Platform.runLater(() -> frame.latency().set(Optional.of(now))));
        followLastSync(frame.lastSync());
        connection = new WindowConnection(wiring, jobs, switcher, this::sync, frame.connection());
        frame.tries(connection::tryNow);
        connection.begin();
    }

    /// What could not be read stays in the history and on the overview; a run that could not begin says why in the task list.
    void sync(SyncOrder order) {
        var title = words.text("sync.job", order.integration().name());
        // one at a time works on an integration: what is asked for meanwhile follows
        if (isSyncing(order.integration().name())) {
            following.put(order.integration().id(), order);
            return;
        }
        following.remove(order.integration().id());
        jobs.start(JobInfo.shown(title, JobInfo.Kind.SYNC).canPause(),
                progress -> wiring.sync.engine.run(order, progress), run -> syncNext(order.integration()),
                problem -> {
                    LOG.log(Level.INFO, "a sync ended with {0}", problem.code());
                    syncNext(order.integration());
                });
    }

    private boolean isSyncing(String name) {
        var title = words.text("sync.job", name);
        return jobs.list().stream().anyMatch(job -> job.info().title().equals(title) && !job.state().isFinal());
    }

    private void showSyncing() {
        var chosen = switcher.selected().get();
        boolean at = chosen != null && isSyncing(chosen.name());
        syncing.set(at);
    }

    private void syncNext(Integration of) {
        Optional.ofNullable(following.remove(of.id())).ifPresent(this::sync);
    }

    /// Looks for alerts of every integration, and tells of those that are due.
    void announce(Consumer<Problem> failed) {
        jobs.start(progress -> {
            wiring.integrations.list().stream().filter(Integration::active).forEach(wiring.health.alerts::announce);
            return true;
        }, done -> alerts.load(), failed);
    }

    /// Under the bell, and on the desktop for whoever looks elsewhere.
    void told(Alert alert, Shell shell) {
        var said = new AlertWords(words);
        shell.notifications().told(alert.cause().isGood() ? Tone.SUCCESS : Tone.WARNING, said.title(alert), said.text(alert),
                new Notice.Act(words.of(alert.fix().kind()), () -> fixes.run(alert.fix(), shell)));
        jobs.start(progress -> wiring.health.desktop.show(said.title(alert), said.text(alert)), shown -> {},
                problem -> LOG.log(Level.INFO, "a desktop notice could not be shown: {0}", problem.code()));
    }

    private void syncAll(Integration of) {
        sync(SyncOrder.everything(of));
    }

    private void check(Integration of) {
        jobs.start(JobInfo.shown(words.text("integrations.job.check", of.name()), JobInfo.Kind.CHECK),
                progress -> {
                    wiring.connected.waiting.lookAt(of);
                    return wiring.connected.checks.run(of, progress);
                }, report -> {},
                problem -> LOG.log(Level.INFO, "a check ended with {0}", problem.code()));
    }

    /// Of the chosen integration; changes with it and after each run.
    private void followLastSync(ObjectProperty<Optional<Instant>> last) {
        Runnable read = () -> {
            var chosen = switcher.selected().get();
            if (chosen == null) {
                last.set(Optional.empty());
                return;
            }
            jobs.start(progress -> wiring.sync.engine.newest(wiring.integrations.find(chosen.id())).flatMap(SyncRun::endedAt), ended -> {
                if (chosen.equals(switcher.selected().get())) {
                    last.set(ended);
                }
            }, problem -> LOG.log(Level.INFO, "the last sync could not be read: {0}", problem.code()));
        };
        switcher.selected().subscribe(read);
        afterEachSync(read);
    }

    private void afterEachSync(Runnable work) {
        wiring.sync.engine.onRun(run -> Platform.runLater(work));
    }

    /// A feature's screen is one line here.
    List<Screen> screens() {
        return List.of(
                OverviewScreen.of(overview, fixes::run).offering(new Screen.Offer("bi-heart", words.text("sync-health.open"),
                        shell -> fixes.run(Fix.of(FixKind.SHOW_HEALTH), shell))).offering(new Screen.Offer("bi-hourglass-split", words.text("expiry.open"),
                        shell -> fixes.run(Fix.of(FixKind.SHOW_EXPIRING), shell))).offering(new Screen.Offer("bi-bell", words.text("alert.open"),
                        shell -> AlertsPane.open(shell, alerts, fix -> fixes.run(fix, shell)))),
                Screen.of(Place.INTEGRATIONS, shell -> IntegrationsView.of(shell, integrations))
                        .on(Screen.Verb.NEW, integrations::add).on(Screen.Verb.REFRESH, integrations::load),
                accounts(),
                of(meetings(), JobGatePane.Jobs.any(Capability.CREATE_MEETINGS, Capability.SYNC_CALENDARS, Capability.READ_ATTENDANCE,
                        Capability.GET_RECORDINGS, Capability.GET_TRANSCRIPTS).also(Capability.CREATE_MEETINGS)),
                of(recordings(), JobGatePane.Jobs.any(Capability.GET_RECORDINGS, Capability.GET_TRANSCRIPTS)),
                of(attendance(), JobGatePane.Jobs.any(Capability.READ_ATTENDANCE)),
                of(deliverables(), JobGatePane.Jobs.any(Capability.SYNC_CALENDARS)),
                diagnose(),
                activity());
    }

    /// Shown while the chosen integration is for it.
    private Screen of(Screen screen, JobGatePane.Jobs jobs) {
        return JobGatePane.before(screen, jobs, switcher.integration(), fixes::chooseJobs);
    }

    private IntegrationsViewModel integrations(Runnable changed) {
        var rooms = wiring.connected;
        var desk = new SetupDesk(new SetupDesk.Services(rooms.setups, rooms.rules, rooms.permissions, rooms.policies, rooms.readiness,
                rooms.checks, rooms.testMeetings, rooms.waiting, rooms.packs), words.zone(), start.clock());
        var services = new IntegrationsDesk.Services(wiring.integrations, rooms.checks, rooms.readiness, rooms.waiting, rooms.setups,
                rooms.transfer, rooms.rotation, rooms.serviceAccounts, rooms.packs, rooms.testMeetings, rooms.changes, rooms.upkeep, wiring::demoIntegration);
        return new IntegrationsViewModel(new IntegrationsDesk(services), new SetupParts(desk, jobs, new FxExecutor(), start.clock(), words),
                changed, this::syncAll);
    }

    /// Follows the switcher, so that the first screen is about the integration that is chosen there.
    private OverviewViewModel overview() {
        var model = new OverviewViewModel(wiring.overview, jobs, id -> syncAll(wiring.integrations.find(id)), words, start.clock());
        switcher.selected().subscribe(chosen -> model.show(chosen == null ? "" : chosen.id()));
        afterEachSync(model::refresh);
        return model;
    }

    private Screen accounts() {
        return AccountsView.screen(accounts, new LeaverViewModel(wiring.leavers, wiring.integrations::find, switcher.selected(), jobs, words));
    }

    private Screen meetings() {
        var checks = wiring.connected.checks;
        afterEachSync(meetings::load);
        checks.onReport(report -> Platform.runLater(meetings::load));
        return MeetingsView.screen(meetings);
    }

    private MeetingsViewModel meetingsModel() {
        var rooms = wiring.meetings;
        var desk = new MeetingsDesk(rooms.known, rooms.exports, rooms.scheduler, rooms.editor, rooms.guard, wiring.organisers, rooms.presets,
                wiring.accounts::search, wiring.integrations::find, wiring.neverHeld, rooms.links, rooms.renewal);
        var permissions = new MeetingsViewModel.Permissions(of -> wiring.connected.checks.last(of).flatMap(HealthReport::permissions), this::check);
        var lists = new ImportDesk(rooms.rehearsals, rooms.imports, rooms.presets);
        return new MeetingsViewModel(desk, lists, switcher.selected(), permissions, this::syncAll, jobs, Later.onFxThread(), words, start.clock());
    }

    private RecordingsViewModel recordingsModel() {
        var desk = wiring.recordings.desk();
        var permissions = new RecordingsViewModel.Permissions(of -> wiring.connected.checks.last(of).flatMap(HealthReport::permissions), this::check);
        return new RecordingsViewModel(desk, wiring.integrations::find, switcher.selected(), permissions, this::syncAll, jobs, Later::onFxThread, words,
                start.clock());
    }

    private Screen recordings() {
        afterEachSync(recordings::load);
        wiring.connected.checks.onReport(report -> Platform.runLater(recordings::load));
        wiring.recordings.queue.onChange(() -> Platform.runLater(recordings.downloads()::refresh));
        return RecordingsView.screen(recordings, new RecordingDeedsViewModel(wiring.recordings.desk(), recordings, jobs, words));
    }

    private Screen attendance() {
        var desk = wiring.attendance.desk(wiring.sync.engine);
        var model = new AttendanceViewModel(desk, wiring.integrations::find, switcher.selected(), jobs, Later.onFxThread(), words);
        model.syncing().bind(syncing);
        afterEachSync(model::load);
        return AttendanceView.screen(model, new AttendanceDeedsViewModel(desk, model, jobs, words));
    }

    /// A review meeting of a deliverable is taken to the meeting editor.
    private Screen deliverables() {
        var at = new AtomicReference<Shell>();
        var desk = wiring.deliverables.desk(Optional.of(draft -> {
            meetings.begin(draft.integration(), draft.subject(), draft.body(), draft.day(), draft.attendees());
            at.get().go(Place.MEETINGS);
        }));
        var model = new DeliverablesViewModel(desk, switcher.selected(), jobs, words);
        var screen = DeliverablesView.screen(model, new DeliverableDeedsViewModel(desk, model, jobs, words));
        return new Screen(screen.place(), shell -> {
            at.set(shell);
            return screen.view().apply(shell);
        }, screen.badge(), screen.verbs());
    }

    private Screen diagnose() {
        return Screen.of(Place.DIAGNOSE, shell -> {
            diagnose.onBundle(files -> BundlePane.open(activityModel(), shell, files));
            return DiagnoseView.of(shell, diagnose);
        }).on(Screen.Verb.REFRESH, diagnose::diagnose);
    }

    private Screen activity() {
        return Screen.of(Place.ACTIVITY, shell -> ActivityView.of(shell, this::activityModel));
    }

    /// Reads when it is made, so it is made when it is first wanted.
    private ActivityViewModel activityModel() {
        if (activity == null) {
            activity = new ActivityViewModel(wiring.activityParts(jobs), Later::onFxThread);
        }
        return activity;
    }
}
