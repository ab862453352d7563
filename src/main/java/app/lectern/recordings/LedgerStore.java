package app.lectern.recordings;

import app.lectern.recordings.LedgerSum.By;
import app.lectern.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the table `download` for reports.
final class LedgerStore {
    private final Store store;

    LedgerStore(Store store) {
        this.store = store;
    }

    private record Where(String sql, Map<String, Object> values) {}

    private static Where where(long integration, LedgerFilter filter) {
        var sql = new StringBuilder(" WHERE d.integration_id = :of");
        var values = new HashMap<String, Object>(Map.of("of", integration));
        if (!filter.person().isEmpty()) {
            sql.append(" AND LOWER(d.person) = LOWER(:person)");
            values.put("person", filter.person());
        }
        filter.recording().ifPresent(recording -> {
            sql.append(" AND d.recording_id = :recording");
            values.put("recording", recording);
        });
        filter.from().ifPresent(from -> {
            sql.append(" AND COALESCE(d.ended_at, d.asked_at) >= :from");
            values.put("from", from);
        });
        filter.until().ifPresent(until -> {
            sql.append(" AND COALESCE(d.ended_at, d.asked_at) < :until");
            values.put("until", until);
        });
        return new Where(sql.toString(), values);
    }

    long count(long integration, LedgerFilter filter) {
        var where = where(integration, filter);
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM download d" + where.sql()).bindMap(where.values()).mapTo(Long.class).one());
    }

    /// The latest first.
    List<DownloadRecord> page(long integration, LedgerFilter filter, long from, int most) {
        var where = where(integration, filter);
        return store.read(handle -> handle.createQuery(DownloadsStore.SELECT + where.sql() + " ORDER BY COALESCE(d.ended_at, d.asked_at) DESC, d.id DESC OFFSET "
                + from + " ROWS FETCH NEXT " + most + " ROWS ONLY").bindMap(where.values()).map(DownloadsStore.RECORD).list());
    }

    List<String> people(long integration) {
        return store.read(handle -> handle.createQuery("SELECT DISTINCT person FROM download WHERE integration_id = :of ORDER BY person")
                .bind("of", integration).mapTo(String.class).list());
    }

    List<LedgerSum> sums(long integration, LedgerFilter filter, By by) {
        var where = where(integration, filter);
        var key = switch (by) {
            case PERSON -> "d.person";
            case RECORDING -> "CAST(d.recording_id AS VARCHAR)";
            // built from numbers, since formatting a date differs from database to database
            case MONTH -> "CAST(EXTRACT(YEAR FROM COALESCE(d.ended_at, d.asked_at)) * 100 + EXTRACT(MONTH FROM COALESCE(d.ended_at, d.asked_at)) AS VARCHAR)";
        };
        return store.read(handle -> handle.createQuery("SELECT " + key + " AS which, MAX(r.title) AS title," + """
                         SUM(CASE WHEN d.state = 'DONE' THEN 1 ELSE 0 END) AS done, SUM(CASE WHEN d.state = 'FAILED' THEN 1 ELSE 0 END) AS failed,
                        SUM(CASE WHEN d.state = 'CANCELLED' THEN 1 ELSE 0 END) AS cancelled, SUM(CASE WHEN d.state = 'DONE' THEN d.bytes ELSE 0 END) AS bytes,
                        MAX(CASE WHEN d.state = 'DONE' THEN d.ended_at END) AS newest FROM download d JOIN recording r ON r.id = d.recording_id
                        """ + where.sql() + " GROUP BY " + key + " ORDER BY " + (by == By.MONTH ? "which DESC" : "bytes DESC, which"))
                .bindMap(where.values())
                .map((row, context) -> {
                    var which = row.getString("which");
                    var named = by == By.MONTH ? which.substring(0, 4) + "-" + which.substring(4) : which;
                    return new LedgerSum(named, by == By.RECORDING ? row.getString("title") : named, row.getLong("done"), row.getLong("failed"),
                            row.getLong("cancelled"), row.getLong("bytes"), RecordingsStore.instant(row, "newest"));
                }).list());
    }
}
