package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.school.CalendarEvent;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people change in calendars meanwhile: edits, deletions and conflicts are shown, and nothing of theirs is overwritten.
class DeliverableConflictsTest {
    private static final LocalDate DAY = CalendarBench.DAY;

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

    private void editSubject(String is) {
        var school = bench.room.tenant.school();
        school.control().editInOutlook(Room.SERVICE_ACCOUNT, bench.shared().getFirst().subject(), is, Duration.ZERO);
    }

    @Test
    void anEditInOutlookIsShownAndKeptIfThatIsWanted() throws Exception {
        bench.add("a", DAY);
        bench.apply();
        editSubject("Coastal Library: by hand");
        var plan = bench.plan();
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CONFLICT);
            assertThat(change.fields()).singleElement().isEqualTo(
                    new FieldChange(Field.SUBJECT, "Coastal Library: by hand", "Coastal Library: Item a", true));
        });
        assertThat(bench.apply().done()).as("conflicts start unticked").isZero();

        assertThat(bench.settle(Decisions.Side.THEIRS).kept()).isEqualTo(1);

        assertThat(bench.shared().getFirst().subject()).isEqualTo("Coastal Library: by hand");
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void aConflictIsDecidedFieldByField() throws Exception {
        var a = bench.add("a", DAY);
        bench.apply();
        editSubject("Coastal Library: by hand");
        bench.deliverables.save(bench.integration, a.on(DAY.plusDays(7)));
        var plan = bench.plan();
        var change = plan.changes().getFirst();
        var decisions = Decisions.usual(plan);
        decisions.tick(change, true);
        decisions.decide(change, Field.SUBJECT, Decisions.Side.THEIRS);

        bench.sync.apply(bench.integration, plan, decisions, Progress.NONE);

        assertThat(bench.shared()).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo("Coastal Library: by hand");
            assertThat(event.times().start()).isEqualTo(DAY.plusDays(7).atStartOfDay());
        });
        assertThat(bench.plan().changes()).isEmpty();

        editSubject("Coastal Library: once more");
        bench.settle(Decisions.Side.OURS);
        assertThat(bench.shared().getFirst().subject()).isEqualTo("Coastal Library: Item a");
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void anEventThatSomebodyDeletedIsNoticedAndComesBackOnlyWhenWanted() throws Exception {
        bench.add("a", DAY);
        bench.apply();
        delete(bench.shared().getFirst());
        assertThat(bench.plan().changes()).singleElement().extracting(Change::reason).isEqualTo(Change.Reason.GONE);
        assertThat(bench.settle(Decisions.Side.THEIRS).kept()).isEqualTo(1);
        assertThat(bench.plan().changes()).isEmpty();
        assertThat(bench.shared()).isEmpty();

        bench.add("b", DAY);
        bench.apply();
        delete(bench.shared().getFirst());
        bench.settle(Decisions.Side.OURS);
        assertThat(CalendarBench.subjects(bench.shared())).containsExactly("Coastal Library: Item b");
        assertThat(bench.plan().changes()).isEmpty();
    }

    private void delete(CalendarEvent event) {
        var school = bench.room.tenant.school();
        school.exclusively(() -> {
            school.calendars().delete(event, event.organiser());
            return null;
        });
    }

    @Test
    void theDeletionOfAnEditedEventWaitsForAPerson() throws Exception {
        var a = bench.add("a", DAY);
        bench.apply();
        editSubject("Coastal Library: by hand");
        bench.deliverables.delete(bench.integration, List.of(a));

        bench.apply();

        assertThat(bench.shared()).hasSize(1);
        assertThat(bench.plan().changes()).singleElement().satisfies(change -> assertThat(change.startsTicked()).isFalse());
    }

    @Test
    void aChangeBetweenDryRunAndApplicationIsNotOverwritten() throws Exception {
        var a = bench.add("a", DAY);
        bench.apply();
        bench.deliverables.save(bench.integration, a.on(DAY.plusDays(1)));
        var plan = bench.plan();
        editSubject("Coastal Library: meanwhile");

        var report = bench.sync.apply(bench.integration, plan, Decisions.usual(plan), Progress.NONE);

        assertThat(report.failures()).containsOnlyKeys("Coastal Library: Item a");
        assertThat(bench.shared().getFirst().times().start()).isEqualTo(DAY.atStartOfDay());
        assertThat(bench.plan().changes()).singleElement().extracting(Change::kind).isEqualTo(Change.Kind.CONFLICT);
    }

    @Test
    void aDryRunOfAnOlderListIsRefused() throws Exception {
        bench.add("a", DAY);
        var plan = bench.plan();
        bench.add("b", DAY);
        assertThatThrownBy(() -> bench.sync.apply(bench.integration, plan, Decisions.usual(plan), Progress.NONE))
                .isInstanceOfSatisfying(ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Problem.Code.PLAN_OUTDATED));
        assertThat(bench.shared()).isEmpty();
    }

    @Test
    void aSecondWindowDoesNotApplyTheSameDryRunOnceMore() throws Exception {
        bench.add("a", DAY);
        var first = bench.plan();
        var second = bench.plan();
        bench.room.clock.advance(Duration.ofSeconds(5));
        bench.sync.apply(bench.integration, first, Decisions.usual(first), Progress.NONE);
        assertThatThrownBy(() -> bench.sync.apply(bench.integration, second, Decisions.usual(second), Progress.NONE))
                .isInstanceOf(ProblemException.class);
        try (var _ = app.lectern.sync.SyncLock.take(bench.room.home, bench.integration, "deliverables")) {
            var third = bench.plan();
            assertThatThrownBy(() -> bench.sync.apply(bench.integration, third, Decisions.usual(third), Progress.NONE))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem().code()).isEqualTo(Problem.Code.SYNC_RUNNING));
        }
        assertThat(bench.shared()).hasSize(1);
    }
}
