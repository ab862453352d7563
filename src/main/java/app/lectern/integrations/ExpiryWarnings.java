package app.lectern.integrations;

import app.lectern.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Warns 60, 30, 14, 7 and 1 days before a secret or certificate ends, each time once, however often Lectern is started.
public final class ExpiryWarnings {
    /// @param days the threshold that was crossed
    public record Warning(Integration integration, CredentialExpiry expiry, int days) {}

    private final StandingsStore store;
    private final Integrations integrations;
    private final Clock clock;
    private final List<Consumer<Warning>> listeners = new CopyOnWriteArrayList<>();

    public ExpiryWarnings(Store store, Integrations integrations, Clock clock) {
        this.store = new StandingsStore(store);
        this.integrations = integrations;
        this.clock = clock;
    }

    /// Told about each warning, on the thread that calls [#announce].
    public void onWarning(Consumer<Warning> told) {
        listeners.add(told);
    }

    /// Those that apply now, whether announced or not.
    public List<Warning> present() {
        var found = new ArrayList<Warning>();
        for (var each : integrations.list()) {
            if (each.active()) {
                integrations.credential(each).ifPresent(expiry -> expiry.warning(clock.instant())
                        .ifPresent(days -> found.add(new Warning(each, expiry, days))));
            }
        }
        return found;
    }

    /// Announces what was not announced yet. A new secret starts anew, since its end crosses the same days again.
    public List<Warning> announce() {
        var fresh = present().stream().filter(each -> store.warned(each.integration().id()).map(told -> each.days() < told).orElse(true)).toList();
        for (var each : fresh) {
            store.warned(each.integration().id(), each.days());
            listeners.forEach(told -> told.accept(each));
        }
        return fresh;
    }
}
