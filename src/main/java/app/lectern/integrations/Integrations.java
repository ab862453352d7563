package app.lectern.integrations;

import app.lectern.problems.Problem;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.vault.Secret;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The tenants Lectern knows: add, find, change, remove, and the secrets that belong to each.
public final class Integrations {
    private final IntegrationsStore store;
    private final StandingsStore standings;
    private final SecretStore secrets;
    private final Clock clock;
    private final List<LocalData> localData = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Integrations(Store store, SecretStore secrets, Clock clock) {
        this.store = new IntegrationsStore(store);
        this.standings = new StandingsStore(store);
        this.secrets = secrets;
        this.clock = clock;
    }

    public List<Integration> list() {
        return store.list();
    }

    /// The one with this id or this name, whatever its case.
    public Integration find(String idOrName) {
        return list().stream()
                .filter(each -> each.key().equals(idOrName) || each.name().equalsIgnoreCase(idOrName)
                        || each.isSimulated() && idOrName.equalsIgnoreCase("demo"))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Code.INTEGRATION_UNKNOWN).with("item", idOrName).raise());
    }

    public Optional<Integration> find(long id) {
        return store.find(id);
    }

    /// The one to work with when none is named: the only active one, else the first that is not simulated.
    public Integration preferred() {
        return list().stream()
                .filter(Integration::active)
                .min((one, other) -> Boolean.compare(one.isSimulated(), other.isSimulated()))
                .orElseThrow(() -> Problem.of(Problem.Code.INTEGRATION_UNKNOWN).with("item", "@integration.none").raise());
    }

    /// Adds an integration; a name is given once only.
    public Integration add(Integration fresh) {
        var name = freeName(fresh.name(), 0);
        return told(store.add(fresh.named(name)));
    }

    /// Saves what was changed; the name must still be the only one of its kind.
    public Integration update(Integration changed) {
        var named = changed.named(freeName(changed.name(), changed.id()));
        if (!store.update(named)) {
            throw Problem.of(Problem.Code.INTEGRATION_UNKNOWN).with("item", named.name()).raise();
        }
        return told(named);
    }

    /// The same once more under another name, inactive and without secrets, which are entered anew.
    public Integration duplicate(Integration of, String name) {
        return add(of.under(0).named(name).active(false));
    }

    private String freeName(String wanted, long except) {
        var name = wanted.strip();
        if (name.isEmpty()) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "@field.name").with("reason", "@integration.name-empty").raise();
        }
        if (isTaken(name, except, list())) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", name).with("reason", "@integration.name-taken").raise();
        }
        return name;
    }

    static boolean isTaken(String name, long except, List<Integration> among) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return among.stream().anyMatch(each -> each.id() != except && each.name().toLowerCase(Locale.ROOT).equals(wanted));
    }

    /// The demo tenant's integration, added when there is none yet.
    public Integration demo(String tenantName, String tenantId, String clientId) {
        return list().stream().filter(Integration::isSimulated).findFirst().orElseGet(() -> told(store.add(new Integration(
                0, tenantName, CloudKind.DEMO, "", "", tenantId, clientId, SignInMethod.SECRET,
                "", "", true, clock.instant()))));
    }

    /// A room tells what it keeps per integration, so that it can be named before a removal and goes with it.
    public void keeps(LocalData data) {
        localData.add(data);
    }

    /// Told on the thread that changed something in the list.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// How much of what would go with the integration, by the name of the data; nothing that is empty.
    public Map<String, Long> localData(Integration of) {
        var found = new LinkedHashMap<String, Long>();
        var kept = secrets.slots(prefix(of)).size();
        if (kept > 0) {
            found.put("local-data.secrets", (long) kept);
        }
        for (var each : localData) {
            var count = each.count(of);
            if (count > 0) {
                found.put(each.name(), count);
            }
        }
        return found;
    }

    /// Removes the integration with its secrets, its saved sign-in, and what the rooms keep of it.
    public void remove(Integration gone) {
        localData.forEach(each -> each.remove(gone));
        store.remove(gone.id());
        forgetSecrets(gone);
        standings.remove(gone.id());
        listeners.forEach(Runnable::run);
    }

    private Integration told(Integration changed) {
        listeners.forEach(Runnable::run);
        return changed;
    }

    public void keepSecret(Integration of, SecretKind kind, Secret secret) {
        secrets.put(slot(of, kind), secret);
    }

    public void keepSecret(Integration of, SecretKind kind, byte[] content) {
        secrets.putBytes(slot(of, kind), content);
    }

    public boolean hasSecret(Integration of, SecretKind kind) {
        return secrets.slots(prefix(of)).contains(slot(of, kind));
    }

    /// What this integration signs in with and this computer does not hold, as after an import: secrets do not travel.
    public Optional<SecretKind> missingSecret(Integration of) {
        if (of.isSimulated() || !of.signInMethod().isUnattended()) {
            return Optional.empty();
        }
        var needed = of.signInMethod() == SignInMethod.SECRET ? SecretKind.CLIENT_SECRET : SecretKind.CERTIFICATE;
        return hasSecret(of, needed) ? Optional.empty() : Optional.of(needed);
    }

    public void forgetSecret(Integration of, SecretKind kind) {
        secrets.remove(slot(of, kind));
    }

    public void forgetSecrets(Integration of) {
        secrets.slots(prefix(of)).forEach(secrets::remove);
    }

    /// Gives the secrets of one to another, and leaves the first without.
    public void moveSecrets(Integration from, Integration to) {
        for (var kind : SecretKind.values()) {
            secretBytes(from, kind).ifPresent(content -> {
                try {
                    keepSecret(to, kind, content);
                } finally {
                    java.util.Arrays.fill(content, (byte) 0);
                }
            });
        }
        forgetSecrets(from);
    }

    Optional<Secret> secret(Integration of, SecretKind kind) {
        return secrets.get(slot(of, kind));
    }

    Optional<byte[]> secretBytes(Integration of, SecretKind kind) {
        return secrets.getBytes(slot(of, kind));
    }

    /// What is known about the service account.
    public AccountStanding account(Integration of) {
        var kept = standings.account(of.id());
        if (of.serviceAccount().isBlank()) {
            return AccountStanding.notSet();
        }
        return kept.account().equalsIgnoreCase(of.serviceAccount())
                ? kept
                : new AccountStanding(AccountStanding.AccountState.UNVERIFIED, of.serviceAccount(), Optional.empty(), Optional.empty());
    }

    void keep(Integration of, AccountStanding standing) {
        standings.keep(of.id(), standing);
        listeners.forEach(Runnable::run);
    }

    /// When the secret or certificate ends, as far as that is known.
    public Optional<CredentialExpiry> credential(Integration of) {
        return of.signInMethod().isUnattended() ? standings.credential(of.id()) : Optional.empty();
    }

    public void keep(Integration of, CredentialExpiry expiry) {
        standings.keep(of.id(), Optional.of(expiry));
        listeners.forEach(Runnable::run);
    }

    public void forgetCredential(Integration of) {
        standings.keep(of.id(), Optional.empty());
    }

    private static String prefix(Integration of) {
        return "integration/" + of.key() + "/";
    }

    private static String slot(Integration of, SecretKind kind) {
        return prefix(of) + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
