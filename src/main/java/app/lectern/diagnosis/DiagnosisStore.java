package app.lectern.diagnosis;

import app.lectern.store.Snapshots;
import app.lectern.store.Store;
import java.util.List;
import java.util.Optional;

/// The rows of the table `diagnosis`.
final class DiagnosisStore {
    private final Store store;

    DiagnosisStore(Store store) {
        this.store = store;
    }

    /// Keeps it with the newest before it, and lets go of older ones.
    void add(long integration, Diagnosis done, int kept) {
        store.change(handle -> {
            handle.createUpdate("INSERT INTO diagnosis (integration_id, made_at, content) VALUES (:of, :at, :content)")
                    .bind("of", integration).bind("at", done.at()).bind("content", Snapshots.write(done)).execute();
            handle.createUpdate("""
                            DELETE FROM diagnosis WHERE integration_id = :of AND id NOT IN (
                                SELECT id FROM diagnosis WHERE integration_id = :of ORDER BY made_at DESC, id DESC FETCH FIRST :kept ROWS ONLY)
                            """)
                    .bind("of", integration).bind("kept", kept).execute();
        });
    }

    List<Diagnosis> newest(long integration) {
        return store.read(handle -> handle.createQuery("SELECT content FROM diagnosis WHERE integration_id = :of ORDER BY made_at DESC, id DESC")
                .bind("of", integration).mapTo(String.class).list()).stream()
                .map(text -> Snapshots.read(text, Diagnosis.class)).flatMap(Optional::stream).toList();
    }
}
