package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.Organisers;
import app.lectern.demo.faults.Fault;
import app.lectern.graph.Sleeper;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another link for a meeting, before the demo tenant: a new meeting first, and only then the old one's end.
class LinkRenewalTest {
    @TempDir
    Path folder;
    private SlotBench bench;
    private LinkRenewal renewal;

    @BeforeEach
    void open() {
        bench = new SlotBench(folder);
        var room = bench.room;
        var accounts = new AccountVerifier(room.access::session, room.store, room.clock, Sleeper.REAL);
        var editor = new MeetingEditor(room.store, room.access::session, accounts, new Organisers(accounts, room.store), SlotTrail.NONE, room.clock);
        renewal = new LinkRenewal(editor, bench.scheduler, room.clock);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Slot lesson(String subject) throws Exception {
        return bench.create(bench.lesson(subject).withBody("Bring a pencil.").withOptions(Preset.LESSON.options())
                .withAttendees(List.of(new Attendee(SlotBench.AMINA, "Amina Hassan", true))));
    }

    @Test
    void theNewMeetingHasEverythingOfTheOldOneAndAnotherLink() throws Exception {
        var old = lesson("Leaked link");

        var renewed = renewal.renew(bench.integration, old, "The link went round. Please use the new one.", Progress.NONE);

        assertThat(renewed.isWhole()).isTrue();
        assertThat(renewed.old().id()).isEqualTo(old.id());
        assertThat(renewed.fresh().joinUrl()).isNotEmpty().isNotEqualTo(old.joinUrl());
        assertThat(renewed.fresh().planned().attendees()).isEqualTo(old.planned().attendees());
        assertThat(renewed.fresh().planned().options()).isEqualTo(old.planned().options());
        assertThat(renewed.fresh().planned().startsAt()).isEqualTo(old.planned().startsAt());
        assertThat(renewed.fresh().planned().body()).contains("Bring a pencil.");
        assertThat(bench.event("Leaked link").meeting().joinUrl()).as("one event, the new one").isEqualTo(renewed.fresh().joinUrl());
        assertThat(bench.online(renewed.fresh())).map(online -> online.id()).isNotEqualTo(bench.online(old).map(online -> online.id()));
    }

    @Test
    void withoutANewLinkTheOldMeetingStays() throws Exception {
        var old = lesson("Kept");
        bench.room.tenant.faults().graph("POST", "/users/*/events").always().with(Fault.empty(403));

        assertThatThrownBy(() -> renewal.renew(bench.integration, old, "", Progress.NONE)).isInstanceOf(ProblemException.class);

        assertThat(bench.event("Kept").meeting().joinUrl()).isEqualTo(old.joinUrl());
        assertThat(bench.scheduler.find(old.id())).map(Slot::state).contains(MeetingState.CREATED);
        assertThat(bench.scheduler.open(bench.integration)).as("no half a plan is left").isEmpty();
    }

    @Test
    void whatCouldNotBeCancelledIsSaid() throws Exception {
        var old = lesson("Both");
        bench.room.tenant.faults().graph("POST", "/users/*/events/*/cancel").always().with(Fault.empty(403));

        var renewed = renewal.renew(bench.integration, old, "", Progress.NONE);

        assertThat(renewed.isWhole()).isFalse();
        assertThat(renewed.old().problem()).isPresent();
        assertThat(bench.events(SlotBench.MARTA, "Both")).hasSize(2);
    }

    @Test
    void whatHasBegunKeepsItsLink() throws Exception {
        var old = bench.create(bench.lesson("Begun").withRepeat(Optional.of(Repeat.times(Repeat.Unit.WEEKLY, 1, 4))));
        assertThat(renewal.canRenew(old)).isTrue();
        bench.room.clock.advance(Duration.ofDays(8));

        assertThat(renewal.canRenew(old)).isFalse();
        assertThatThrownBy(() -> renewal.renew(bench.integration, old, "", Progress.NONE)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(Problem.Code.INPUT_WRONG));
    }
}
