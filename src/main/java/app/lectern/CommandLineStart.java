package app.lectern;

import app.lectern.accounts.AccountsCommand;
import app.lectern.activity.ActivityCommand;
import app.lectern.activity.LogsCommand;
import app.lectern.activity.SupportBundleCommand;
import app.lectern.attendance.AttendanceCommand;
import app.lectern.chats.ChatsCommand;
import app.lectern.cli.BackupCommand;
import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.KeyCommand;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.cli.TourCommand;
import app.lectern.deliverables.DeliverablesCommand;
import app.lectern.demo.DemoCommand;
import app.lectern.demo.DemoOptions;
import app.lectern.diagnosis.DiagnoseCommand;
import app.lectern.diagnosis.DoctorCommand;
import app.lectern.diagnosis.ExplainCommand;
import app.lectern.diagnosis.ProbeGraph;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.home.Home;
import app.lectern.home.LogFile;
import app.lectern.integrations.Integration;
import app.lectern.integrations.commands.IntegrationsCommand;
import app.lectern.integrations.commands.ServiceAccountCommand;
import app.lectern.meetings.commands.MeetingsCommand;
import app.lectern.meetings.commands.NeverHeldCommand;
import app.lectern.meetings.planning.bulk.MeetingImportCommand;
import app.lectern.recordings.RecordingsCommand;
import app.lectern.recordings.TranscriptCommand;
import app.lectern.sync.SyncCommand;
import app.lectern.sync.alerts.AlertsCommand;
import app.lectern.sync.health.HealthCommand;
import app.lectern.sync.schedule.Programs;
import app.lectern.sync.schedule.ScheduleCommand;
import app.lectern.updates.UpdatesCommand;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Runs a command on the same services as the window. Nothing is opened before the command needs it, so that help and
/// completion work on a broken or missing data folder too.
final class CommandLineStart implements AutoCloseable {
    private final Map<String, String> environment;
    private final GlobalOptions options = new GlobalOptions();
    private final CommandTree tree;
    private final Keychain keychain;
    private final Programs programs;
    private Start start;
    private LogFile log;
    private Wiring wiring;

    CommandLineStart(Terminal terminal, Map<String, String> environment, Keychain keychain, TourCommand.Photographer photographer) {
        this(terminal, environment, keychain, photographer, Programs.ofSystem());
    }

    CommandLineStart(Terminal terminal, Map<String, String> environment, Keychain keychain, TourCommand.Photographer photographer, Programs programs) {
        this.environment = environment;
        this.keychain = keychain;
        this.programs = programs;
        var words = new Words(Locale.getDefault(), ZoneId.systemDefault(), Clock.systemUTC());
        var output = new Output(terminal, options, words);
        this.tree = new CommandTree(options, terminal, words, output, Start.version(), List.of(
                new Offered("accounts", () -> new AccountsCommand(this::accounts, output)),
                new Offered("activity", () -> new ActivityCommand(this::activity, this::namedIntegration, output)),
                new Offered("attendance", () -> new AttendanceCommand(() -> healthy().attendance.forCommands(wiring().sync.engine, chosen()), output)),
                new Offered("logs", () -> new LogsCommand(() -> Start.of(options, environment).home(), output)),
                new Offered("support-bundle", () -> new SupportBundleCommand(() -> wiring().bundle, output)),
                new Offered("doctor", () -> new DoctorCommand(() -> healthy().doctor, output)),
                new Offered("deliverables", () -> new DeliverablesCommand(() -> wiring().deliverables.forCommand(chosen()), output)),
                new Offered("diagnose", () -> new DiagnoseCommand(() -> healthy().diagnosis, () -> healthy().supportOrder, this::chosen, output)),
                new Offered("explain", () -> new ExplainCommand(new ErrorExplainer(), System.in, output)),
                new Offered("demo", () -> new DemoCommand(() -> wiring().demo, () -> DemoOptions.standard(wiring().start.clock()), this::getFromDemo, output).withServe()),
                new Offered("integrations", () -> new IntegrationsCommand(() -> wiring().connected.forCommands(), options, output, environment).whole()),
                new Offered("service-account", () -> new ServiceAccountCommand(() -> wiring().connected.forCommands(), options, output)),
                new Offered("meetings", () -> MeetingImportCommand.below(NeverHeldCommand.below(new MeetingsCommand(() -> wiring().meetings.forList(chosen(), wiring().start.clock()),
                        () -> wiring().meetings.forSlots(chosen(), wiring().start.clock()), output).whole(),
                        () -> new NeverHeldCommand.Parts(healthy().neverHeld, chosen()), output),
                        () -> wiring().meetings.forLists(), this::chosen, output)),
                new Offered("recordings", () -> TranscriptCommand.below(new RecordingsCommand(() -> healthy().recordings.forCommand(wiring().sync.engine, chosen()), output),
                        () -> healthy().recordings.forTranscripts(chosen()), output)),
                new Offered("sync", () -> new SyncCommand(this::sync, output)),
                new Offered("alerts", () -> new AlertsCommand(() -> healthy().health.alertsCommand(watched()), output)),
                new Offered("health", () -> new HealthCommand(() -> healthy().health.forCommand(wiring().radar, watched()), output)),
                new Offered("schedule", () -> new ScheduleCommand(() -> wiring().sync.schedule, interval -> wiring().sync.scheduled(interval), output)),
                new Offered("chats", () -> new ChatsCommand(() -> new ChatsCommand.Parts(wiring().meetings.chats, wiring().meetings.known, chosen()), output)),
                new Offered("key", () -> new KeyCommand(this::home, this::unlock, keychain, terminal, output)),
                new Offered("backup", () -> new BackupCommand(this::home, this::unlock, () -> wiring().store, Clock.systemUTC(), output)),
                new Offered("updates", () -> new UpdatesCommand(() -> wiring().updates.check, output)),
                new Offered("tour", () -> new TourCommand(photographer, output))));
    }

    int run(String... args) {
        return tree.run(args);
    }

    private synchronized Start start() {
        if (start == null) {
            start = Start.of(options, environment);
            log = LogFile.open(start.home(), start.words().zone(), options.verbose());
        }
        return start;
    }

    private synchronized Wiring wiring() {
        if (wiring == null) {
            wiring = Wiring.open(start(), keychain, DemoOptions.standard(start().clock()), programs);
        }
        return wiring;
    }

    private Home home() {
        return start().home();
    }

    private Vault unlock(Home home) {
        return Vault.unlock(home, environment, keychain);
    }

    private ActivityCommand.Parts activity() {
        return new ActivityCommand.Parts(wiring().audit, wiring().calls, wiring().exports, wiring().start.clock().instant());
    }

    private Optional<String> namedIntegration() {
        return options.integration().map(name -> wiring().integrations.find(name).key());
    }

    /// With at least the demo tenant to look at.
    private Wiring healthy() {
        if (wiring().integrations.list().isEmpty()) {
            wiring().demoIntegration();
        }
        return wiring();
    }

    private AccountsCommand.Parts accounts() {
        var with = healthy();
        return new AccountsCommand.Parts(with.accounts, with.organisers, with.leavers,
                options.integration().map(with.integrations::find).orElseGet(with.integrations::preferred));
    }

    private Integration chosen() {
        var all = healthy().integrations;
        return options.integration().map(all::find).orElseGet(all::preferred);
    }

    /// Without a name, every active integration is synced.
    private SyncCommand.Parts sync() {
        var with = healthy();
        return new SyncCommand.Parts(with.sync.engine, with.sync.times,
                () -> with.integrations.list().stream().filter(Integration::active).toList(), options.integration().map(with.integrations::find), with.health.unattended::tell);
    }

    /// The named one, or all that are active.
    private List<Integration> watched() {
        return options.integration().map(wiring().integrations::find).map(List::of)
                .orElseGet(() -> wiring().integrations.list().stream().filter(Integration::active).toList());
    }

    private String getFromDemo(String path) {
        var demo = wiring().demoIntegration();
        return ProbeGraph.get(wiring().access.session(demo), path);
    }

    @Override
    public void close() {
        if (wiring != null) {
            wiring.close();
        }
        if (log != null) {
            log.close();
        }
    }
}
