package app.lectern.attendance;

import app.lectern.store.Store;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Reports with their participants: the tables `attendance_report`, `attendance_person` and `attendance_presence`. A report that
/// is kept again replaces what was told before.
final class AttendanceRecordsStore {
    private static final int MOST_REMEMBERED = 100_000;
    /// Rows in one statement.
    private static final int TOGETHER = 33;

    private final Store store;
    /// The ids of people who were met, by key; touched by the store's writer only, and filled after a commit.
    private final Map<String, Long> people = new HashMap<>();

    /// A report of a meeting, to be kept.
    record Kept(long meeting, Told told) {}

    AttendanceRecordsStore(Store store) {
        this.store = store;
    }

    /// All in one transaction, the meetings' lines with them.
    void keep(long integration, Collection<Kept> reports, Collection<MeetingLine> lines) {
        var met = store.write(handle -> {
            var known = new LinkedHashMap<String, Long>();
            try {
                keep(handle.getConnection(), integration, reports, known);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            AttendanceMeetingsStore.keep(handle, lines);
            return known;
        });
        synchronized (people) {
            if (people.size() + met.size() > MOST_REMEMBERED) {
                people.clear();
            }
            people.putAll(met);
        }
    }

    private void keep(Connection connection, long integration, Collection<Kept> reports, Map<String, Long> met) throws SQLException {
        var rows = new ArrayList<Row>();
        for (var kept : reports) {
            long report = report(connection, integration, kept);
            for (var presence : kept.told().presences()) {
                rows.add(new Row(report, person(connection, integration, presence.who(), met), presence));
            }
        }
        int whole = rows.size() - rows.size() % TOGETHER;
        insert(connection, rows.subList(0, whole), TOGETHER);
        insert(connection, rows.subList(whole, rows.size()), 1);
    }

    private record Row(long report, long person, Presence presence) {}

    /// Many rows in one statement: the store’s own share of the time goes by statements, not by rows.
    private static void insert(Connection connection, List<Row> rows, int together) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("INSERT INTO attendance_presence (report_id, person_id, role, stated_seconds, exact, stays) VALUES "
                + String.join(", ", Collections.nCopies(together, "(?, ?, ?, ?, ?, ?)")))) {
            for (int from = 0; from < rows.size(); from += together) {
                int at = 0;
                for (var row : rows.subList(from, from + together)) {
                    insert.setLong(++at, row.report());
                    insert.setLong(++at, row.person());
                    insert.setString(++at, cut(row.presence().role(), 60));
                    insert.setInt(++at, (int) row.presence().stated().toSeconds());
                    insert.setBoolean(++at, row.presence().exact());
                    insert.setBytes(++at, bytes(row.presence().stays()));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static long report(Connection connection, long integration, Kept kept) throws SQLException {
        var report = kept.told().report();
        try (var find = connection.prepareStatement("SELECT id FROM attendance_report WHERE meeting_id = ? AND source = ? AND report_key = ?")) {
            find.setLong(1, kept.meeting());
            find.setString(2, report.source().name());
            find.setString(3, report.key());
            var found = find.executeQuery();
            if (found.next()) {
                return renew(connection, found.getLong(1), report);
            }
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO attendance_report (started_at, ended_at, stated, read_at, brought_by, reason, integration_id, meeting_id, source,
                    report_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, Statement.RETURN_GENERATED_KEYS)) {
            bind(insert, report);
            insert.setLong(7, integration);
            insert.setLong(8, kept.meeting());
            insert.setString(9, report.source().name());
            insert.setString(10, report.key());
            insert.executeUpdate();
            return AttendancePeopleStore.generated(insert);
        }
    }

    private static long renew(Connection connection, long id, Report report) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE attendance_report SET started_at = ?, ended_at = ?, stated = ?, read_at = ?, brought_by = ?, reason = ? WHERE id = ?
                """); var clear = connection.prepareStatement("DELETE FROM attendance_presence WHERE report_id = ?")) {
            bind(update, report);
            update.setLong(7, id);
            update.executeUpdate();
            clear.setLong(1, id);
            clear.executeUpdate();
            return id;
        }
    }

    private static void bind(PreparedStatement statement, Report report) throws SQLException {
        statement.setObject(1, report.start().atOffset(ZoneOffset.UTC));
        statement.setObject(2, report.end().atOffset(ZoneOffset.UTC));
        statement.setInt(3, report.stated());
        statement.setObject(4, report.readAt().atOffset(ZoneOffset.UTC));
        statement.setString(5, cut(report.origin().by(), 300));
        statement.setString(6, cut(report.origin().reason(), 1000));
    }

    private long person(Connection connection, long integration, Who who, Map<String, Long> met) throws SQLException {
        var key = AttendancePeopleStore.key(who);
        var remembered = integration + "/" + key;
        var known = met.get(remembered);
        if (known == null) {
            synchronized (people) {
                known = people.get(remembered);
            }
        }
        if (known == null) {
            known = AttendancePeopleStore.findOrAdd(connection, integration, key, who);
            met.put(remembered, known);
        }
        return known;
    }

    /// After an erasure: the people are no longer who they were.
    void forgetPeople() {
        synchronized (people) {
            people.clear();
        }
    }

    static byte[] bytes(List<Stay> stays) {
        var buffer = ByteBuffer.allocate(stays.size() * 2 * Long.BYTES);
        stays.forEach(stay -> buffer.putLong(stay.joined().toEpochMilli()).putLong(stay.left().toEpochMilli()));
        return buffer.array();
    }

    static List<Stay> stays(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var stays = new ArrayList<Stay>(bytes.length / (2 * Long.BYTES));
        while (buffer.hasRemaining()) {
            stays.add(new Stay(Instant.ofEpochMilli(buffer.getLong()), Instant.ofEpochMilli(buffer.getLong())));
        }
        return stays;
    }

    /// Everything that was told about a meeting.
    List<Told> told(long meeting) {
        return store.read(handle -> told(handle, Set.of(meeting)).getOrDefault(meeting, List.of()));
    }

    /// The same of several, by meeting.
    Map<Long, List<Told>> told(Collection<Long> meetings) {
        return meetings.isEmpty() ? Map.of() : store.read(handle -> told(handle, meetings));
    }

    private static Map<Long, List<Told>> told(Handle handle, Collection<Long> meetings) {
        var presences = new HashMap<Long, List<Presence>>();
        handle.createQuery("""
                        SELECT presence.report_id, presence.role, presence.stated_seconds, presence.exact, presence.stays, person.object_id, person.email,
                            person.name
                        FROM attendance_report report JOIN attendance_presence presence ON presence.report_id = report.id
                            JOIN attendance_person person ON person.id = presence.person_id
                        WHERE report.meeting_id IN (<meetings>) ORDER BY presence.id
                        """)
                .bindList("meetings", List.copyOf(meetings))
                .map((row, context) -> Map.entry(row.getLong("report_id"), presence(row)))
                .forEach(entry -> presences.computeIfAbsent(entry.getKey(), id -> new ArrayList<>()).add(entry.getValue()));
        var told = new HashMap<Long, List<Told>>();
        handle.createQuery("SELECT * FROM attendance_report WHERE meeting_id IN (<meetings>) ORDER BY started_at, id")
                .bindList("meetings", List.copyOf(meetings))
                .map((row, context) -> Map.entry(row.getLong("meeting_id"), report(row)))
                .forEach(entry -> told.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(new Told(entry.getValue(), presences.getOrDefault(entry.getValue().id(), List.of()))));
        return told;
    }

    private static Presence presence(ResultSet row) throws SQLException {
        return new Presence(AttendancePeopleStore.who(row), row.getString("role"), Duration.ofSeconds(row.getInt("stated_seconds")),
                stays(row.getBytes("stays")), row.getBoolean("exact"));
    }

    static Report report(ResultSet row) throws SQLException {
        return new Report(row.getLong("id"), AttendanceSource.valueOf(row.getString("source")), row.getString("report_key"),
                AttendanceMeetingsStore.instant(row, "started_at").orElseThrow(), AttendanceMeetingsStore.instant(row, "ended_at").orElseThrow(),
                row.getInt("stated"), AttendanceMeetingsStore.instant(row, "read_at").orElseThrow(),
                new Report.Origin(row.getString("brought_by"), row.getString("reason")));
    }

    /// The reports of a source that are known of these meetings, by key.
    Map<String, Report> reports(Collection<Long> meetings, AttendanceSource source) {
        var found = new HashMap<String, Report>();
        if (!meetings.isEmpty()) {
            store.read(handle -> {
                handle.createQuery("SELECT * FROM attendance_report WHERE meeting_id IN (<meetings>) AND source = :source")
                        .bindList("meetings", List.copyOf(meetings)).bind("source", source.name())
                        .map((row, context) -> report(row)).forEach(report -> found.put(report.key(), report));
                return null;
            });
        }
        return found;
    }

    /// The meeting that a report stands with, and whether there was one.
    Optional<Long> remove(long report) {
        return store.write(handle -> {
            var meeting = handle.createQuery("SELECT meeting_id FROM attendance_report WHERE id = :id").bind("id", report).mapTo(Long.class).findOne();
            handle.createUpdate("DELETE FROM attendance_report WHERE id = :id").bind("id", report).execute();
            return meeting;
        });
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
