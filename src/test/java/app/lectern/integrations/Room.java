package app.lectern.integrations;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.entra.AppRegistration;
import app.lectern.graph.CallLog;
import app.lectern.graph.GraphParts;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.graph.MailboxGate;
import app.lectern.graph.Reach;
import app.lectern.graph.Sleeper;
import app.lectern.home.Home;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.permissions.AccessPolicyCheck;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.permissions.PermissionDoctor;
import app.lectern.integrations.screen.IntegrationsDesk;
import app.lectern.integrations.setup.AdminPacks;
import app.lectern.integrations.setup.Readiness;
import app.lectern.integrations.setup.Setups;
import app.lectern.integrations.setup.TestMeetings;
import app.lectern.integrations.upkeep.UpkeepList;
import app.lectern.integrations.waiting.WaitLooks;
import app.lectern.integrations.waiting.WaitingList;
import app.lectern.store.ReadyStore;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The whole room on a data folder and a demo tenant: real store, real MSAL, real SDK. The clock moves only when told.
public final class Room implements AutoCloseable {
    public static final String SERVICE_ACCOUNT = "lms-teams-service@northfield.example";
    private static final int HURRY = 50;

    /// A clock that stands still until it is moved.
    public static final class MovedClock extends Clock {
        private volatile Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        public void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    public final MovedClock clock = new MovedClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    public final Home home;
    public final DemoTenant tenant;
    public final Store store;
    public final SecretStore secrets;
    public final Integrations integrations;
    public final IntegrationAccess access;
    public final IntegrationRules rules;
    public final PermissionDoctor permissions;
    public final AccessPolicyCheck policies;
    public final ServiceAccounts accounts;
    public final CredentialExpiries expiries;
    public final CredentialRotation rotation;
    public final IntegrationTransfer transfer;
    public final WaitingList waiting;
    public final HealthChecks checks;
    public final Setups setups;
    public final Readiness readiness;
    public final TestMeetings meetings;
    public final AdminPacks packs;
    public final UpkeepList upkeep;
    public final IntegrationChanges changes;
    public final Words words = new Words(Locale.UK, ZoneOffset.UTC, clock);
    private final GraphSessions sessions;
    private final boolean ownsTenant;
    private volatile Sleeper sleeper = Sleeper.REAL;

    public Room(Path folder) {
        this(folder, null);
    }

    /// @param running a tenant that goes on running when the room closes, as it does when Lectern is started again
    public Room(Path folder, DemoTenant running) {
        ownsTenant = running == null;
        tenant = ownsTenant ? DemoTenant.start(DemoOptions.standard(clock)) : running;
        home = ReadyStore.in(folder);
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        store = Store.open(home, vault, clock);
        secrets = new SecretStore(store, vault, clock);
        sessions = new GraphSessions(new GraphParts(CallLog.NONE, IntegrationAccess.tokenCaches(secrets), new MailboxGate(), clock,
                pause -> sleeper.sleep(pause), words));
        integrations = new Integrations(store, secrets, clock);
        access = new IntegrationAccess(integrations, sessions, HttpOptions::direct, () -> {
            throw new IllegalStateException("the tests come in by the front door, as a custom cloud");
        });
        changes = new IntegrationChanges(integrations, access, clock);
        rules = new IntegrationRules(integrations, clock);
        var verifier = new DirectAccountProbe(access);
        var catalogue = PermissionCatalogue.load();
        permissions = new PermissionDoctor(catalogue, access, clock);
        policies = new AccessPolicyCheck(access, clock);
        accounts = new ServiceAccounts(integrations, verifier, clock);
        expiries = new CredentialExpiries(integrations, access, clock);
        rotation = new CredentialRotation(integrations, access, clock);
        transfer = new IntegrationTransfer(integrations, clock);
        waiting = new WaitingList(store, this::find, new WaitLooks(access, permissions, policies, verifier), clock);
        checks = new HealthChecks(store, integrations, access, permissions, policies, accounts, expiries, waiting, clock);
        setups = new Setups(store, integrations, access, verifier, accounts, waiting, clock);
        readiness = new Readiness(store, integrations, checks, clock);
        meetings = new TestMeetings(access, words, clock);
        upkeep = new UpkeepList(store, clock);
        packs = new AdminPacks(catalogue, access, words);
        integrations.keeps(waiting);
        integrations.keeps(checks);
    }

    private Optional<Integration> find(long id) {
        return id > 0 ? integrations.find(id) : setups.find(-id).map(draft -> draft.integration());
    }

    /// Which connections are in doubt.
    public Reach reach() {
        return sessions.reach();
    }

    /// From now on the pauses before a call is tried again are a fiftieth of what they are: for tests of what comes after the last try.
    public void hurry() {
        sleeper = pause -> Thread.sleep(pause.dividedBy(HURRY));
    }

    /// An integration with the tenant's main app, signing in by its secret.
    public Integration connected() {
        return connected(tenant.apps().lectern());
    }

    public Integration connected(AppRegistration app) {
        var added = integrations.add(unsaved(app));
        integrations.keepSecret(added, SecretKind.CLIENT_SECRET, Secret.of(app.secret()));
        return added;
    }

    public Integration unsaved(AppRegistration app) {
        return new Integration(0, "Northfield " + app.displayName(), CloudKind.CUSTOM, tenant.loginEndpoint(), tenant.graphEndpoint(),
                tenant.tenantId(), app.appId(), SignInMethod.SECRET, "hannah.ivers@northfield.example", "", true, clock.instant(),
                WorkspaceRole.ADMIN, tenant.authorityPem());
    }

    /// The object id of somebody at the school.
    public String idOf(String address) {
        return tenant.school().people().find(address).orElseThrow().id();
    }

    @Override
    public void close() {
        sessions.close();
        store.close();
        if (ownsTenant) {
            tenant.close();
        }
    }

    /// What the Integrations screen works with.
    public IntegrationsDesk integrationsDesk() {
        return new IntegrationsDesk(new IntegrationsDesk.Services(integrations, checks, readiness, waiting, setups, transfer, rotation, accounts, packs, meetings,
                changes, upkeep, this::connected));
    }
}
