package app.lectern.integrations.health;

import app.lectern.store.Snapshots;
import app.lectern.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The rows of the table `integration_health`.
final class HealthStore {
    private final Store store;

    HealthStore(Store store) {
        this.store = store;
    }

    /// Keeps the report and the newest before it, and lets go of older ones.
    void add(HealthReport report, int kept) {
        store.change(handle -> {
            handle.createUpdate("INSERT INTO integration_health (integration, at, overall, report) VALUES (:of, :at, :overall, :report)")
                    .bind("of", report.integration()).bind("at", report.at())
                    .bind("overall", report.overall().name()).bind("report", Snapshots.write(report))
                    .execute();
            handle.createUpdate("""
                            DELETE FROM integration_health WHERE integration = :of AND id NOT IN (
                                SELECT id FROM integration_health WHERE integration = :of ORDER BY at DESC, id DESC
                                FETCH FIRST :kept ROWS ONLY)
                            """)
                    .bind("of", report.integration()).bind("kept", kept)
                    .execute();
        });
    }

    Optional<HealthReport> newest(long integration) {
        return history(integration, 1).stream().findFirst();
    }

    List<HealthReport> history(long integration, int most) {
        return store.read(handle -> handle.createQuery("""
                        SELECT report FROM integration_health WHERE integration = :of ORDER BY at DESC, id DESC
                        FETCH FIRST :most ROWS ONLY
                        """)
                .bind("of", integration).bind("most", most)
                .mapTo(String.class)
                .list())
                .stream()
                .map(text -> Snapshots.read(text, HealthReport.class).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    long count(long integration) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM integration_health WHERE integration = :of")
                .bind("of", integration).mapTo(Long.class).one());
    }

    void removeAll(long integration) {
        store.change(handle -> handle.createUpdate("DELETE FROM integration_health WHERE integration = :of").bind("of", integration).execute());
    }
}
