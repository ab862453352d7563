package app.lectern.recordings;

import app.lectern.meetings.Organiser;
import app.lectern.store.Store;
import java.time.Instant;
import java.util.List;

/// The rows of the table `drive_quota`.
final class QuotaStore {
    private final Store store;

    QuotaStore(Store store) {
        this.store = store;
    }

    void keep(long integration, Organiser of, RecordingsGraph.Drive drive, Instant now) {
        store.change(handle -> handle.createUpdate("""
                        MERGE INTO drive_quota (integration_id, drive_id, owner_id, owner_name, total, used, read_at) KEY (integration_id, drive_id)
                        VALUES (:of, :drive, :owner, :name, :total, :used, :now)
                        """)
                .bind("of", integration).bind("drive", drive.id()).bind("owner", of.objectId())
                .bind("name", of.name().isEmpty() ? of.address() : of.name()).bind("total", drive.total()).bind("used", drive.used()).bind("now", now).execute());
    }

    /// The fullest first.
    List<DriveQuota> all(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM drive_quota WHERE integration_id = :of AND total > 0 ORDER BY CAST(used AS DOUBLE PRECISION) / total DESC, owner_name
                        """)
                .bind("of", integration).map((row, context) -> new DriveQuota(row.getString("owner_id"), row.getString("owner_name"), row.getLong("total"),
                        row.getLong("used"))).list());
    }
}
