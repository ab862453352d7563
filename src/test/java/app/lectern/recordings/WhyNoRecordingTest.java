package app.lectern.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountVerifier;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.graph.Sleeper;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The reasons in the order of their evidence, with accounts, drives and Teams asked for real.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyNoRecordingTest {
    private static final String DANIEL = "daniel.osei@northfield.example";

    private RecordingsRoom room;
    private WhyNoRecording why;
    private Optional<Integer> people = Optional.empty();

    @BeforeAll
    void open(@TempDir Path folder) {
        room = new RecordingsRoom(folder);
        var verifier = new AccountVerifier(room.room.access::session, room.room.store, room.room.clock, Sleeper.REAL);
        why = new WhyNoRecording(new WhyNoRecording.Parts(room.room.store, room.known, new MeetingIds(room.room.store, room.room.access::session, room.room.clock),
                room.room.access::session, verifier::fresh, (of, meeting) -> people, room.choices, room.room.words, room.room.clock));
    }

    @AfterEach
    void mend() {
        room.room.tenant.faults().clear();
        people = Optional.empty();
    }

    @AfterAll
    void close() {
        room.close();
    }

    private WhyAnswer ask(long meeting) throws InterruptedException {
        return why.ask(room.integration, room.known.find(meeting).orElseThrow(), Progress.NONE);
    }

    private long unrecorded(String organiser, String subject, Duration ago) {
        return room.know(room.meeting(organiser, subject, room.room.clock.instant().minus(ago).minus(Duration.ofHours(1))), true);
    }

    private static WhyReason of(WhyAnswer answer, WhyKind kind) {
        return answer.reasons().stream().filter(reason -> reason.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void aMeetingThatJustEndedIsBeingProcessed() throws InterruptedException {
        var answer = ask(unrecorded(RecordingsRoom.MARTA, "Just now", Duration.ofMinutes(5)));

        assertThat(answer.first().kind()).isEqualTo(WhyKind.PROCESSING);
        assertThat(answer.first().weight()).isEqualTo(WhyWeight.CERTAIN);
    }

    @Test
    void nobodyThereIsCertainWhereAReportSaysSo() throws InterruptedException {
        people = Optional.of(0);
        assertThat(ask(unrecorded(RecordingsRoom.MARTA, "Empty room", Duration.ofDays(3))).first().kind()).isEqualTo(WhyKind.NOBODY_JOINED);
        people = Optional.of(12);
        assertThat(of(ask(unrecorded(RecordingsRoom.MARTA, "Full room", Duration.ofDays(4))), WhyKind.NOBODY_JOINED).weight()).isEqualTo(WhyWeight.RULED_OUT);
    }

    @Test
    void aRefusalIsAReasonAndCarriesItsProblem() throws InterruptedException {
        room.room.tenant.faults().graph("GET", "/users/*/onlineMeetings/*/recordings").always()
                .with(Fault.of(GraphRefusal.of(403, "Forbidden", "No application access policy found for this app")));

        var answer = ask(unrecorded(RecordingsRoom.MARTA, "Refused", Duration.ofDays(5)));

        assertThat(of(answer, WhyKind.PERMISSION).weight()).isEqualTo(WhyWeight.CERTAIN);
        assertThat(of(answer, WhyKind.PERMISSION).problem()).isPresent();
    }

    @Test
    void aFullDriveAndAnOrganiserWhoseMeetingsAreNeverRecordedAreLikely() throws InterruptedException {
        unrecorded(DANIEL, "Another one without", Duration.ofDays(8));
        room.room.tenant.school().control().leaveFree(DANIEL, 0);

        var answer = ask(unrecorded(DANIEL, "No room", Duration.ofDays(2)));

        assertThat(of(answer, WhyKind.STORAGE_FULL).weight()).isEqualTo(WhyWeight.LIKELY);
        assertThat(of(answer, WhyKind.POLICY).weight()).isEqualTo(WhyWeight.LIKELY);
        assertThat(of(answer, WhyKind.PROCESSING).weight()).isEqualTo(WhyWeight.RULED_OUT);
        assertThat(answer.reasons()).isSortedAccordingTo(java.util.Comparator.comparing(WhyReason::weight));
    }

    @Test
    void withoutALicenceTheLicenceIsTheReason() throws InterruptedException {
        var lost = "claire.dubois@northfield.example";
        long meeting = unrecorded(lost, "Unlicensed", Duration.ofDays(2));
        room.room.tenant.school().control().withdrawLicences(lost);

        var answer = ask(meeting);

        assertThat(of(answer, WhyKind.LICENCE).weight()).isIn(WhyWeight.CERTAIN, WhyWeight.LIKELY);
        assertThat(answer.reasons().indexOf(of(answer, WhyKind.LICENCE))).isLessThan(answer.reasons().indexOf(of(answer, WhyKind.PROCESSING)));
    }

    @Test
    void oneThatIsThereIsNoneOfIt() throws InterruptedException {
        long meeting = room.recorded(RecordingsRoom.MARTA, "There it is");
        assertThat(ask(meeting).first().text()).isEqualTo("why.not-synced");
        room.sync();
        assertThat(ask(meeting).isThere()).isTrue();
        room.room.tenant.school().control().bin(room.file(room.video(meeting)));
        room.room.clock.advance(Duration.ofMinutes(10));
        room.sync();
        assertThat(ask(meeting).first().kind()).isEqualTo(WhyKind.REMOVED);
    }
}
