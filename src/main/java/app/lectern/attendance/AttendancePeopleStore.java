package app.lectern.attendance;

import app.lectern.store.Store;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// The rows of the table `attendance_person`, and what was erased.
final class AttendancePeopleStore {
    private final Store store;

    /// A person as one row has them.
    record Named(long id, Who who) {}

    AttendancePeopleStore(Store store) {
        this.store = store;
    }

    static String key(Who who) {
        return AttendanceRecordsStore.cut(String.join("\n", who.objectId(), who.email(), who.name()), 800);
    }

    static Who who(ResultSet row) throws SQLException {
        return new Who(row.getString("object_id"), row.getString("email"), row.getString("name"));
    }

    static long findOrAdd(Connection connection, long integration, String key, Who who) throws SQLException {
        try (var find = connection.prepareStatement("SELECT id FROM attendance_person WHERE integration_id = ? AND person_key = ?")) {
            find.setLong(1, integration);
            find.setString(2, key);
            var found = find.executeQuery();
            if (found.next()) {
                return found.getLong(1);
            }
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO attendance_person (integration_id, person_key, object_id, email, name, searched) VALUES (?, ?, ?, ?, ?, ?)
                """, Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, integration);
            insert.setString(2, key);
            insert.setString(3, AttendanceRecordsStore.cut(who.objectId(), 64));
            insert.setString(4, AttendanceRecordsStore.cut(who.email(), 320));
            insert.setString(5, AttendanceRecordsStore.cut(who.name(), 300));
            insert.setString(6, AttendanceRecordsStore.cut((who.name() + " " + who.email()).toLowerCase(Locale.ROOT), 640));
            insert.executeUpdate();
            return generated(insert);
        }
    }

    static long generated(PreparedStatement insert) throws SQLException {
        try (var keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    /// People of whom a name or address holds every word of the text.
    List<Named> search(long integration, String text, int limit) {
        var words = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
        var where = new StringBuilder("SELECT * FROM attendance_person WHERE integration_id = :of AND searched <> ''");
        for (int at = 0; at < words.length; at++) {
            where.append(" AND LOCATE(:word").append(at).append(", searched) > 0");
        }
        return store.read(handle -> {
            var query = handle.createQuery(where + " ORDER BY name, email, id LIMIT :limit").bind("of", integration).bind("limit", limit);
            for (int at = 0; at < words.length; at++) {
                query.bind("word" + at, words[at]);
            }
            return query.map((row, context) -> new Named(row.getLong("id"), who(row))).list();
        });
    }

    /// All rows that may be this person: with the same object id, the same e-mail, or the same name.
    List<Named> like(long integration, Who who) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM attendance_person WHERE integration_id = :of AND ((:id <> '' AND object_id = :id)
                            OR (:email <> '' AND email = :email) OR (:name <> '' AND LOWER(name) = :name))
                        """)
                .bind("of", integration).bind("id", who.objectId()).bind("email", who.email()).bind("name", who.nameKey())
                .map((row, context) -> new Named(row.getLong("id"), who(row))).list());
    }

    /// The meetings in whose reports these rows stand, newest first.
    List<Long> meetings(Collection<Long> people, int limit) {
        return store.read(handle -> {
            var reports = reports(handle, people);
            return reports.isEmpty() ? List.<Long>of() : handle.createQuery("""
                            SELECT meeting_id AS meeting, MAX(started_at) AS newest FROM attendance_report
                            WHERE id IN (<reports>) GROUP BY meeting_id ORDER BY newest DESC LIMIT :limit
                            """)
                    .bindList("reports", reports).bind("limit", limit)
                    .map((row, context) -> row.getLong("meeting")).list();
        });
    }

    /// The reports with entries of these people, found stretch by stretch.
    private static List<Long> reports(Handle handle, Collection<Long> people) {
        var found = new TreeSet<Long>();
        long last = lastStretch(handle);
        for (long stretch = 0; stretch <= last; stretch++) {
            for (long person : people) {
                found.addAll(handle.createQuery("SELECT report_id FROM attendance_presence WHERE stretch = :stretch AND person_id = :person")
                        .bind("stretch", stretch).bind("person", person).mapTo(Long.class).list());
            }
        }
        return List.copyOf(found);
    }

    private static int removeEntries(Handle handle, Collection<Long> people) {
        int removed = 0;
        long last = lastStretch(handle);
        for (long stretch = 0; stretch <= last; stretch++) {
            for (long person : people) {
                removed += handle.createUpdate("DELETE FROM attendance_presence WHERE stretch = :stretch AND person_id = :person")
                        .bind("stretch", stretch).bind("person", person).execute();
            }
        }
        return removed;
    }

    /// -1 while nothing is kept.
    private static long lastStretch(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(stretch), -1) FROM attendance_presence").mapTo(Long.class).one();
    }

    /// Which of the marks stand for somebody who was erased.
    Set<String> erased(long integration, Collection<String> marks) {
        return store.read(handle -> {
            long any = handle.createQuery("SELECT COUNT(*) FROM attendance_erased_mark WHERE integration_id = :of").bind("of", integration)
                    .mapTo(Long.class).one();
            var found = new TreeSet<String>();
            var all = List.copyOf(new TreeSet<>(marks));
            for (int at = 0; any > 0 && at < all.size(); at += 500) {
                found.addAll(handle.createQuery("SELECT mark FROM attendance_erased_mark WHERE integration_id = :of AND mark IN (<marks>)")
                        .bind("of", integration).bindList("marks", all.subList(at, Math.min(at + 500, all.size()))).mapTo(String.class).list());
            }
            return found;
        });
    }

    /// Takes these rows' entries out and leaves their ids without a name. Reports by hand that are about nobody else go too.
    Erasure erase(long integration, Collection<Long> people, Collection<String> marks, String by, String reason, Instant at) {
        return store.write(handle -> {
            var ids = List.copyOf(people);
            var reports = reports(handle, ids);
            var meetings = reports.isEmpty() ? List.<Long>of() : handle.createQuery("SELECT DISTINCT meeting_id FROM attendance_report WHERE id IN (<reports>)")
                    .bindList("reports", reports).mapTo(Long.class).list();
            int entries = removeEntries(handle, ids);
            if (!ids.isEmpty()) {
                handle.createUpdate("""
                                UPDATE attendance_person SET person_key = CONCAT('erased ', id), object_id = '', email = '', name = '', searched = ''
                                WHERE id IN (<people>)
                                """).bindList("people", ids).execute();
                handle.createUpdate("""
                                DELETE FROM attendance_report WHERE source = 'MANUAL' AND integration_id = :of
                                    AND NOT EXISTS (SELECT 1 FROM attendance_presence presence WHERE presence.report_id = attendance_report.id)
                                """).bind("of", integration).execute();
            }
            long id = handle.createUpdate("""
                            INSERT INTO attendance_erasure (integration_id, erased_at, erased_by, reason, entries, meetings)
                            VALUES (:of, :at, :by, :reason, :entries, :meetings)
                            """).bind("of", integration).bind("at", at).bind("by", by).bind("reason", AttendanceRecordsStore.cut(reason, 1000))
                    .bind("entries", entries).bind("meetings", meetings.size()).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
            mark(handle, integration, marks, id);
            return new Erasure(id, at, by, reason, entries, List.copyOf(meetings));
        });
    }

    private static void mark(Handle handle, long integration, Collection<String> marks, long erasure) {
        for (var mark : new TreeSet<>(marks)) {
            handle.createUpdate("MERGE INTO attendance_erased_mark (integration_id, mark, erasure_id) KEY (integration_id, mark) VALUES (:of, :mark, :id)")
                    .bind("of", integration).bind("mark", mark).bind("id", erasure).execute();
        }
    }

    List<Erasure> erasures(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM attendance_erasure WHERE integration_id = :of ORDER BY erased_at DESC")
                .bind("of", integration).map((row, context) -> new Erasure(row.getLong("id"),
                        AttendanceMeetingsStore.instant(row, "erased_at").orElseThrow(), row.getString("erased_by"), row.getString("reason"),
                        row.getInt("entries"), List.of())).list());
    }
}
