package app.lectern.integrations.upkeep;

import app.lectern.store.Store;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;

/// When each thing was last done, per integration.
final class UpkeepStore {
    private final Store store;

    UpkeepStore(Store store) {
        this.store = store;
    }

    Map<UpkeepKind, Instant> done(long integration) {
        return store.read(handle -> {
            var found = new EnumMap<UpkeepKind, Instant>(UpkeepKind.class);
            handle.createQuery("SELECT kind, done_at FROM integration_upkeep WHERE integration = :of").bind("of", integration)
                    .map((row, context) -> Map.entry(UpkeepKind.valueOf(row.getString("kind")),
                            row.getObject("done_at", OffsetDateTime.class).toInstant()))
                    .forEach(each -> found.put(each.getKey(), each.getValue()));
            return found;
        });
    }

    void done(long integration, UpkeepKind kind, Instant at) {
        store.change(handle -> handle.createUpdate("MERGE INTO integration_upkeep (integration, kind, done_at) KEY (integration, kind) VALUES (:of, :kind, :at)")
                .bind("of", integration).bind("kind", kind.name()).bind("at", at).execute());
    }
}
