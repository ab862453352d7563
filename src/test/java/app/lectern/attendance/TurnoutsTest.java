package app.lectern.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.AttendanceEntry;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.meetings.Turnout;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether a meeting was held, said from real reports of the demo tenant, and left open where they say nothing.
class TurnoutsTest {
    private static final String MARTA = "marta.kowalska@northfield.example";
    private static final String DANIEL = "daniel.osei@northfield.example";

    @TempDir
    Path folder;
    private AttendanceRoom room;

    @BeforeEach
    void open() {
        room = new AttendanceRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Instant daysAgo(int days) {
        return room.lesson.minus(Duration.ofDays(days));
    }

    private Turnout of(long meeting) {
        return new Turnouts(room.room.store).of(room.integration, List.of(room.known.find(meeting).orElseThrow())).get(meeting);
    }

    /// Held by one person alone.
    private long alone(String organiser, String subject, Instant start, String name, String email, String id, String role) {
        OnlineMeeting online = room.meeting(organiser.substring(0, organiser.indexOf('@')), subject, start);
        room.room.tenant.school().control().report(online, online.start(), online.end(), List.of(new AttendanceEntry("r-" + name, name, email, id, role,
                List.of(new AttendanceEntry.Stay(start.plusSeconds(60), start.plusSeconds(900))))));
        return room.know(online);
    }

    @Test
    void whoCameAndWhoWaitedAloneIsTold() throws Exception {
        long held = room.lesson(MARTA, "Rates", daysAgo(3), 12);
        long waited = alone(MARTA, "Office hour", daysAgo(4), "Marta Kowalska", MARTA, room.room.idOf(MARTA), "Organizer");
        long pupil = alone(MARTA, "Tutor was late", daysAgo(5), "Omar Haddad", "o.haddad@northfield.example", "0a0a0a0a-0000-4000-8000-000000000001", "Attendee");
        long without = room.know(room.meeting("marta.kowalska", "Nobody asked", daysAgo(6)));
        assertThat(of(held)).as("before anything was read").isEqualTo(Turnout.NOT_READ);

        room.sync();

        assertThat(of(held)).isEqualTo(Turnout.HELD);
        assertThat(of(waited)).isEqualTo(Turnout.ONLY_ORGANISER);
        assertThat(of(pupil)).as("somebody else was there").isEqualTo(Turnout.HELD);
        assertThat(of(without)).isEqualTo(Turnout.NO_REPORT);
    }

    @Test
    void noReportIsNoProofWhereTheOrganiserHasNoneAtAll() throws Exception {
        room.lesson(MARTA, "Rates", daysAgo(3), 12);
        long one = room.know(room.meeting("daniel.osei", "Empty or not", daysAgo(3)));
        long fresh = room.know(room.meeting("daniel.osei", "Ended today", daysAgo(0)));

        room.sync();

        assertThat(of(one)).isEqualTo(Turnout.UNPROVEN);
        assertThat(of(fresh)).as("the report may still come").isEqualTo(Turnout.NOT_READ);
        room.lesson(DANIEL, "With a report", daysAgo(8), 5);
        room.sync();
        assertThat(of(one)).isEqualTo(Turnout.NO_REPORT);
    }

    @Test
    void whatIsRefusedIsNotKnown() throws Exception {
        room.room.tenant.faults().graph("GET", "/users/*/onlineMeetings/*/attendanceReports").always()
                .with(Fault.of(GraphRefusal.of(403, "Forbidden", "Missing role permissions on the request.")));
        long meeting = room.know(room.meeting("marta.kowalska", "Refused", daysAgo(3)));

        room.sync();

        assertThat(of(meeting)).isEqualTo(Turnout.REFUSED);
    }

    @Test
    void whoseEntryWasErasedWasThereAllTheSame() throws Exception {
        long held = alone(MARTA, "Two of them", daysAgo(3), "Omar Haddad", "o.haddad@northfield.example", "0a0a0a0a-0000-4000-8000-000000000001", "Attendee");
        room.sync();
        room.room.store.change(handle -> {
            handle.execute("DELETE FROM attendance_presence");
            handle.execute("UPDATE attendance_meeting SET joined = 0");
        });

        assertThat(of(held)).isEqualTo(Turnout.HELD);
    }
}
