package app.lectern.sync.alerts;

import app.lectern.store.Snapshots;
import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The rows of the table `alert`.
final class AlertStore {
    private final Store store;

    AlertStore(Store store) {
        this.store = store;
    }

    List<Alert> list(long integration) {
        return store.read(handle -> list(handle, integration));
    }

    private static List<Alert> list(Handle handle, long integration) {
        return handle.createQuery("SELECT * FROM alert WHERE integration_id = :of ORDER BY since DESC, id DESC")
                .bind("of", integration).map((row, context) -> alert(row)).list();
    }

    /// Makes the rows those of the findings: what is new comes, what is over goes, the rest keeps since when, snooze and mute.
    void become(long integration, List<AlertFinding> found, Instant now) {
        store.change(handle -> {
            var known = new HashMap<String, Alert>();
            list(handle, integration).forEach(alert -> known.put(alert.cause() + "/" + alert.thing(), alert));
            for (var each : found) {
                var was = known.remove(each.cause() + "/" + each.thing());
                if (was == null) {
                    insert(handle, integration, each, now);
                } else if (!was.facts().equals(each.facts())) {
                    handle.createUpdate("UPDATE alert SET facts = :facts WHERE id = :id").bind("facts", Snapshots.write(each.facts())).bind("id", was.id())
                            .execute();
                }
            }
            known.values().forEach(over -> handle.createUpdate("DELETE FROM alert WHERE id = :id").bind("id", over.id()).execute());
        });
    }

    private static void insert(Handle handle, long integration, AlertFinding found, Instant now) {
        handle.createUpdate("""
                        INSERT INTO alert (integration_id, cause, thing, facts, since, muted) VALUES (:of, :cause, :thing, :facts, :now, FALSE)
                        """)
                .bind("of", integration).bind("cause", found.cause().name()).bind("thing", found.thing())
                .bind("facts", Snapshots.write(found.facts())).bind("now", now).execute();
    }

    void told(long id, Instant at) {
        store.change(handle -> handle.createUpdate("UPDATE alert SET told_at = :at WHERE id = :id").bind("at", at).bind("id", id).execute());
    }

    /// False when there is no such alert.
    boolean snooze(long id, Instant until) {
        return store.write(handle -> handle.createUpdate("UPDATE alert SET snoozed_until = :until, muted = FALSE WHERE id = :id")
                .bind("until", until).bind("id", id).execute()) > 0;
    }

    boolean mute(long id, boolean muted) {
        return store.write(handle -> handle.createUpdate("UPDATE alert SET muted = :muted, snoozed_until = NULL WHERE id = :id")
                .bind("muted", muted).bind("id", id).execute()) > 0;
    }

    @SuppressWarnings("unchecked")
    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(row.getLong("id"), row.getLong("integration_id"), AlertCause.valueOf(row.getString("cause")), row.getString("thing"),
                Snapshots.read(row.getString("facts"), Map.class).orElse(Map.of()), instant(row, "since").orElseThrow(), instant(row, "told_at"),
                instant(row, "snoozed_until"), row.getBoolean("muted"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
