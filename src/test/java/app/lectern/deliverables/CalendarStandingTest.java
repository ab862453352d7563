package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.school.MailboxState;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether due dates are kept in calendars: off, incomplete, ready, failing, as it comes and goes before the demo tenant.
class CalendarStandingTest {
    @TempDir
    Path folder;
    private CalendarBench bench;

    @BeforeEach
    void open() {
        bench = new CalendarBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CalendarStanding standing() {
        return bench.sync.standing(bench.integration);
    }

    @Test
    void withoutDatesItIsOffAndWithThemReady() throws Exception {
        assertThat(standing().readiness()).isEqualTo(CalendarReadiness.OFF);
        bench.add("undated", null);
        assertThat(standing().readiness()).isEqualTo(CalendarReadiness.OFF);

        bench.add("a", CalendarBench.DAY);
        assertThat(standing().readiness()).isEqualTo(CalendarReadiness.READY);
        bench.apply();

        assertThat(standing().readiness()).isEqualTo(CalendarReadiness.READY);
        assertThat(bench.sync.standing(bench.integration.active(false)).readiness()).isEqualTo(CalendarReadiness.OFF);
    }

    @Test
    void whatIsMissingIsNamedUntilItIsThere() {
        var nowhere = bench.room.integrations.update(bench.integration.organisingAs("").ownedBy(""));
        bench.add("a", CalendarBench.DAY);
        assertThat(bench.sync.standing(nowhere).readiness()).isEqualTo(CalendarReadiness.INCOMPLETE);
        assertThat(bench.sync.standing(nowhere).lacks()).containsExactly(CalendarLack.MAILBOX);

        bench.deliverables.save(nowhere, bench.deliverables.settings(nowhere).mode(CalendarMode.INDIVIDUAL));
        assertThat(bench.sync.standing(nowhere).lacks()).as("nobody’s deliverables stand in nobody’s calendar").containsExactly(CalendarLack.ASSIGNEES);
        bench.add("b", CalendarBench.DAY, CalendarBench.AMINA);
        assertThat(bench.sync.standing(nowhere).readiness()).isEqualTo(CalendarReadiness.READY);
    }

    @Test
    void aPermissionThatWasNeverThereIsMissing() {
        var bare = bench.room.integrations.update(bench.room.connected(bench.room.tenant.apps().bare()).organisingAs(Room.SERVICE_ACCOUNT));
        bench.deliverables.save(bare, bench.add("a", CalendarBench.DAY));
        assertThatThrownBy(() -> bench.sync.plan(bare, Progress.NONE)).isInstanceOf(ProblemException.class);

        var now = bench.sync.standing(bare);

        assertThat(now.readiness()).isEqualTo(CalendarReadiness.INCOMPLETE);
        assertThat(now.lacks()).containsAnyOf(CalendarLack.PERMISSION, CalendarLack.SIGN_IN);
        assertThat(now.problem()).isPresent();
    }

    @Test
    void whatHasWorkedFailsSinceTheFirstRefusalAndIsOverWithTheNextGoodLook() throws Exception {
        bench.add("a", CalendarBench.DAY);
        bench.apply();
        bench.room.tenant.school().control().mailbox(Room.SERVICE_ACCOUNT, MailboxState.ON_PREMISES);
        var since = bench.room.clock.instant();
        bench.plan();
        bench.room.clock.advance(Duration.ofHours(3));
        bench.plan();

        var failing = standing();

        assertThat(failing.readiness()).isEqualTo(CalendarReadiness.FAILING);
        assertThat(failing.since()).contains(since);
        assertThat(failing.problem()).map(Problem::code).contains(Problem.Code.MAILBOX_MISSING);
        bench.room.tenant.school().control().mailbox(Room.SERVICE_ACCOUNT, MailboxState.CLOUD);
        bench.plan();
        assertThat(standing().readiness()).isEqualTo(CalendarReadiness.READY);
    }

    @Test
    void aRefusedWriteFailsUntilItIsWritten() throws Exception {
        bench.add("a", CalendarBench.DAY);
        bench.apply();
        bench.add("b", CalendarBench.DAY.plusDays(1));
        bench.room.tenant.faults().graph("POST", "/users/*/calendars/*/events").always().with(Fault.empty(400));
        assertThat(bench.apply().failures()).isNotEmpty();
        bench.plan();
        assertThat(standing().readiness()).as("looking alone writes nothing").isEqualTo(CalendarReadiness.FAILING);

        bench.room.tenant.faults().clear();
        assertThat(bench.apply().failures()).isEmpty();

        assertThat(standing().readiness()).isEqualTo(CalendarReadiness.READY);
    }
}
