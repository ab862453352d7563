package app.lectern.meetings.planning.bulk;

import app.lectern.store.KeptAlong;
import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The table `meeting_import`.
final class ImportStore {
    private final Store store;

    ImportStore(Store store) {
        this.store = store;
    }

    KeptAlong adding(ImportBatch batch) {
        return handle -> handle.createUpdate("""
                        INSERT INTO meeting_import (batch, integration_id, source, meetings, created_at) VALUES (:batch, :of, :source, :meetings, :at)
                        """)
                .bind("batch", batch.batch()).bind("of", batch.integration()).bind("source", cut(batch.source(), 300)).bind("meetings", batch.meetings())
                .bind("at", batch.createdAt()).execute();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    void undone(String batch, Instant at) {
        store.change(handle -> handle.createUpdate("UPDATE meeting_import SET undone_at = :at WHERE batch = :batch").bind("batch", batch).bind("at", at).execute());
    }

    Optional<ImportBatch> find(String batch) {
        return store.read(handle -> handle.createQuery("SELECT * FROM meeting_import WHERE batch = :batch").bind("batch", batch)
                .map((row, context) -> batch(row)).findOne());
    }

    List<ImportBatch> list(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM meeting_import WHERE integration_id = :of ORDER BY created_at DESC, batch")
                .bind("of", integration).map((row, context) -> batch(row)).list());
    }

    private static ImportBatch batch(ResultSet row) throws SQLException {
        return new ImportBatch(row.getString("batch"), row.getLong("integration_id"), row.getString("source"), row.getInt("meetings"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("undone_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
