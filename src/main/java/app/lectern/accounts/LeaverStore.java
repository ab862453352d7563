package app.lectern.accounts;

import app.lectern.store.Store;
import java.time.Instant;
import java.util.Optional;

/// Which meetings were handed over to whom: the table `leaver_move`, an outbox with one row per meeting and new organiser.
final class LeaverStore {
    private final Store store;

    LeaverStore(Store store) {
        this.store = store;
    }

    /// Notes the intention; returns the new meeting's link when it was carried out before.
    Optional<String> planned(long integration, String from, String event, String to, String transaction, Instant at) {
        return store.write(handle -> {
            var known = handle.createQuery("""
                            SELECT done, join_link FROM leaver_move
                            WHERE integration_id = :integration AND event_id = :event AND to_object_id = :to
                            """)
                    .bind("integration", integration)
                    .bind("event", event)
                    .bind("to", to)
                    .map((row, context) -> row.getBoolean("done") ? Optional.of(row.getString("join_link")) : Optional.<String>empty())
                    .findOne();
            if (known.isPresent()) {
                return known.get();
            }
            handle.createUpdate("""
                            INSERT INTO leaver_move (integration_id, event_id, to_object_id, from_object_id, transaction_id, done, join_link, planned_at)
                            VALUES (:integration, :event, :to, :from, :transaction, FALSE, '', :at)
                            """)
                    .bind("integration", integration)
                    .bind("event", event)
                    .bind("to", to)
                    .bind("from", from)
                    .bind("transaction", transaction)
                    .bind("at", at)
                    .execute();
            return Optional.empty();
        });
    }

    void done(long integration, String event, String to, String link) {
        store.change(handle -> handle.createUpdate("""
                        UPDATE leaver_move SET done = TRUE, join_link = :link
                        WHERE integration_id = :integration AND event_id = :event AND to_object_id = :to
                        """)
                .bind("link", link)
                .bind("integration", integration)
                .bind("event", event)
                .bind("to", to)
                .execute());
    }
}
