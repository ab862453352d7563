package app.lectern;

import app.lectern.accounts.AccountText;
import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.LeaverCheck;
import app.lectern.accounts.Organisers;
import app.lectern.activity.ActivityExport;
import app.lectern.activity.ActivityViewModel;
import app.lectern.activity.AuditTrail;
import app.lectern.activity.CallStatistics;
import app.lectern.activity.GraphCalls;
import app.lectern.activity.SupportBundle;
import app.lectern.attendance.Turnouts;
import app.lectern.demo.DemoDial;
import app.lectern.demo.DemoEndpoint;
import app.lectern.demo.DemoHost;
import app.lectern.demo.DemoOptions;
import app.lectern.diagnosis.DiagnoseViewModel;
import app.lectern.diagnosis.Doctor;
import app.lectern.diagnosis.EarlierDiagnoses;
import app.lectern.diagnosis.MeetingDiagnosis;
import app.lectern.diagnosis.RecordingProbe;
import app.lectern.diagnosis.SupportOrder;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.graph.GraphParts;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.graph.Sleeper;
import app.lectern.home.Settings;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess.DemoDoor;
import app.lectern.integrations.ConnectionWatch;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.Integrations;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.planning.NeverHeld;
import app.lectern.overview.OverviewReader;
import app.lectern.recordings.RecordedMeetings;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.recordings.RecordingKind;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.Facet;
import app.lectern.sync.expiry.ExpiryRadar;
import app.lectern.sync.schedule.Programs;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The one place that constructs services and connects them: store and vault first, then the Graph layer, then a block per
/// feature. Opening it may throw a ProblemException (the store cannot be opened); closing it closes everything in turn.
final class Wiring implements AutoCloseable {
    private static final String PROXY_PASSWORD = "network/proxy-password";

    final Start start;
    final Keychain keychain;
    final Vault vault;
    final Store store;
    final SecretStore secrets;
    final GraphCalls calls;
    final AuditTrail audit;
    final GraphSessions sessions;
    final DemoHost demo;
    final DemoDial dial;
    final Integrations integrations;
    final IntegrationAccess access;
    final ConnectionWatch connection;
    final IntegrationsWiring connected;
    final OverviewReader overview;
    final Doctor doctor;
    final AccountVerifier accounts;
    final Organisers organisers;
    final LeaverCheck leavers;
    final ActivityExport exports;
    final SupportBundle bundle;
    final MeetingDiagnosis diagnosis;
    final EarlierDiagnoses earlierDiagnoses;
    final SupportOrder supportOrder;
    final UpdatesWiring updates;
    final Checkpoints checkpoints;
    final AttendanceWiring attendance;
    final MeetingsWiring meetings;
    final RecordingsWiring recordings;
    final NeverHeld neverHeld;
    final SyncWiring sync;
    final HealthWiring health;
    final ExpiryRadar radar;
    final DeliverablesWiring deliverables;

    private Wiring(Start start, Keychain keychain, DemoOptions demoOptions, Programs programs) {
        this.start = start;
        this.keychain = keychain;
        var home = start.home();
        var clock = start.clock();
        vault = Vault.unlock(home, start.environment(), keychain);
        store = Store.open(home, vault, clock);
        secrets = new SecretStore(store, vault, clock);
        calls = new GraphCalls(store, clock);
        audit = new AuditTrail(store, secrets, clock, start.words());
        sessions = new GraphSessions(GraphParts.standard(calls, IntegrationAccess.tokenCaches(secrets), clock, start.words()));
        demo = new DemoHost(home, demoOptions);
        dial = new DemoDial(demo);

        integrations = new Integrations(store, secrets, clock);
        access = new IntegrationAccess(integrations, sessions, this::network, this::demoDoor);
        connection = new ConnectionWatch(integrations, access, sessions.reach(), clock, ConnectionWatch.PAUSE);
        accounts = new AccountVerifier(access::session, store, clock, Sleeper.REAL);
        organisers = new Organisers(accounts, store);
        leavers = new LeaverCheck(accounts, access::session, store, clock, Sleeper.REAL);
        checkpoints = new Checkpoints(store, clock);
        meetings = new MeetingsWiring(store, access, new MeetingsWiring.Neighbours(accounts, organisers, audit), checkpoints, start.words(), clock);
        diagnosis = new MeetingDiagnosis(access, new MeetingDiagnosis.Verifier(accounts, new AccountText(start.words())), new ErrorExplainer(), clock, start.words());
        earlierDiagnoses = new EarlierDiagnoses(store);
        attendance = new AttendanceWiring(store, new AttendanceWiring.Neighbours(meetings.known, meetings.ids, access, diagnosis, audit, List.of(
                (in, address) -> accounts.forget(in, List.of(address)), meetings.known::forgetAttendee, meetings.scheduler::forgetPerson,
                meetings.presets::removeFor)), start.words(), clock);
        deliverables = new DeliverablesWiring(home, accounts, store, integrations, access, demo, audit, checkpoints, start.words(), clock);
        recordings = new RecordingsWiring(start, store, new RecordingsWiring.Neighbours(integrations, access, accounts, meetings, attendance.attendance, audit,
                checkpoints));
        neverHeld = new NeverHeld(meetings.known, meetings.editor, List.of(new Turnouts(store), new RecordedMeetings(store)), clock);
        diagnosis.asks(new RecordingProbe(meetings.known, recordings.why, start.words(), clock));
        sync = new SyncWiring(start, programs, store, integrations, meetings.calendars, List.of(meetings.upkeep, meetings.chatSync, attendance.sync, recordings.sync),
                attendance.attendance::expected, sessions.pauses());
        sync.engine.countsBy(of -> Map.of(Facet.MEETINGS, meetings.known.count(of), Facet.TRANSCRIPTS, recordings.list.count(of, Set.of(RecordingKind.TRANSCRIPT)),
                Facet.RECORDINGS, recordings.list.count(of, EnumSet.complementOf(EnumSet.of(RecordingKind.TRANSCRIPT)))));
        connected = new IntegrationsWiring(store, integrations, access, accounts::obstacle, start.words(), clock);
        supportOrder = new SupportOrder(calls, connected.checks, new MeetingDiagnosis.Verifier(accounts, new AccountText(start.words())), new ErrorExplainer(), clock,
                start.words());
        integrations.keeps(new KeptData("local-data.calls", of -> calls.countOf(of.key()), of -> calls.forgetOf(of.key())));
        integrations.keeps(KeptData.cascading("local-data.accounts", of -> accounts.known(of).size()));
        integrations.keeps(KeptData.cascading("local-data.meetings", meetings.known::count));
        integrations.keeps(KeptData.cascading("local-data.slots", meetings.scheduler::count));
        var statistics = new CallStatistics(store, calls, clock);
        health = new HealthWiring(store, sync.engine, meetings.known, statistics, meetings.scheduler, connected, recordings, start.words(), clock);
        radar = new ExpiryRadar(new ExpirySources(this).all(), clock);
        overview = new OverviewReader(integrations, connected.checks, statistics, sync.engine, sync.times,
                meetings.known, meetings.scheduler, health.recordings, start.words(), clock);
        doctor = new Doctor(home, vault, store, integrations, access, this::network, clock, start.words());

        updates = new UpdatesWiring(start, this::network);
        exports = new ActivityExport(audit, calls, start.words());
        var facts = new BundleFacts(this);
        bundle = new SupportBundle(home, facts.sources(), facts::hidden, audit, calls, start.words(), clock);
        start.settings().watch(new AuditedChanges(audit, integrations, start.words())::settingsChanged);
    }

    static Wiring open(Start start) {
        return open(start, Keychain.ofSystem(), DemoOptions.standard(start.clock()));
    }

    static Wiring open(Start start, Keychain keychain, DemoOptions demoOptions) {
        return open(start, keychain, demoOptions, Programs.ofSystem());
    }

    /// @param programs what the system is asked through
    static Wiring open(Start start, Keychain keychain, DemoOptions demoOptions, Programs programs) {
        return new Wiring(start, keychain, demoOptions, programs);
    }

    /// What the Activity screen stands on.
    ActivityViewModel.Parts activityParts(TaskRunner tasks) {
        return new ActivityViewModel.Parts(audit, calls, exports, bundle, () -> {
            var names = new LinkedHashMap<String, String>();
            integrations.list().forEach(each -> names.put(each.key(), each.name()));
            return names;
        }, tasks, start.words(), start.clock());
    }

    /// What the Diagnose screen remembers.
    DiagnoseViewModel.Past past() {
        return new DiagnoseViewModel.Past(earlierDiagnoses, meetings.known, start.clock());
    }

    /// Takes away what is older than the settings say; says how many entries and calls went.
    long forgetOldActivity() {
        var age = Duration.ofDays(start.settings().get().records().keepDays());
        return audit.forgetOlderThan(age) + calls.forgetOlderThan(age);
    }

    /// The network as the settings have it now, with the proxy's password from the vault.
    HttpOptions network() {
        return network(start.settings().get().network());
    }

    HttpOptions network(Settings.Network settings) {
        return HttpOptions.from(settings, secrets.get(PROXY_PASSWORD).orElseGet(() -> Secret.of("")));
    }

    boolean hasProxyPassword() {
        return !secrets.slots(PROXY_PASSWORD).isEmpty();
    }

    void keepProxyPassword(Secret password) {
        if (password.isEmpty()) {
            secrets.remove(PROXY_PASSWORD);
        } else {
            secrets.put(PROXY_PASSWORD, password);
        }
    }

    /// The demo tenant's integration; makes it on the first start, when there is nothing else to look at.
    Integration demoIntegration() {
        var at = demo.endpoint();
        return integrations.demo(at.tenantName(), at.tenantId(), at.clientId());
    }

    private DemoDoor demoDoor() {
        DemoEndpoint at = demo.endpoint();
        return new DemoDoor(at.loginEndpoint(), at.graphEndpoint(), at.clientId(), Secret.of(at.secret()), certificate(at.authorityPem()));
    }

    private static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException damaged) {
            throw new IllegalStateException("the demo tenant announced something that is no certificate", damaged);
        }
    }

    @Override
    public void close() {
        sync.close();
        recordings.close();
        connected.close();
        connection.close();
        sessions.close();
        demo.close();
        calls.close();
        store.close();
    }
}
