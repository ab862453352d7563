package app.lectern.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.attendance.AddedAttendance.Entry;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.sync.SyncScope;
import app.lectern.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people bring in themselves, compare, look up and erase, on the real store before the demo tenant.
class AddedAttendanceTest {
    private static final String MARTA = "marta.kowalska@northfield.example";

    @TempDir
    Path folder;
    private AttendanceRoom room;
    private AddedAttendance added;
    private Attendance attendance;

    @BeforeEach
    void open() {
        room = new AttendanceRoom(folder.resolve("room"));
        added = new AddedAttendance(room.room.store, room.known, AttendanceTrail.NONE, room.room.clock);
        attendance = new Attendance(room.room.store, room.known, room.room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Instant start() {
        return room.lesson.minus(Duration.ofDays(2));
    }

    private long read() throws InterruptedException {
        long meeting = room.lesson(MARTA, "Reaction rates", start(), 12);
        room.sync();
        return meeting;
    }

    private Entry entry(String name, String email, String reason) {
        return new Entry(name, email, MeetingRole.ATTENDEE, start(), start().plus(Duration.ofMinutes(55)), "R. Okafor", reason);
    }

    private static Problem refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(ProblemException.class, act).problem();
    }

    @Test
    void anEntryByHandKeepsWhoMadeItWhenAndWhyAndASyncLeavesItAlone() throws Exception {
        long meeting = read();
        int before = attendance.of(room.integration, meeting).roll().participants().size();
        added.enter(room.integration, meeting, entry("Tariq Aziz", "", "sat beside me"));
        room.sync(new SyncScope.Meetings(List.of(meeting)), true);

        var tariq = attendance.of(room.integration, meeting).roll().participants().stream().filter(Participant::isManual).findFirst().orElseThrow();
        assertThat(tariq.total()).isEqualTo(Duration.ofMinutes(55));
        assertThat(tariq.origin().orElseThrow().origin()).isEqualTo(new Report.Origin("R. Okafor", "sat beside me"));
        assertThat(tariq.origin().orElseThrow().readAt()).isEqualTo(room.room.clock.instant());
        assertThat(room.line(meeting).figures().joined()).isEqualTo(before + 1);
        assertThat(room.line(meeting).sources()).containsExactlyInAnyOrder(AttendanceSource.API, AttendanceSource.MANUAL);
    }

    @Test
    void anEntryNeedsANameAReasonAndTimesInOrder() throws Exception {
        long meeting = read();
        assertThat(refused(() -> added.enter(room.integration, meeting, entry("", "", "why"))).facts()).containsEntry("reason", "@reason.attendance-name");
        assertThat(refused(() -> added.enter(room.integration, meeting, entry("A", "", " "))).facts()).containsEntry("reason", "@reason.attendance-why");
        assertThat(refused(() -> added.enter(room.integration, meeting, entry("A", "no address", "why"))).facts()).containsEntry("reason", "@reason.attendance-email");
        var backwards = new Entry("A", "", MeetingRole.ATTENDEE, start(), start(), "R", "why");
        assertThat(refused(() -> added.enter(room.integration, meeting, backwards)).facts()).containsEntry("reason", "@reason.attendance-times");
        assertThat(refused(() -> added.enter(room.integration, 4711, entry("A", "", "why"))).code()).isEqualTo(Problem.Code.ITEM_GONE);
    }

    @Test
    void whatSomebodyBroughtInCanBeTakenBackAndTeamsOwnCannot() throws Exception {
        long meeting = read();
        var before = room.line(meeting).figures();
        added.enter(room.integration, meeting, entry("Tariq Aziz", "", "sat beside me"));
        var reports = attendance.of(room.integration, meeting).roll().reports();
        var own = reports.stream().filter(report -> report.source() == AttendanceSource.API).findFirst().orElseThrow();
        assertThat(refused(() -> added.takeBack(room.integration, meeting, own)).facts()).containsEntry("reason", "@reason.attendance-own");
        added.takeBack(room.integration, meeting, reports.stream().filter(report -> report.source() == AttendanceSource.MANUAL).findFirst().orElseThrow());
        assertThat(room.line(meeting).figures()).isEqualTo(before);
    }

    private Path file(String name, Instant joined, int seconds) throws Exception {
        var date = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
        return Files.write(folder.resolve(name), ("\uFEFF2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
                + "Marta Kowalska\t" + date.format(joined) + "\t" + date.format(joined.plusSeconds(seconds)) + "\t" + seconds + "s\t" + MARTA + "\t" + MARTA
                + "\tOrganizer\n").getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void anImportedFileStandsBesideTheReportAndImportingItAgainChangesNothing() throws Exception {
        long meeting = read();
        var file = file("a.csv", start(), 1009);
        var preview = added.preview(room.integration, meeting, file, ZoneOffset.UTC);
        assertThat(preview.fits()).isTrue();
        assertThat(preview.known()).isFalse();
        added.accept(room.integration, meeting, preview, "R. Okafor");
        var line = room.line(meeting);
        assertThat(added.preview(room.integration, meeting, file, ZoneOffset.UTC).known()).isTrue();
        added.accept(room.integration, meeting, preview, "R. Okafor");
        assertThat(room.line(meeting)).isEqualTo(line);
        assertThat(room.records.told(meeting)).hasSize(2);

        var comparison = attendance.compare(attendance.of(room.integration, meeting)).stream()
                .filter(each -> each.who().email().equals(MARTA)).findFirst().orElseThrow();
        assertThat(comparison.says()).containsEntry(AttendanceSource.CSV, Duration.ofSeconds(1009)).containsKey(AttendanceSource.API);
        assertThat(comparison.difference()).isGreaterThan(Duration.ofMinutes(30));
    }

    @Test
    void aFileOfAnotherDayIsSaidNotToFitAndTheMeetingIsFoundByTheFilesTime() throws Exception {
        long meeting = read();
        assertThat(added.preview(room.integration, meeting, file("b.csv", start().minus(Duration.ofDays(3)), 600), ZoneOffset.UTC).fits()).isFalse();
        assertThat(added.meetingsOf(room.integration, added.read(file("c.csv", start(), 600), ZoneOffset.UTC))).extracting(MeetingLine::meeting).contains(meeting);
        var other = Files.writeString(folder.resolve("d.csv"), "name,email\nA,a@x.example\n");
        assertThat(refused(() -> added.preview(room.integration, meeting, other, ZoneOffset.UTC)).facts()).containsEntry("reason", "@reason.attendance-file");
    }

    @Test
    void theCallRecordIsASourceOfItsOwn() throws Exception {
        long meeting = read();
        var line = new CallRecords(added, room.known, room.room.access::session, room.room.clock).read(room.integration, meeting, Progress.NONE);
        assertThat(line.sources()).contains(AttendanceSource.CALL_RECORD, AttendanceSource.API);
        var compared = attendance.compare(attendance.of(room.integration, meeting));
        assertThat(compared.stream().filter(each -> each.says().size() == 2).count()).as("matched by object id or name").isGreaterThan(5);
    }

    @Test
    void aPersonIsFoundEverywhereWithEveryMeeting() throws Exception {
        for (int day = 2; day < 5; day++) {
            room.lesson(MARTA, "Day " + day, room.lesson.minus(Duration.ofDays(day)), 5);
        }
        room.sync();
        var found = attendance.find(room.integration, "kowal marta");
        assertThat(found).hasSize(1);
        var history = attendance.history(room.integration, found.getFirst());
        assertThat(history.visits()).hasSize(3).isSortedAccordingTo((one, other) -> other.meeting().start().compareTo(one.meeting().start()));
        assertThat(history.attended()).isEqualTo(3);
        assertThat(attendance.find(room.integration, "nobody at all")).isEmpty();
    }

    @Test
    void anErasedPersonIsGoneEverywhereAndNoSyncBringsThemBack() throws Exception {
        long meeting = read();
        added.enter(room.integration, meeting, new Entry("Marta Kowalska", MARTA, MeetingRole.ATTENDEE, start(), start().plusSeconds(60), "R", "why"));
        int before = attendance.of(room.integration, meeting).roll().participants().size();
        var forgotten = new ArrayList<String>();
        var erasure = new PersonErasure(room.room.store, room.known, List.of((in, address) -> forgotten.add(address)), AttendanceTrail.NONE, room.room.clock);

        var done = erasure.erase(room.integration, attendance.find(room.integration, "kowalska").getFirst(), "R. Okafor", "request of 18 November");

        assertThat(done.entries()).isEqualTo(2);
        assertThat(forgotten).containsExactly(MARTA);
        assertThat(attendance.find(room.integration, "kowalska")).isEmpty();
        assertThat(attendance.of(room.integration, meeting).roll().participants()).hasSize(before - 1)
                .noneMatch(each -> each.who().email().equals(MARTA) || each.who().name().contains("Kowalska"));
        assertThat(room.line(meeting).figures().joined()).isEqualTo(before - 1);
        assertThat(erasure.done(room.integration)).extracting(Erasure::by, Erasure::reason).containsExactly(org.assertj.core.groups.Tuple.tuple("R. Okafor", "request of 18 November"));
        room.sync(new SyncScope.Everything(), true);
        assertThat(attendance.find(room.integration, "kowalska")).isEmpty();
        long traces = room.room.store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM attendance_person WHERE person_key LIKE '%kowalska%' OR name LIKE '%Kowalska%'")
                .mapTo(Long.class).one());
        assertThat(traces).isZero();
    }

    @Test
    void reportsThatMicrosoftWillDeleteWithinAMonthAreWarnedOf() throws Exception {
        long meeting = room.lesson(MARTA, "Long ago", room.room.clock.instant().minus(Duration.ofDays(340)), 4);
        room.room.tenant.faults().graph("GET", "/users/*/onlineMeetings/*/attendanceReports").times(1)
                .with(app.lectern.demo.faults.Fault.of(app.lectern.demo.graph.GraphRefusal.of(403, "Forbidden", "No application access policy found for this app")));
        room.sync();
        assertThat(attendance.atRisk(room.integration)).extracting(MeetingLine::meeting).containsExactly(meeting);
        room.sync();
        assertThat(attendance.atRisk(room.integration)).isEmpty();
        assertThat(room.line(meeting).standing()).isEqualTo(Standing.KNOWN);
    }

    @Test
    void theVaultKeepsWhatMicrosoftHasDeletedAndTheMeetingsOwnRowToo() throws Exception {
        long meeting = read();
        int people = attendance.of(room.integration, meeting).roll().participants().size();
        room.room.clock.advance(Duration.ofDays(400));
        room.room.store.change(handle -> handle.execute("DELETE FROM meeting WHERE id = ?", meeting));
        room.sync();
        var kept = attendance.of(room.integration, meeting);
        assertThat(kept.line().subject()).isEqualTo("Reaction rates");
        assertThat(kept.roll().participants()).hasSize(people);
    }

    @Test
    void thresholdsBelongToTheIntegration() throws Exception {
        long meeting = read();
        attendance.keepRules(room.integration, new AttendanceRules(100, true, Duration.ZERO));
        assertThat(attendance.rules(room.integration)).isEqualTo(new AttendanceRules(100, true, Duration.ZERO));
        assertThat(attendance.of(room.integration, meeting).roll().participants().stream().filter(Participant::attended).count())
                .isLessThan(attendance.of(room.integration, meeting).roll().participants().size());
    }

    @Test
    void theDigestNamesWhoWasMissedAndTheDraftHidesThemFromEachOther() throws Exception {
        long meeting = room.lesson(MARTA, "Big lesson", start(), 30);
        room.sync();
        var whole = attendance.of(room.integration, meeting);
        var digest = new NoShowDigest(new Words(Locale.UK, ZoneOffset.UTC, room.room.clock));
        assertThat(whole.roll().noShows()).isNotEmpty();
        assertThat(digest.digest(whole)).contains("Big lesson").contains(whole.roll().noShows().getFirst().address());
        var draft = digest.draft(whole);
        assertThat(draft.address()).startsWith("mailto:?bcc=").hasSizeLessThan(2_000).doesNotContain(" ");
        assertThat(draft.body()).contains("Big lesson").doesNotContain("{");
    }
}
