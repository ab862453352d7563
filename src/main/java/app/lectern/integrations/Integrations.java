package app.lectern.integrations;

import app.lectern.problems.Problem;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.vault.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The tenants Lectern knows: add, find, list, remove, and the secrets that belong to each.
public final class Integrations {
    private final IntegrationsStore store;
    private final SecretStore secrets;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;

    public Integrations(Store store, SecretStore secrets, Clock clock) {
        this.store = new IntegrationsStore(store);
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

    /// The one to work with when none is named: the only active one, else the first that is not simulated.
    public Integration preferred() {
        return list().stream()
                .filter(Integration::active)
                .min((one, other) -> Boolean.compare(one.isSimulated(), other.isSimulated()))
                .orElseThrow(() -> Problem.of(Problem.Code.INTEGRATION_UNKNOWN).with("item", "@integration.none").raise());
    }

    /// Adds an integration; a name is given once only.
    public Integration add(Integration fresh) {
        var name = fresh.name().strip();
        if (name.isEmpty()) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "name").with("reason", "@integration.name-empty").raise();
        }
        if (list().stream().anyMatch(each -> each.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", name).with("reason", "@integration.name-taken").raise();
        }
        return told(store.add(fresh));
    }

    /// The demo tenant's integration, added when there is none yet.
    public Integration demo(String tenantName, String tenantId, String clientId) {
        return list().stream().filter(Integration::isSimulated).findFirst().orElseGet(() -> told(store.add(new Integration(
                0, tenantName, CloudKind.DEMO, "", "", tenantId, clientId, SignInMethod.SECRET,
                "", "", true, clock.instant()))));
    }

    /// Told on the thread that changed something in the list.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Removes the integration with its secrets and its saved sign-in.
    public void remove(Integration gone) {
        store.remove(gone.id());
        secrets.slots(prefix(gone)).forEach(secrets::remove);
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

    Optional<Secret> secret(Integration of, SecretKind kind) {
        return secrets.get(slot(of, kind));
    }

    Optional<byte[]> secretBytes(Integration of, SecretKind kind) {
        return secrets.getBytes(slot(of, kind));
    }

    private static String prefix(Integration of) {
        return "integration/" + of.key() + "/";
    }

    private static String slot(Integration of, SecretKind kind) {
        return prefix(of) + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
