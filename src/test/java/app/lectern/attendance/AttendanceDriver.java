package app.lectern.attendance;

import app.lectern.attendance.AttendanceRecordsStore.Kept;
import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.graph.About;
import app.lectern.integrations.Room;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Measures the sync against one request at a time, and the store against a bare batch insert. Not a test;
/// `src/bench/sync-attendance.sh` and `src/bench/store-attendance.sh` run it.
final class AttendanceDriver {
    private static final List<String> ORGANISERS = List.of("marta.kowalska", "daniel.osei", "claire.dubois", "sanjay.patel", "beatrice.nwosu", "ewan.fraser",
            "amina.hassan", "ruth.okafor", "lms-teams-service", "k.lindqvist");

    private AttendanceDriver() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Path.of(arguments[0]), "attendance");
        if (arguments[1].equals("sync")) {
            sync(folder, Integer.parseInt(arguments[2]), Duration.ofMillis(Integer.parseInt(arguments[3])));
        } else {
            store(folder, Integer.parseInt(arguments[2]));
        }
        System.exit(0);
    }

    private static void sync(Path folder, int meetings, Duration latency) throws Exception {
        try (var tenant = DemoTenant.start(DemoOptions.standard(Clock.systemUTC()).withLatency(latency))) {
            System.out.printf(Locale.ROOT, "%d meetings, 30 participants, %d ms latency%n", meetings, latency.toMillis());
            try (var warm = room(folder, "warm", tenant)) {
                warm.lessons(addresses(10), 40, 33);
                warm.sync();
            }
            double one;
            try (var single = room(folder, "one", tenant)) {
                one = oneByOne(single, single.lessons(addresses(1), meetings, 33));
            }
            measured(folder, "one organiser", tenant, 1, meetings, one);
            measured(folder, "ten organisers", tenant, 10, meetings, one);
        }
    }

    private static AttendanceRoom room(Path folder, String name, DemoTenant tenant) {
        return new AttendanceRoom(new Room(folder.resolve(name), tenant));
    }

    private static List<String> addresses(int count) {
        return ORGANISERS.subList(0, count).stream().map(name -> name + "@northfield.example").toList();
    }

    private static void measured(Path folder, String name, DemoTenant tenant, int organisers, int meetings, double oneByOne) throws Exception {
        try (var room = room(folder, name, tenant)) {
            room.lessons(addresses(organisers), meetings, 33);
            tenant.requests().clear();
            long begun = System.nanoTime();
            var tally = room.sync();
            double seconds = (System.nanoTime() - begun) / 1e9;
            long trips = room.roundTrips();
            long items = tenant.requests().all().stream().filter(entry -> entry.batchItem()).count();
            System.out.printf(Locale.ROOT, "%-15s %6.2f s, %4d requests (%.2f a meeting), %d of them in batches' items, %s, %.1f times as fast%n", name + ":", seconds,
                    trips, trips / (double) meetings, items, tally.counts().values(), oneByOne / seconds);
        }
    }

    /// The same questions, as anybody would ask them: the meeting, its reports, the report with its records.
    private static double oneByOne(AttendanceRoom room, List<Long> meetings) {
        var session = room.room.access.session(room.integration);
        room.room.tenant.requests().clear();
        long begun = System.nanoTime();
        int people = 0;
        for (long id : meetings) {
            var meeting = room.known.find(id).orElseThrow();
            var organiser = meeting.organiser().objectId();
            people += session.ask(About.of("Benchmark"), client -> {
                var all = client.users().byUserId(organiser).onlineMeetings();
                var found = all.get(query -> query.queryParameters.filter = "JoinWebUrl eq '" + meeting.joinUrl() + "'").getValue().getFirst();
                var reports = all.byOnlineMeetingId(found.getId()).attendanceReports();
                var report = reports.get().getValue().getFirst();
                return reports.byMeetingAttendanceReportId(report.getId())
                        .get(query -> query.queryParameters.expand = new String[] {"attendanceRecords"}).getAttendanceRecords().size();
            });
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%-15s %6.2f s, %4d requests, %d participants%n", "one by one:", seconds, room.roundTrips(), people);
        return seconds;
    }

    private static void store(Path folder, int records) throws Exception {
        try (var room = new AttendanceRoom(folder)) {
            bare(room, records / 10);
            kept(room, records / 10, 1);
            double bare = bare(room, records);
            double kept = kept(room, records, 2);
            System.out.printf(Locale.ROOT, "%,d records: bare JDBC batch %.0f records/s, Lectern's store %.0f records/s, ratio %.2f%n", records, records / bare,
                    records / kept, bare / kept);
            var attendance = new Attendance(room.room.store, room.known, room.room.clock);
            timed("first page of meetings", () -> attendance.page(room.integration, "", java.util.Optional.empty()).size());
            timed("meetings by text", () -> attendance.page(room.integration, "lesson 19", java.util.Optional.empty()).size());
            timed("one meeting whole", () -> attendance.of(room.integration, 2_000_005).roll().participants().size());
            timed("people by name", () -> attendance.find(room.integration, "pupil 77").size());
            timed("a person's history", () -> attendance.history(room.integration, attendance.find(room.integration, "pupil 77").getFirst()).visits().size());
        }
    }

    private static void timed(String what, java.util.concurrent.Callable<Integer> work) throws Exception {
        work.call();
        long begun = System.nanoTime();
        int found = work.call();
        System.out.printf(Locale.ROOT, "%-24s %7.1f ms, %d found%n", what, (System.nanoTime() - begun) / 1e6, found);
    }

    /// A table of the same columns and nothing else, filled by the same connection in batches of five thousand.
    private static double bare(AttendanceRoom room, int records) {
        room.room.store.change(handle -> handle.execute("""
                CREATE TABLE IF NOT EXISTS bare (id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, report_id BIGINT, person_id BIGINT, role VARCHAR(60),
                    stated_seconds INTEGER, exact BOOLEAN, stays VARBINARY(64000))
                """));
        var stays = AttendanceRecordsStore.bytes(stays(new Random(1)));
        long begun = System.nanoTime();
        for (int at = 0; at < records; at += 5_000) {
            int from = at;
            room.room.store.change(handle -> {
                try (var insert = handle.getConnection().prepareStatement(
                        "INSERT INTO bare (report_id, person_id, role, stated_seconds, exact, stays) VALUES (?, ?, ?, ?, ?, ?)")) {
                    for (int record = from; record < Math.min(records, from + 5_000); record++) {
                        insert.setLong(1, record / 33);
                        insert.setLong(2, record % 10_000);
                        insert.setString(3, "Attendee");
                        insert.setInt(4, 3_000);
                        insert.setBoolean(5, true);
                        insert.setBytes(6, stays);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                } catch (java.sql.SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static List<Stay> stays(Random random) {
        var joined = Instant.parse("2026-11-18T09:00:00Z").plusSeconds(random.nextInt(300));
        return List.of(new Stay(joined, joined.plusSeconds(1_000)), new Stay(joined.plusSeconds(1_200), joined.plusSeconds(3_000)));
    }

    /// Meetings of thirty-three people, ten thousand different ones, in transactions of a hundred and fifty meetings.
    private static double kept(AttendanceRoom room, int records, int round) {
        var random = new Random(round);
        var people = new HashMap<Integer, Who>();
        long begun = System.nanoTime();
        var batch = new ArrayList<Kept>();
        var lines = new ArrayList<MeetingLine>();
        for (int record = 0; record < records; record += 33) {
            long meeting = round * 1_000_000L + record / 33;
            var start = Instant.parse("2026-01-05T09:00:00Z").plus(Duration.ofMinutes(record / 33));
            var presences = new ArrayList<Presence>();
            for (int person = 0; person < 33; person++) {
                presences.add(new Presence(people.computeIfAbsent((record + person * 7) % 10_000, AttendanceDriver::who), "Attendee", Duration.ofSeconds(3_000),
                        stays(random), true));
            }
            batch.add(new Kept(meeting, new Told(new Report(0, AttendanceSource.API, "report-" + meeting, start, start.plusSeconds(3_600), 33, start, Report.Origin.NONE),
                    presences)));
            lines.add(line(room, meeting, start));
            if (batch.size() == 150) {
                room.records.keep(room.integration.id(), batch, lines);
                batch.clear();
                lines.clear();
            }
        }
        room.records.keep(room.integration.id(), batch, lines);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static MeetingLine line(AttendanceRoom room, long meeting, Instant start) {
        return new MeetingLine(meeting, room.integration.id(), "Lesson " + meeting % 1_000_000, "marta@northfield.example", "Marta", start, start.plusSeconds(3_600), "",
                app.lectern.meetings.MeetingKind.SCHEDULED, "", Standing.KNOWN, true, java.util.Optional.empty(), java.util.Optional.empty(),
                java.util.Optional.empty(), java.util.Optional.empty(), java.util.Set.of(AttendanceSource.API),
                new MeetingLine.Figures(33, 33, 0, Duration.ofMinutes(50)));
    }

    private static Who who(int number) {
        return new Who("00000000-0000-4000-8000-" + String.format(Locale.ROOT, "%012d", number), "pupil." + number + "@northfield.example", "Pupil " + number);
    }
}
