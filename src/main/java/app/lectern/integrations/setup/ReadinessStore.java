package app.lectern.integrations.setup;

import app.lectern.store.Store;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// When an integration's test meeting worked: the column `tested_at` of the table `integration`.
final class ReadinessStore {
    private final Store store;

    ReadinessStore(Store store) {
        this.store = store;
    }

    Optional<Instant> testedAt(long integration) {
        return store.read(handle -> handle.createQuery("SELECT tested_at FROM integration WHERE id = :id AND tested_at IS NOT NULL")
                .bind("id", integration)
                .map((row, _) -> row.getObject("tested_at", OffsetDateTime.class).toInstant())
                .findOne());
    }

    void tested(long integration, Instant when) {
        store.change(handle -> handle.createUpdate("UPDATE integration SET tested_at = :at WHERE id = :id")
                .bind("id", integration).bind("at", when).execute());
    }
}
