package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.integrations.Room;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.Loading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dry run: what may be applied, when, and what becomes of it.
class PlanViewModelTest {
    @TempDir
    Path folder;
    private CalendarBench bench;

    @BeforeEach
    void open() {
        bench = new CalendarBench(folder);
        bench.add("a", CalendarBench.DAY);
        bench.add("b", CalendarBench.DAY.plusDays(1));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Change change(DuesDesk dues, String key) {
        return dues.plan.stateProperty().get().data().orElseThrow().changes().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void onlyWhatIsTickedIsAppliedAndTheRestIsFoundAgain() {
        var dues = new DuesDesk(bench);
        assertThat(dues.plan.toApplyProperty().get()).isEqualTo(2);
        assertThat(dues.plan.tickedProperty().get()).isEqualTo(2);
        dues.plan.tick(change(dues, "b"), false);
        assertThat(dues.plan.tickedProperty().get()).isEqualTo(1);
        dues.plan.apply();
        assertThat(CalendarBench.subjects(bench.shared())).containsExactly("Coastal Library: Item a");
        assertThat(dues.plan.reportProperty().get().orElseThrow().done()).isEqualTo(1);
        assertThat(dues.plan.isApplying()).isFalse();
        assertThat(dues.row("a").state()).isEqualTo(DeliverableRow.SyncState.IN_SYNC);
        assertThat(dues.row("b").state()).isEqualTo(DeliverableRow.SyncState.TO_CREATE);
        dues.plan.tick(change(dues, "b"), false);
        assertThat(dues.plan.canApply()).as("nothing is ticked").isFalse();
    }

    @Test
    void deletionsAreCountedAndAConflictThatIsDecidedIsTicked() throws Exception {
        bench.apply();
        bench.room.tenant.school().control().editInOutlook(Room.SERVICE_ACCOUNT, "Coastal Library: Item a", "Item a (hall B)", Duration.ZERO);
        bench.deliverables.save(bench.integration, bench.deliverables.list(bench.integration).stream().filter(each -> each.key().equals("a")).findFirst()
                .orElseThrow().on(CalendarBench.DAY.plusDays(4)));
        bench.deliverables.delete(bench.integration, bench.deliverables.list(bench.integration).stream().filter(each -> each.key().equals("b")).toList());
        var dues = new DuesDesk(bench);
        var conflict = change(dues, "a");
        assertThat(dues.plan.deletions()).isEqualTo(1);
        assertThat(conflict.kind()).isEqualTo(Change.Kind.CONFLICT);
        assertThat(dues.plan.isTicked(conflict)).isFalse();
        dues.plan.decide(conflict, Field.SUBJECT, Decisions.Side.OURS);
        assertThat(dues.plan.isTicked(conflict)).isTrue();
        assertThat(dues.plan.side(conflict, Field.SUBJECT)).isEqualTo(Decisions.Side.OURS);
        assertThat(dues.plan.tickedProperty().get()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedIsSaidAndNothingCanBeAppliedUntilItIsReadAgain() {
        var refusal = bench.room.tenant.faults().graph("*", "/**").always().with(Fault.of(GraphRefusals.missingPermission(GraphService.EXCHANGE)));
        var dues = new DuesDesk(bench);
        assertThat(dues.plan.stateProperty().get()).isInstanceOf(Loading.Failed.class);
        assertThat(dues.plan.canApply()).isFalse();
        assertThat(dues.row("a").state()).isEqualTo(DeliverableRow.SyncState.UNKNOWN);
        assertThat(dues.list.standingProperty().get().orElseThrow().readiness()).isEqualTo(CalendarReadiness.INCOMPLETE);
        bench.room.tenant.faults().remove(refusal);
        dues.plan.run();
        assertThat(dues.plan.canApply()).isTrue();
        assertThat(dues.row("a").state()).isEqualTo(DeliverableRow.SyncState.TO_CREATE);
    }

    @Test
    void aReadingThatIsStoppedLeavesTheListWithoutItAndAnotherIntegrationForgetsAll() {
        var tasks = new OneByOne();
        var dues = new DuesDesk(bench, tasks);
        tasks.next();
        assertThat(dues.plan.stateProperty().get().isBusy()).isTrue();
        dues.plan.stop();
        tasks.all();
        assertThat(dues.plan.stateProperty().get()).isInstanceOf(Loading.Idle.class);
        assertThat(dues.row("a").state()).isEqualTo(DeliverableRow.SyncState.UNKNOWN);

        dues.plan.run();
        dues.choice.set(null);
        tasks.all();
        assertThat(dues.plan.stateProperty().get()).isInstanceOf(Loading.Idle.class);
        assertThat(dues.plan.canRun()).isFalse();
        assertThat(dues.list.rows()).isEmpty();
    }

    /// Runs what was begun when the test says so; what was cancelled until then calls nothing back.
    private static final class OneByOne implements TaskRunner {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private final TaskRunner now = new InlineTaskRunner();

        @Override
        public <T> Job start(JobInfo info, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
            Runnable begun = () -> now.start(info, work, done, failed);
            waiting.add(begun);
            return new Job() {
                @Override
                public void cancel() {
                    waiting.remove(begun);
                }

                @Override
                public void pause() {}

                @Override
                public void resume() {}
            };
        }

        void next() {
            waiting.remove().run();
        }

        void all() {
            while (!waiting.isEmpty()) {
                next();
            }
        }
    }
}
