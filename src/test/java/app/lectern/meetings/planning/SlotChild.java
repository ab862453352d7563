package app.lectern.meetings.planning;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.Organisers;
import app.lectern.graph.CallLog;
import app.lectern.graph.GraphParts;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.graph.Sleeper;
import app.lectern.home.Home;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.Integrations;
import app.lectern.jobs.Progress;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/// A process of its own that creates the open slots of a data folder, in order to be killed at it.
final class SlotChild {
    private SlotChild() {}

    public static void main(String[] arguments) throws Exception {
        var clock = Clock.systemUTC();
        var words = new Words(Locale.UK, ZoneOffset.UTC, clock);
        var home = new Home(Path.of(arguments[0]));
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        try (var store = Store.open(home, vault, clock)) {
            var secrets = new SecretStore(store, vault, clock);
            var sessions = new GraphSessions(GraphParts.standard(CallLog.NONE, IntegrationAccess.tokenCaches(secrets), clock, words));
            var integrations = new Integrations(store, secrets, clock);
            var access = new IntegrationAccess(integrations, sessions, HttpOptions::direct, () -> {
                throw new IllegalStateException();
            });
            var accounts = new AccountVerifier(access::session, store, clock, Sleeper.REAL);
            var scheduler = new MeetingScheduler(store, access::session, accounts, new Organisers(accounts, store), SlotTrail.NONE, Sleeper.REAL, clock);
            var of = integrations.preferred();
            scheduler.create(of, scheduler.open(of), Progress.NONE);
        }
    }
}
