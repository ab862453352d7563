package app.lectern.recordings;

import app.lectern.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    record Expiring(int count, Optional<Instant> first) {}

    /// Recordings that Teams removes within so many days and of which no whole copy is here.
    Expiring expiring(long integration, WarningSpan warning) {
        return store.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) AS many, MIN(expires_at) AS soonest FROM recording WHERE integration_id = :of AND kind = 'VIDEO' AND state = 'AVAILABLE'
                            AND local_state NOT IN ('VERIFIED', 'UNVERIFIED', 'ARCHIVED') AND expires_at > :now AND expires_at <= :until
                        """)
                .bind("of", integration).bind("now", warning.now()).bind("until", warning.until())
                .map((row, context) -> new Expiring(row.getInt("many"),
                        Optional.ofNullable(row.getObject("soonest", OffsetDateTime.class)).map(OffsetDateTime::toInstant))).one());
    }

    record Ending(String title, String organiser, Instant recordedAt, Instant at) {}

    /// What Teams removes and of which no whole copy is here, the soonest first.
    List<Ending> ending(long integration, Instant now, int most) {
        return store.read(handle -> handle.createQuery("""
                        SELECT COALESCE(NULLIF(title, ''), NULLIF(meeting_title, ''), name) AS title, organiser_name, recorded_at, expires_at FROM recording WHERE integration_id = :of AND kind = 'VIDEO' AND state = 'AVAILABLE'
                            AND local_state NOT IN ('VERIFIED', 'UNVERIFIED', 'ARCHIVED') AND expires_at > :now ORDER BY expires_at LIMIT :most
                        """)
                .bind("of", integration).bind("now", now).bind("most", most)
                .map((row, context) -> new Ending(row.getString("title"), row.getString("organiser_name"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /// What can be downloaded and neither is nor is being, by the rule of the library's “not here”; of those that end, videos alone are told of.
    RecordingAlerts.Waiting waiting(long integration, Instant now, int days) {
        return store.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) AS many, COALESCE(SUM(size), 0) AS bytes,
                            COALESCE(SUM(CASE WHEN kind = 'VIDEO' AND expires_at > :now AND expires_at <= :until THEN 1 ELSE 0 END), 0) AS expiring
                        FROM recording WHERE integration_id = :of AND state = 'AVAILABLE'
                            AND local_state IN ('NONE', 'FAILED', 'DAMAGED', 'MISSING')
                        """)
                .bind("of", integration).bind("now", now).bind("until", now.plus(Duration.ofDays(days)))
                .map((row, context) -> new RecordingAlerts.Waiting(row.getInt("many"), row.getLong("bytes"), row.getInt("expiring"), days)).one());
    }
}
