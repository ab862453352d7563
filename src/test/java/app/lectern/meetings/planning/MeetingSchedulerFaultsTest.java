package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong while a meeting is made: each step is taken again by itself, and no meeting is made twice.
class MeetingSchedulerFaultsTest {
    @TempDir
    Path folder;
    private SlotBench bench;

    @BeforeEach
    void open() {
        bench = new SlotBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anEventWithoutATeamsMeetingIsRecognisedAndOnlyItsLinkIsMadeAgain() throws Exception {
        // the licence goes between the check of the account and the creation
        bench.create(bench.lesson("Before"));
        bench.room.tenant.school().control().withdrawTeams(SlotBench.MARTA);
        var slot = bench.create(bench.lesson("No Teams"));

        assertThat(slot.state()).isEqualTo(MeetingState.PARTLY);
        assertThat(slot.step()).isEqualTo(Step.LINK);
        assertThat(SlotBench.code(slot)).isEqualTo(Problem.Code.TEAMS_LINK_MISSING);
        assertThat(bench.events(SlotBench.MARTA, "No Teams")).hasSize(1);

        bench.room.tenant.school().control().assignLicence(SlotBench.MARTA, Duration.ZERO);
        var again = bench.scheduler.create(bench.integration, slot, Progress.NONE).slots().getFirst();
        assertThat(again.state()).isEqualTo(MeetingState.CREATED);
        assertThat(bench.event("No Teams").meeting().joinUrl()).isEqualTo(again.joinUrl());
    }

    @Test
    void aLinkThatComesLateIsWaitedForAndOneThatDoesNotComeIsAskedForAgain() throws Exception {
        bench.room.tenant.school().control().delayJoinLinks(Duration.ofSeconds(20));
        var late = bench.create(bench.lesson("Late"));
        assertThat(late.state()).isEqualTo(MeetingState.CREATED);
        assertThat(late.hasLink()).isTrue();

        bench.room.tenant.school().control().delayJoinLinks(Duration.ofMinutes(10));
        var tooLate = bench.create(bench.lesson("Too late"));
        assertThat(tooLate.state()).isEqualTo(MeetingState.PARTLY);
        assertThat(SlotBench.code(tooLate)).isEqualTo(Problem.Code.TEAMS_LINK_LATE);
        bench.room.clock.advance(Duration.ofMinutes(10));
        assertThat(bench.scheduler.create(bench.integration, tooLate, Progress.NONE).slots().getFirst().state()).isEqualTo(MeetingState.CREATED);
        assertThat(bench.events(SlotBench.MARTA, "Too late")).hasSize(1);
    }

    @Test
    void optionsThatAreRefusedLeaveAMeetingWithALinkAndAreRetriedAlone() throws Exception {
        bench.room.tenant.faults().graph("PATCH", "/users/*/onlineMeetings/*").times(1).with(Fault.of(GraphRefusal.of(403, "Forbidden",
                "No application access policy found for this app")));
        var slot = bench.create(bench.lesson("Partly").withOptions(Preset.TUTORING.options()));

        assertThat(slot.state()).isEqualTo(MeetingState.PARTLY);
        assertThat(slot.step()).isEqualTo(Step.OPTIONS);
        assertThat(slot.hasLink()).isTrue();
        assertThat(SlotBench.code(slot)).isEqualTo(Problem.Code.ACCESS_POLICY_MISSING);
        assertThat(new SlotText(bench.room.words).problem(slot)).startsWith("Meeting options: ");
        bench.room.tenant.requests().clear();

        var again = bench.scheduler.create(bench.integration, slot, Progress.NONE).slots().getFirst();
        assertThat(again.state()).isEqualTo(MeetingState.CREATED);
        assertThat(bench.room.tenant.requests().all().stream().filter(entry -> entry.batchItem()).map(entry -> entry.method())).containsExactly("PATCH");
        assertThat(bench.options(again).path("lobbyBypassSettings").path("scope").asText()).isEqualTo("everyone");
    }

    @Test
    void anOptionThatThePolicyLeavesOutWithoutAWordIsNamed() throws Exception {
        bench.room.tenant.school().control().decideByPolicy(SlotBench.MARTA, "recordAutomatically");
        var slot = bench.create(bench.lesson("No recording").withOptions(Preset.LESSON.options()));

        assertThat(slot.state()).isEqualTo(MeetingState.PARTLY);
        assertThat(SlotBench.code(slot)).isEqualTo(Problem.Code.OPTIONS_NOT_APPLIED);
        assertThat(new SlotText(bench.room.words).problem(slot)).contains("automatic recording");
    }

    @Test
    void anIdThatMicrosoftDoesNotTakeIsLookedUpByTheLink() throws Exception {
        bench.create(bench.lesson("The account is checked with this one"));
        bench.room.tenant.requests().clear();
        bench.room.tenant.faults().graph("PATCH", "/users/*/onlineMeetings/*").times(1).with(Fault.of(GraphRefusal.of(404, "NotFound", "3004: Meeting not found")));
        var slot = bench.create(bench.lesson("Looked up").withOptions(Preset.TUTORING.options()));

        assertThat(slot.state()).isEqualTo(MeetingState.CREATED);
        assertThat(bench.room.tenant.requests().all().stream().filter(entry -> entry.batchItem() && entry.method().equals("GET"))
                .filter(entry -> entry.path().endsWith("/onlineMeetings"))).hasSize(1);
    }

    @Test
    void aThrottledCreationIsRepeatedVisiblyAndAnOutageLeavesTheSlotMarked() throws Exception {
        var seen = new ArrayList<String>();
        var ended = new AtomicBoolean();
        bench.room.tenant.faults().graph("POST", "/users/*/events").times(2).with(Fault.throttled("0.2"));
        var draft = bench.scheduler.draft(bench.integration, bench.lesson("Throttled"));
        var watching = Thread.ofVirtual().start(() -> {
            while (!ended.get()) {
                bench.scheduler.find(draft.id()).ifPresent(slot -> seen.add(new SlotText(bench.room.words).state(slot)));
            }
        });
        var slot = bench.scheduler.create(bench.integration, draft, Progress.NONE).slots().getFirst();
        ended.set(true);
        watching.join();

        assertThat(slot.state()).isEqualTo(MeetingState.CREATED);
        assertThat(seen).contains("Retrying 2/4", "Retrying 3/4");
        bench.room.tenant.faults().graph("POST", "/users/*/events").always().with(Fault.serverError(500));
        var failed = bench.create(bench.lesson("Outage"));
        assertThat(failed.state()).isEqualTo(MeetingState.FAILED);
        assertThat(SlotBench.code(failed)).isEqualTo(Problem.Code.SERVICE_DOWN);
        bench.room.tenant.faults().clear();
        assertThat(bench.scheduler.create(bench.integration, failed, Progress.NONE).done()).isEqualTo(1);
        assertThat(bench.told).containsExactly("created Throttled", "failed Outage", "created Outage");
        var figures = bench.scheduler.figures(bench.integration, Duration.ofDays(1));
        assertThat(figures.tried()).isEqualTo(3);
        assertThat(figures.made()).isEqualTo(2);
        assertThat(figures.retryRate()).contains(2.0 / 3);
        assertThat(figures.meetsSuccess()).isFalse();
        assertThat(figures.meetsLatency()).isTrue();
        assertThat(figures.points()).isNotEmpty();
        assertThat(figures.points().stream().mapToLong(point -> point.figures().tried()).sum()).isEqualTo(3);
        assertThat(bench.scheduler.creations(bench.integration, Duration.ofDays(1))).extracting(PastCreation::subject, PastCreation::succeeded)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Outage", true), org.assertj.core.groups.Tuple.tuple("Outage", false),
                        org.assertj.core.groups.Tuple.tuple("Throttled", true));
    }

    @Test
    void aLostAnswerMakesNoSecondMeetingEvenIfTheSlotWasChangedMeanwhile() throws Exception {
        var draft = bench.scheduler.draft(bench.integration, bench.lesson("First wording"));
        var graph = new SlotEventsGraph(bench.room.access.session(bench.integration), (slot, waiting) -> {});
        graph.create(List.of(draft.organisedBy(SlotBench.MARTA, bench.room.idOf(SlotBench.MARTA))));
        assertThat(bench.events(SlotBench.MARTA, "First wording")).hasSize(1);

        var same = bench.scheduler.create(bench.integration, bench.scheduler.replan(draft, bench.lesson("Second wording").withBody("New text.")),
                Progress.NONE).slots().getFirst();

        assertThat(same.state()).isEqualTo(MeetingState.CREATED);
        assertThat(bench.events(SlotBench.MARTA, "First wording")).isEmpty();
        var event = bench.event("Second wording");
        assertThat(event.meeting().joinUrl()).isEqualTo(same.joinUrl());
        assertThat(event.body()).contains("New text.").contains(same.joinUrl());
    }

    /// Somebody has pressed cancel.
    private static final class StoppedProgress implements Progress {
        @Override
        public void detail(String text) {}

        @Override
        public void count(long done, long total) {}

        @Override
        public void bytes(long done, long total) {}

        @Override
        public void outcome(String text) {}

        @Override
        public boolean cancelled() {
            return true;
        }

        @Override
        public void checkpoint() throws InterruptedException {
            throw new InterruptedException();
        }
    }
}
