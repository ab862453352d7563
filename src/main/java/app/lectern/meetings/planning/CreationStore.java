package app.lectern.meetings.planning;

import app.lectern.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    CreationFigures since(long integration, Instant from, Duration piece) {
        return CreationFigures.of(store.read(handle -> handle.createQuery("""
                        SELECT FLOOR(DATEDIFF(MILLISECOND, CAST(:from AS TIMESTAMP WITH TIME ZONE), at) / CAST(:piece AS DOUBLE PRECISION)) AS part,
                            COUNT(*) AS tried, COUNT(CASE WHEN succeeded THEN 1 END) AS made,
                            COALESCE(AVG(CASE WHEN succeeded THEN CAST(millis AS DOUBLE PRECISION) END), 0) AS millis,
                            COUNT(CASE WHEN refused > 0 THEN 1 END) AS repeated, COALESCE(SUM(requests), 0) AS requests,
                            COALESCE(SUM(refused), 0) AS refused
                        FROM meeting_creation WHERE integration_id = :of AND at >= :from GROUP BY part ORDER BY part
                        """)
                .bind("of", integration).bind("from", from).bind("piece", piece.toMillis())
                .map((row, context) -> new CreationFigures.Point(from.plus(piece.multipliedBy(row.getLong("part"))), new CreationFigures(row.getLong("tried"),
                        row.getLong("made"), Math.round(row.getDouble("millis")), row.getLong("repeated"), row.getLong("requests"), row.getLong("refused"),
                        List.of())))
                .list()));
    }

    /// The newest first; the subject is empty where the plan behind it is gone.
    List<PastCreation> list(long integration, Instant from, int most) {
        return store.read(handle -> handle.createQuery("""
                        SELECT made.*, slot.id AS slot, slot.subject AS subject FROM meeting_creation made
                            LEFT JOIN meeting_slot slot ON slot.slot_key = made.slot_key
                        WHERE made.integration_id = :of AND made.at >= :from ORDER BY made.at DESC, made.id DESC LIMIT :most
                        """)
                .bind("of", integration).bind("from", from).bind("most", most)
                .map((row, context) -> new PastCreation(row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("slot") == 0 ? OptionalLong.empty() : OptionalLong.of(row.getLong("slot")), Optional.ofNullable(row.getString("subject")).orElse(""),
                        row.getBoolean("succeeded"), Duration.ofMillis(row.getLong("millis")), row.getInt("requests"), row.getInt("refused")))
                .list());
    }
}
