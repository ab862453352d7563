package app.lectern.meetings.planning;

import app.lectern.store.Store;
import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// The rows of the table `meeting_creation`.
final class CreationStore {
    private final Store store;

    CreationStore(Store store) {
        this.store = store;
    }

    /// Within the transaction of the slots themselves.
    static void add(Handle handle, Collection<Creation> creations) {
        creations.forEach(each -> handle.createUpdate("""
                        INSERT INTO meeting_creation (integration_id, slot_key, at, succeeded, millis, requests, refused)
                        VALUES (:of, :key, :at, :succeeded, :millis, :requests, :refused)
                        """)
                .bind("of", each.integration()).bind("key", each.key()).bind("at", each.at()).bind("succeeded", each.succeeded())
                .bind("millis", each.millis()).bind("requests", each.requests()).bind("refused", each.refused()).execute());
    }

    CreationFigures since(long integration, Instant from) {
        return store.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) AS tried, COUNT(CASE WHEN succeeded THEN 1 END) AS made,
                            COALESCE(AVG(CASE WHEN succeeded THEN CAST(millis AS DOUBLE PRECISION) END), 0) AS millis,
                            COUNT(CASE WHEN refused > 0 THEN 1 END) AS repeated, COALESCE(SUM(requests), 0) AS requests,
                            COALESCE(SUM(refused), 0) AS refused
                        FROM meeting_creation WHERE integration_id = :of AND at >= :from
                        """)
                .bind("of", integration).bind("from", from)
                .map((row, context) -> new CreationFigures(row.getLong("tried"), row.getLong("made"), Math.round(row.getDouble("millis")),
                        row.getLong("repeated"), row.getLong("requests"), row.getLong("refused"))).one());
    }
}
