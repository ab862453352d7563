package app.lectern.sync;

import app.lectern.store.Store;
import java.time.Instant;
import java.util.Optional;

/// The rows of the table `sync_checkpoint`.
final class CheckpointStore {
    private final Store store;

    CheckpointStore(Store store) {
        this.store = store;
    }

    Optional<String> find(long integration, String name) {
        return store.read(handle -> handle.createQuery("SELECT content FROM sync_checkpoint WHERE integration_id = :of AND name = :name")
                .bind("of", integration).bind("name", name).mapTo(String.class).findOne());
    }

    void keep(long integration, String name, String content, Instant at) {
        store.change(handle -> {
            int known = handle.createUpdate("""
                            UPDATE sync_checkpoint SET content = :content, saved_at = :at WHERE integration_id = :of AND name = :name
                            """)
                    .bind("of", integration).bind("name", name).bind("content", content).bind("at", at).execute();
            if (known == 0) {
                handle.createUpdate("INSERT INTO sync_checkpoint (integration_id, name, content, saved_at) VALUES (:of, :name, :content, :at)")
                        .bind("of", integration).bind("name", name).bind("content", content).bind("at", at).execute();
            }
        });
    }

    void forget(long integration, String name) {
        store.change(handle -> handle.createUpdate("DELETE FROM sync_checkpoint WHERE integration_id = :of AND name = :name")
                .bind("of", integration).bind("name", name).execute());
    }

    void forgetAll(long integration, String beginning) {
        store.change(handle -> handle.createUpdate("""
                        DELETE FROM sync_checkpoint WHERE integration_id = :of AND SUBSTRING(name FROM 1 FOR :length) = :beginning
                        """)
                .bind("of", integration).bind("length", beginning.length()).bind("beginning", beginning).execute());
    }
}
