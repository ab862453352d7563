package app.lectern;

import app.lectern.integrations.AccountVerifier;
import app.lectern.integrations.CredentialExpiries;
import app.lectern.integrations.CredentialRotation;
import app.lectern.integrations.ExpiryWarnings;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.IntegrationChanges;
import app.lectern.integrations.IntegrationRules;
import app.lectern.integrations.IntegrationTransfer;
import app.lectern.integrations.IntegrationWatch;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.ServiceAccounts;
import app.lectern.integrations.commands.IntegrationServices;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.permissions.AccessPolicyCheck;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.permissions.PermissionDoctor;
import app.lectern.integrations.setup.AdminPacks;
import app.lectern.integrations.setup.Readiness;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.Setups;
import app.lectern.integrations.setup.TestMeetings;
import app.lectern.integrations.upkeep.UpkeepList;
import app.lectern.integrations.waiting.WaitLooks;
import app.lectern.integrations.waiting.WaitingList;
import app.lectern.store.Store;
import app.lectern.words.Words;
import java.time.Clock;
import java.util.Optional;

/// The services of the room `integrations`, constructed and connected.
final class IntegrationsWiring implements AutoCloseable {
    final Integrations integrations;
    final IntegrationAccess access;
    final IntegrationRules rules;
    final PermissionDoctor permissions;
    final AccessPolicyCheck policies;
    final ServiceAccounts serviceAccounts;
    final CredentialExpiries expiries;
    final CredentialRotation rotation;
    final IntegrationTransfer transfer;
    final WaitingList waiting;
    final HealthChecks checks;
    final Setups setups;
    final Readiness readiness;
    final TestMeetings testMeetings;
    final AdminPacks packs;
    final UpkeepList upkeep;
    final ExpiryWarnings warnings;
    final IntegrationWatch watch;
    final IntegrationChanges changes;
    private final Clock clock;

    IntegrationsWiring(Store store, Integrations integrations, IntegrationAccess access, AccountVerifier verifier, Words words, Clock clock) {
        this.integrations = integrations;
        this.access = access;
        this.clock = clock;
        rules = new IntegrationRules(integrations, clock);
        var catalogue = PermissionCatalogue.load();
        permissions = new PermissionDoctor(catalogue, access, clock);
        policies = new AccessPolicyCheck(access, clock);
        serviceAccounts = new ServiceAccounts(integrations, verifier, clock);
        expiries = new CredentialExpiries(integrations, access, clock);
        rotation = new CredentialRotation(integrations, access, clock);
        transfer = new IntegrationTransfer(integrations, clock);
        waiting = new WaitingList(store, this::integration, new WaitLooks(access, permissions, policies, verifier), clock);
        checks = new HealthChecks(store, integrations, access, permissions, policies, serviceAccounts, expiries, waiting, clock);
        setups = new Setups(store, integrations, access, verifier, serviceAccounts, waiting, clock);
        readiness = new Readiness(store, integrations, checks, clock);
        testMeetings = new TestMeetings(access, words, clock);
        upkeep = new UpkeepList(store, clock);
        packs = new AdminPacks(catalogue, access, words);
        warnings = new ExpiryWarnings(store, integrations, clock);
        changes = new IntegrationChanges(integrations, access, clock);
        watch = new IntegrationWatch(waiting, checks, warnings);
        integrations.keeps(waiting);
        integrations.keeps(checks);
    }

    IntegrationServices forCommands() {
        return new IntegrationServices(integrations, rules, setups, serviceAccounts, checks, rotation, transfer, waiting, packs,
                testMeetings, readiness, upkeep, clock);
    }

    /// One that is being set up has a negative id.
    private Optional<Integration> integration(long id) {
        return id > 0 ? integrations.find(id) : setups.find(-id).map(SetupDraft::integration);
    }

    @Override
    public void close() {
        watch.close();
    }
}
