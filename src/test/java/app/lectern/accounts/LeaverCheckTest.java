package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaverCheckTest {
    @TempDir
    Path folder;

    private Northfield northfield;
    private Integration integration;

    @BeforeEach
    void open() {
        northfield = new Northfield(folder);
        integration = northfield.integration();
    }

    @AfterEach
    void close() {
        northfield.close();
    }

    private LeaverReport examine(String address) throws InterruptedException {
        return northfield.leavers.examine(integration, address, Progress.NONE);
    }

    @Test
    void meetingsToComeAndRecordingsAreWhatIsLost() throws Exception {
        var report = examine(Northfield.MARTA);
        assertThat(report.meetings()).isNotEmpty().isSortedAccordingTo(java.util.Comparator.comparing(LeaverReport.Meeting::next))
                .allSatisfy(meeting -> assertThat(meeting.end()).isAfter(northfield.clock.instant()));
        assertThat(report.linksThatStop()).isPositive();
        assertThat(report.recordings()).isNotEmpty().allSatisfy(recording -> {
            assertThat(recording.size()).isPositive();
            assertThat(recording.name()).isNotEmpty();
        });
        assertThat(report.bytes()).isEqualTo(report.recordings().stream().mapToLong(LeaverReport.Recording::size).sum());
        assertThat(report.unseen()).isEmpty();
    }

    @Test
    void whoOrganisesNothingLosesNothing() throws Exception {
        assertThat(examine(Northfield.OYELARAN).losesNothing()).isTrue();
    }

    @Test
    void whatCouldNotBeSeenIsSaidAndIsNotNothing() throws Exception {
        northfield.tenant.faults().graph("GET", "/users/*/calendarView").always()
                .with(Fault.of(GraphRefusals.missingPermission(GraphService.EXCHANGE)));
        var report = examine(Northfield.OYELARAN);
        assertThat(report.losesNothing()).isFalse();
        assertThat(report.unseen()).extracting(LeaverReport.Unseen::part).containsExactly(LeaverReport.Part.MEETINGS);
        assertThat(report.unseen().getFirst().problem().code()).isEqualTo(Problem.Code.PERMISSION_MISSING);
    }

    @Test
    void somebodyUnknownIsNoLeaver() {
        assertThatThrownBy(() -> examine("nobody@northfield.example")).isInstanceOfSatisfying(ProblemException.class,
                failure -> assertThat(failure.problem().code()).isEqualTo(Problem.Code.USER_UNKNOWN));
    }

    @Test
    void recordingsAreCopiedOutWholeAndNotTwice() throws Exception {
        var found = examine(Northfield.MARTA);
        var report = new LeaverReport(found.account(), found.meetings(), found.recordings().subList(0, 2), found.unseen(), found.checkedAt());
        var into = folder.resolve("out");
        var steps = northfield.leavers.copyRecordings(integration, report, into, Progress.NONE);
        assertThat(steps).hasSize(2).allSatisfy(step -> assertThat(step.problem()).isEmpty());
        for (int at = 0; at < 2; at++) {
            assertThat(Files.size(Path.of(steps.get(at).made().orElseThrow()))).isEqualTo(report.recordings().get(at).size());
        }
        northfield.tenant.requests().clear();
        northfield.leavers.copyRecordings(integration, report, into, Progress.NONE);
        assertThat(northfield.tenant.requests().all()).isEmpty();
        try (var files = Files.list(into)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void aCopyThatBreaksOffLeavesNoHalfFileUnderItsName() throws Exception {
        var found = examine(Northfield.MARTA);
        var report = new LeaverReport(found.account(), found.meetings(), found.recordings().subList(0, 1), found.unseen(), found.checkedAt());
        northfield.tenant.faults().storage().always().with(Fault.resetAfter(1000));
        var into = folder.resolve("out");
        var steps = northfield.leavers.copyRecordings(integration, report, into, Progress.NONE);
        assertThat(steps.getFirst().problem().orElseThrow().code()).isEqualTo(Problem.Code.CONNECTION_LOST);
        assertThat(into.resolve(report.recordings().getFirst().name())).doesNotExist();
    }

    @Test
    void meetingsAreRecreatedUnderAnotherOrganiserOnce() throws Exception {
        var report = examine(Northfield.MARTA);
        var steps = northfield.leavers.moveMeetings(integration, report, Northfield.SERVICE, Progress.NONE);
        assertThat(steps).hasSameSizeAs(report.meetings()).allSatisfy(step ->
                assertThat(step.problem().map(problem -> problem.code() + problem.evidence().message())).isEmpty());
        assertThat(steps.getFirst().made().orElseThrow()).startsWith("https://teams.microsoft.com/");
        var there = examine(Northfield.SERVICE);
        assertThat(there.meetings()).extracting(LeaverReport.Meeting::subject)
                .containsAll(report.meetings().stream().map(LeaverReport.Meeting::subject).toList());
        int before = northfield.tenant.requests().count("POST", "/events");
        northfield.leavers.moveMeetings(integration, report, Northfield.SERVICE, Progress.NONE);
        assertThat(northfield.tenant.requests().count("POST", "/events")).isEqualTo(before);
    }

    @Test
    void anAnswerThatGotLostMakesNoSecondMeeting() throws Exception {
        var found = examine(Northfield.MARTA);
        var report = new LeaverReport(found.account(), found.meetings().subList(0, 1), found.recordings(), found.unseen(), found.checkedAt());
        northfield.tenant.faults().graph("POST", "/users/*/events").times(1).with(Fault.reset());
        northfield.leavers.moveMeetings(integration, report, Northfield.SERVICE, Progress.NONE);
        northfield.leavers.moveMeetings(integration, report, Northfield.SERVICE, Progress.NONE);
        var subject = report.meetings().getFirst().subject();
        assertThat(examine(Northfield.SERVICE).meetings()).filteredOn(meeting -> meeting.subject().equals(subject)).hasSize(1);
    }

    @Test
    void onlySomebodyWhoCanOrganiseTakesMeetingsOver() throws Exception {
        var report = examine(Northfield.MARTA);
        assertThatThrownBy(() -> northfield.leavers.moveMeetings(integration, report, Northfield.OYELARAN, Progress.NONE))
                .isInstanceOfSatisfying(ProblemException.class, failure ->
                        assertThat(failure.problem().code()).isEqualTo(Problem.Code.ORGANISER_NONE));
        assertThatThrownBy(() -> northfield.leavers.moveMeetings(integration, report, Northfield.MARTA, Progress.NONE))
                .isInstanceOfSatisfying(ProblemException.class, failure ->
                        assertThat(failure.problem().code()).isEqualTo(Problem.Code.INPUT_WRONG));
        assertThat(northfield.tenant.requests().count("POST", "/events")).isZero();
    }
}
