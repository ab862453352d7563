package app.lectern.recordings;

import app.lectern.store.Store;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/// Reads from the table `recording` how each meeting's stands.
final class RecordingHealthStore {
    private final Store store;

    RecordingHealthStore(Store store) {
        this.store = store;
    }

    record Known(RecordingState state, Instant at) {}

    /// Of several recordings of a meeting the one that is available counts.
    Map<Long, Known> byMeeting(long integration) {
        var found = new HashMap<Long, Known>();
        store.read(handle -> {
            handle.createQuery("SELECT meeting_id, state, changed_at FROM recording WHERE integration_id = :of AND kind = 'VIDEO' AND meeting_id IS NOT NULL")
                    .bind("of", integration)
                    .map((row, context) -> Map.entry(row.getLong("meeting_id"), new Known(RecordingState.valueOf(row.getString("state")),
                            row.getObject("changed_at", OffsetDateTime.class).toInstant())))
                    .forEach(each -> found.merge(each.getKey(), each.getValue(),
                            (one, other) -> one.state() == RecordingState.AVAILABLE ? one : other));
            return null;
        });
        return found;
    }
}
