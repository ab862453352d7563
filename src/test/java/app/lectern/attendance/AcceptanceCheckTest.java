package app.lectern.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.attendance.Acceptance.Await;
import app.lectern.attendance.Acceptance.Line;
import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.Turnout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first meetings of an integration, ticked step by step as the demo tenant's reports come.
class AcceptanceCheckTest {
    private static final String MARTA = "marta.kowalska@northfield.example";

    @TempDir
    Path folder;
    private final Map<Long, Turnout> recorded = new HashMap<>();
    private AttendanceRoom room;
    private AcceptanceCheck check;

    @BeforeEach
    void open() {
        room = new AttendanceRoom(folder);
        check = new AcceptanceCheck(room.room.store, room.known, (in, ended) -> Map.copyOf(recorded), room.room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Acceptance now() {
        return check.of(room.integration);
    }

    @Test
    void eachStepTicksItselfWhenItIsSeen() throws Exception {
        assertThat(now().lines()).extracting(Line::await).containsOnly(Await.NOTHING_YET);
        assertThat(now().isUnderWay()).as("nothing has begun").isFalse();
        var online = room.meeting("marta.kowalska", "First try", room.room.clock.instant().plus(Duration.ofHours(1)));
        long meeting = room.know(online, MeetingKind.SCHEDULED, online.start(), online.end(), "");
        assertThat(now().lines()).extracting(Line::await).containsExactly(Await.DONE, Await.COMING, Await.COMING, Await.COMING);
        assertThat(now().isUnderWay()).isTrue();

        room.room.clock.advance(Duration.ofHours(3));
        assertThat(now().lines()).extracting(Line::await).containsExactly(Await.DONE, Await.DUE, Await.DUE, Await.DUE);
        assertThat(now().lines().get(2).at()).contains(online.end().plus(ReportTimes.LATEST));

        room.room.tenant.school().control().report(online, online.start(), online.end(), java.util.List.of(
                new app.lectern.demo.school.AttendanceEntry("r-1", "Omar Haddad", "o.haddad@northfield.example", "0a0a0a0a-0000-4000-8000-000000000001", "Attendee",
                        java.util.List.of(new app.lectern.demo.school.AttendanceEntry.Stay(online.start(), online.end())))));
        room.sync();
        assertThat(now().lines()).extracting(Line::await).containsExactly(Await.DONE, Await.DONE, Await.DONE, Await.DUE);
        assertThat(now().done()).isEqualTo(3);

        recorded.put(meeting, Turnout.HELD);
        assertThat(now().isWhole()).isTrue();
        assertThat(now().isUnderWay()).isFalse();
    }

    @Test
    void whatDoesNotComeIsSaidAndARecordingAloneShowsThatItWasHeld() throws Exception {
        long meeting = room.know(room.meeting("marta.kowalska", "Silent", room.lesson.minus(Duration.ofDays(3))));
        room.sync();
        assertThat(now().lines()).extracting(Line::await).containsExactly(Await.DONE, Await.OVERDUE, Await.OVERDUE, Await.OVERDUE);

        recorded.put(meeting, Turnout.HELD);

        assertThat(now().lines()).extracting(Line::await).containsExactly(Await.DONE, Await.DONE, Await.OVERDUE, Await.DONE);
    }

    @Test
    void aSchoolThatHasWorkedForLongIsNotAskedToAcceptAnything() throws Exception {
        for (int day = 2; day < 7; day++) {
            room.lesson(MARTA, "Lesson " + day, room.lesson.minus(Duration.ofDays(day)), 4);
        }
        room.sync();

        assertThat(now().isWhole()).as("nothing was recorded").isFalse();
        assertThat(now().isUnderWay()).isFalse();
    }
}
