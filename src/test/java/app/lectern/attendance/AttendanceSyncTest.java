package app.lectern.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.AttendanceEntry;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.meetings.MeetingKind;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.sync.Facet;
import app.lectern.sync.FacetCount;
import app.lectern.sync.SyncScope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttendanceSyncTest {
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

    private static AttendanceEntry entry(String name, String email, String id, AttendanceEntry.Stay... stays) {
        return new AttendanceEntry("r-" + name, name, email, id, "Attendee", List.of(stays));
    }

    @Test
    void everyReportIsReadOnceAndTheSecondRunChangesNothing() throws Exception {
        long meeting = room.lesson(MARTA, "Rates", daysAgo(2), 29);

        assertThat(room.sync().counts()).containsEntry(Facet.ATTENDANCE, new FacetCount(1, 0, 0, 0, 0));

        var line = room.line(meeting);
        assertThat(line.standing()).isEqualTo(Standing.KNOWN);
        assertThat(line.settled()).isTrue();
        assertThat(line.sources()).containsExactly(AttendanceSource.API);
        assertThat(line.figures().joined()).isEqualTo(room.rollCall(meeting).participants().size()).isGreaterThan(20);
        assertThat(line.figures().noShows()).isEqualTo(room.rollCall(meeting).noShows().size()).isPositive();
        room.room.tenant.requests().clear();
        assertThat(room.sync().counts()).doesNotContainKey(Facet.ATTENDANCE);
        assertThat(room.roundTrips()).isZero();
        assertThat(room.sync(new SyncScope.Everything(), true).counts()).containsEntry(Facet.ATTENDANCE, new FacetCount(0, 1, 0, 0, 0));
        assertThat(room.line(meeting).figures()).isEqualTo(line.figures());
        assertThat(room.records.told(meeting)).hasSize(1);
    }

    @Test
    void sixteenMinutesAndFortyNineSecondsStaySo() throws Exception {
        var online = room.meeting("marta.kowalska", "Reaction rates", daysAgo(2));
        var join = online.start().plusSeconds(30);
        room.room.tenant.school().control().report(online, online.start(), online.end(), List.of(
                entry("Omar Haddad", "o.haddad@northfield.example", "0a0a0a0a-0000-4000-8000-000000000001",
                        new AttendanceEntry.Stay(join, join.plusSeconds(1009)))));
        long meeting = room.know(online);

        room.sync();

        assertThat(room.rollCall(meeting).participants().getFirst().total()).isEqualTo(Duration.ofMinutes(16).plusSeconds(49));
    }

    @Test
    void twoDevicesCountOnceAndTeamsTotalIsKept() throws Exception {
        var online = room.meeting("marta.kowalska", "Two devices", daysAgo(2));
        var start = online.start();
        room.room.tenant.school().control().report(online, start, online.end(), List.of(entry("Omar Haddad", "o@northfield.example", null,
                new AttendanceEntry.Stay(start, start.plusSeconds(1800)), new AttendanceEntry.Stay(start.plusSeconds(600), start.plusSeconds(1200)))));
        long meeting = room.know(online);

        room.sync();

        var omar = room.rollCall(meeting).participants().getFirst();
        assertThat(omar.total()).isEqualTo(Duration.ofMinutes(30));
        assertThat(omar.stated()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void inASeriesAReportBelongsToItsOccurrence() throws Exception {
        var online = room.meeting("marta.kowalska", "Weekly", daysAgo(22));
        long[] occurrences = new long[3];
        for (int week = 0; week < 3; week++) {
            var start = daysAgo(22 - 7 * week);
            occurrences[week] = room.know(online, MeetingKind.RECURRING, start, start.plus(Duration.ofHours(1)), "series-1");
            room.room.tenant.school().control().report(online, start.plusSeconds(30), start.plusSeconds(3000), List.of(
                    entry("Week " + week, "w" + week + "@northfield.example", null, new AttendanceEntry.Stay(start, start.plusSeconds(3000)))));
        }
        room.room.tenant.requests().clear();

        room.sync();

        for (int week = 0; week < 3; week++) {
            assertThat(room.rollCall(occurrences[week]).participants()).extracting(person -> person.who().name()).containsExactly("Week " + week);
        }
        assertThat(room.room.tenant.requests().all().stream().filter(entry -> entry.batchItem() && entry.path().endsWith("/attendanceReports")))
                .as("one list for all occurrences").hasSize(1);
    }

    @Test
    void moreReportsThanOnePageAreAllRead() throws Exception {
        var online = room.meeting("marta.kowalska", "Daily", daysAgo(40));
        for (int day = 0; day < 25; day++) {
            var start = daysAgo(40 - day);
            room.know(online, MeetingKind.RECURRING, start, start.plus(Duration.ofHours(1)), "daily");
            room.room.tenant.school().control().report(online, start, start.plusSeconds(3000),
                    List.of(entry("A", "a@northfield.example", null, new AttendanceEntry.Stay(start, start.plusSeconds(3000)))));
        }

        assertThat(room.sync().counts()).containsEntry(Facet.ATTENDANCE, new FacetCount(25, 0, 0, 0, 0));
    }

    @Test
    void beyondTheFiftyNewestReportsIsSaidToBeGone() throws Exception {
        var online = room.meeting("marta.kowalska", "Twice a day", daysAgo(60));
        long first = 0;
        for (int day = 0; day < 55; day++) {
            var start = daysAgo(60 - day);
            long id = room.know(online, MeetingKind.RECURRING, start, start.plus(Duration.ofHours(1)), "daily");
            first = day == 0 ? id : first;
            room.room.tenant.school().control().report(online, start, start.plusSeconds(3000),
                    List.of(entry("A", "a@northfield.example", null, new AttendanceEntry.Stay(start, start.plusSeconds(3000)))));
        }

        assertThat(room.sync().counts()).containsEntry(Facet.ATTENDANCE, new FacetCount(50, 0, 0, 0, 0));
        assertThat(room.line(first).verdict()).contains(Verdict.EXPIRED);
    }

    @Test
    void aReportThatIsNotReadyIsWaitedForAndReadWhenItIs() throws Exception {
        var start = room.room.clock.instant().minus(Duration.ofMinutes(65));
        long meeting = room.lesson(MARTA, "Just ended", start, 8);

        assertThat(room.sync().failures()).isEmpty();
        assertThat(room.line(meeting).standing()).isEqualTo(Standing.WAITING);
        assertThat(room.line(meeting).nextLook()).contains(start.plus(Duration.ofMinutes(70)).truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        room.room.tenant.requests().clear();
        room.sync();
        assertThat(room.roundTrips()).as("not asked again before its time").isZero();
        room.room.clock.advance(Duration.ofMinutes(16));

        assertThat(room.sync().counts()).containsEntry(Facet.ATTENDANCE, new FacetCount(1, 0, 0, 0, 0));
        assertThat(room.line(meeting).standing()).isEqualTo(Standing.KNOWN);
        assertThat(room.line(meeting).settled()).as("people may still come back").isFalse();
    }

    @Test
    void aRejoinLaterAddsASessionAndLosesNothing() throws Exception {
        var online = room.meeting("marta.kowalska", "Rejoined", room.room.clock.instant().minus(Duration.ofMinutes(120)));
        var control = room.room.tenant.school().control();
        var start = online.start();
        control.report(online, start, start.plusSeconds(1200), List.of(entry("A", "a@northfield.example", null,
                new AttendanceEntry.Stay(start, start.plusSeconds(1200)))));
        long meeting = room.know(online);
        room.sync();
        control.report(online, start.plusSeconds(1800), start.plusSeconds(3000), List.of(entry("A", "a@northfield.example", null,
                new AttendanceEntry.Stay(start.plusSeconds(1800), start.plusSeconds(3000)))));
        room.room.clock.advance(Duration.ofHours(2));

        assertThat(room.sync().counts()).containsEntry(Facet.ATTENDANCE, new FacetCount(1, 0, 1, 0, 0));
        var person = room.rollCall(meeting).participants().getFirst();
        assertThat(person.time().sessions()).isEqualTo(2);
        assertThat(person.total()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void anInstantMeetingWithoutReportsSaysWhyAndHasNoFigures() throws Exception {
        var school = room.room.tenant.school();
        var online = school.exclusively(() -> school.meetings().all().stream()
                .filter(meeting -> meeting.kind() == app.lectern.demo.school.MeetingKind.INSTANT).findFirst().orElseThrow());
        room.room.tenant.faults().graph("GET", "/users/*/onlineMeetings/*/attendanceReports").always().with(Fault.of(GraphRefusal.of(404, "UnknownError", "")));
        long meeting = room.know(online, MeetingKind.INSTANT, online.start(), online.end(), "");

        assertThat(room.sync().failures()).isEmpty();

        assertThat(room.line(meeting).standing()).isEqualTo(Standing.NONE);
        assertThat(room.line(meeting).verdict()).contains(Verdict.INSTANT);
        assertThat(room.rollCall(meeting).participants()).isEmpty();
        assertThat(room.rollCall(meeting).isKnown()).isFalse();
    }

    @Test
    void aMissingPolicyIsAskedOncePerOrganiserAndTriedAgainTheNextTime() throws Exception {
        for (int at = 0; at < 60; at++) {
            room.lesson(MARTA, "Lesson " + at, daysAgo(2).minus(Duration.ofHours(at)), 3);
        }
        var tenant = room.room.tenant;
        tenant.rules().withdrawGlobalAccessPolicy(tenant.apps().complete().appId());

        var tally = room.sync();

        assertThat(tally.failures()).hasSize(60).allMatch(failure -> failure.problem().code() == Problem.Code.ACCESS_POLICY_MISSING);
        tenant.rules().grantAccessPolicyGlobally(tenant.apps().complete().appId());
        assertThat(room.sync().counts()).containsEntry(Facet.ATTENDANCE, new FacetCount(60, 0, 0, 0, 0));
    }

    @Test
    void withoutAWayThereTheRunEndsInsteadOfFailingMeetingByMeeting() throws Exception {
        room.lesson(MARTA, "One", daysAgo(2), 3);
        room.room.tenant.close();
        room.room.hurry();
        assertThatThrownBy(room::sync).isInstanceOf(ProblemException.class);
    }

    @Test
    void oneOrganiserOnlyIsAskedForWhenTheScopeSaysSo() throws Exception {
        long mine = room.lesson(MARTA, "Mine", daysAgo(2), 3);
        long other = room.lesson(DANIEL, "Other", daysAgo(2), 3);
        room.sync(new SyncScope.Organiser(MARTA), false);
        assertThat(room.lines.find(mine)).isPresent();
        assertThat(room.lines.find(other)).isEmpty();
    }

    @Test
    void twoHundredMeetingsCostNoMoreThanTwoPointTwoRequestsEachAndRespectTheMailbox() throws Exception {
        room.lessons(List.of(MARTA), 100, 10);
        room.lessons(List.of(DANIEL, "claire.dubois@northfield.example"), 100, 10);
        room.room.tenant.requests().clear();

        assertThat(room.sync().counts()).containsEntry(Facet.ATTENDANCE, new FacetCount(200, 0, 0, 0, 0));

        assertThat(room.roundTrips()).isLessThanOrEqualTo(440);
        assertThat(room.room.tenant.mailboxes().highestConcurrency()).isLessThanOrEqualTo(4);
    }
}
