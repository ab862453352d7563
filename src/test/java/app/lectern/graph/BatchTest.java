package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem.Code;
import com.microsoft.graph.models.EventCollectionResponse;
import com.microsoft.graph.models.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Batches and the limit per mailbox, against a tenant that counts.
class BatchTest {
    private final Bench bench = new Bench(Duration.ofMillis(15));
    private final GraphSession session = bench.asApp();

    @AfterEach
    void stop() {
        session.close();
        bench.close();
    }

    private BatchCall<User> user(String idOrName) {
        var request = session.client().users().byUserId(idOrName).toGetRequestInformation();
        return BatchCall.of(request, User::createFromDiscriminatorValue).about(About.of("").account(idOrName));
    }

    private List<BatchCall<User>> everybody(int count) {
        return bench.tenant.school().people().all().stream().limit(count).map(person -> user(person.id())).toList();
    }

    @Test
    void manyRequestsAreSplitAndAnsweredInTheirOwnOrder() {
        var calls = everybody(37);
        var outcomes = session.batch().run(About.of("Test"), calls, Progress.NONE);
        assertThat(outcomes).hasSize(37);
        for (int i = 0; i < calls.size(); i++) {
            var id = bench.tenant.school().people().all().get(i).id();
            assertThat(outcomes.get(i)).isInstanceOfSatisfying(BatchOutcome.Done.class,
                    done -> assertThat(((User) done.value().orElseThrow()).getId()).isEqualTo(id));
        }
        assertThat(bench.tenant.requests().count("POST", "$batch")).isEqualTo(2);
    }

    @Test
    void oneItemFailsWithItsOwnProblem() {
        var calls = List.of(user(Bench.LINDQVIST), user("nobody@northfield.example"), user(bench.lindqvist()));
        var outcomes = session.batch().run(About.of("Test"), calls, Progress.NONE);
        assertThat(outcomes.get(0)).isInstanceOf(BatchOutcome.Done.class);
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(BatchOutcome.Failed.class, failed -> {
            assertThat(failed.problem().code()).isEqualTo(Code.USER_UNKNOWN);
            assertThat(failed.problem().facts()).containsEntry("account", "nobody@northfield.example");
        });
        assertThat(outcomes.get(2)).isInstanceOf(BatchOutcome.Done.class);
    }

    @Test
    void throttledItemWaitsItsOwnTimeWhileOthersAreDone() {
        bench.tenant.faults().batchItem(1).with(Fault.throttled("3"));
        var outcomes = session.batch().run(About.of("Test"), everybody(3), Progress.NONE);
        assertThat(outcomes).hasOnlyElementsOfType(BatchOutcome.Done.class);
        assertThat(bench.tenant.requests().count("POST", "$batch")).isEqualTo(2);
        assertThat(bench.pauses).singleElement().satisfies(pause ->
                assertThat(pause).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(3)));
    }

    @Test
    void unmarkedWriteInABatchIsNotRepeated() {
        bench.tenant.faults().batchItem(0).always().with(Fault.serverError(503));
        var calendar = new com.microsoft.graph.models.Calendar();
        calendar.setName("Deliverables");
        var post = session.client().users().byUserId(bench.teacher()).calendars().toPostRequestInformation(calendar);
        var call = BatchCall.of(post, com.microsoft.graph.models.Calendar::createFromDiscriminatorValue);
        assertThat(session.batch().run(About.of("Test"), List.of(call), Progress.NONE))
                .singleElement().isInstanceOf(BatchOutcome.Failed.class);
        assertThat(bench.tenant.requests().count("POST", "$batch")).isEqualTo(1);
        session.batch().run(About.of("Test"), List.of(call.marked()), Progress.NONE);
        assertThat(bench.tenant.requests().count("POST", "$batch")).isEqualTo(5);
    }

    @Test
    void refusedBatchFailsWhatWasNotDone() {
        bench.tenant.faults().graph("POST", "/$batch").always().with(Fault.page(200));
        assertThat(session.batch().run(About.of("Test"), everybody(25), Progress.NONE))
                .hasSize(25).allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(BatchOutcome.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo(Code.ANSWER_UNREADABLE)));
    }

    @Test
    void cancelKeepsWhatIsDone() {
        var progress = new StopsAfter(1);
        var outcomes = session.batch().run(About.of("Test"), everybody(30), progress);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes.subList(0, 20)).hasOnlyElementsOfType(BatchOutcome.Done.class);
        assertThat(outcomes.subList(20, 30)).hasOnlyElementsOfType(BatchOutcome.NotSent.class);
        assertThat(progress.counts).containsExactly("20/30");
    }

    /// The answers are held back, so that all requests that got through are under way together.
    @Test
    void fifthRequestOfAMailboxWaitsUntilOneOfTheFourIsAnswered() throws Exception {
        session.signIn().silently();
        bench.tenant.faults().graph("GET", "/users/*/events").times(4).with(Fault.stall());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<EventCollectionResponse>>();
            for (int i = 0; i < 7; i++) {
                running.add(threads.submit(this::events));
            }
            while (bench.tenant.requests().count("GET", "/events") < 4) {
                Thread.sleep(5);
            }
            Thread.sleep(150);
            assertThat(bench.tenant.requests().count("GET", "/events")).isEqualTo(4);
            bench.tenant.faults().clear();
            for (var one : running) {
                assertThat(one.get(30, TimeUnit.SECONDS).getValue()).isNotNull();
            }
        }
        assertThat(bench.tenant.mailboxes().highestConcurrency(bench.teacher())).isLessThanOrEqualTo(4);
    }

    private EventCollectionResponse events() {
        return session.ask(About.of("Test"), graph -> graph.users().byUserId(bench.teacher()).events().get());
    }

    @Test
    void batchWaitsForPlacesInAllItsMailboxes() throws Exception {
        var gate = new MailboxGate();
        var first = gate.enter(java.util.Map.of("a", 3));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var batch = threads.submit(() -> gate.enter(java.util.Map.of("a", 2, "b", 4)));
            Thread.sleep(100);
            assertThat(batch.isDone()).isFalse();
            first.close();
            first.close();
            batch.get(10, TimeUnit.SECONDS).close();
            gate.enter(java.util.Map.of("a", 4, "b", 4)).close();
        }
    }

    @Test
    void batchesAndSingleCallsShareTheLimit() throws Exception {
        session.signIn().silently();
        var calls = new ArrayList<BatchCall<EventCollectionResponse>>();
        for (int i = 0; i < 10; i++) {
            calls.add(BatchCall.of(session.client().users().byUserId(bench.teacher()).events().toGetRequestInformation(),
                    EventCollectionResponse::createFromDiscriminatorValue));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var batch = threads.submit(() -> session.batch().run(About.of("Test"), calls, Progress.NONE));
            for (int i = 0; i < 6; i++) {
                threads.submit(this::events);
            }
            assertThat(batch.get(30, TimeUnit.SECONDS)).hasOnlyElementsOfType(BatchOutcome.Done.class);
        }
        assertThat(bench.tenant.mailboxes().highestConcurrency(bench.teacher())).isLessThanOrEqualTo(4);
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void mailboxIsFoundInEveryPathThatReachesIntoOne() {
        assertThat(MailboxGate.mailboxOf("c", List.of("v1.0", "users", "A-B", "calendarView"))).hasValue("c/a-b");
        assertThat(MailboxGate.mailboxOf("c", List.of("v1.0", "users", "A-B", "onlineMeetings", "x"))).hasValue("c/a-b");
        assertThat(MailboxGate.mailboxOf("c", List.of("v1.0", "me", "events"))).hasValue("c/me");
        assertThat(MailboxGate.mailboxOf("c", List.of("v1.0", "users", "a"))).isEmpty();
        assertThat(MailboxGate.mailboxOf("c", List.of("v1.0", "users", "a", "drive"))).isEmpty();
    }

    /// Throws at the checkpoint after so many.
    private static final class StopsAfter implements Progress {
        private final List<String> counts = new CopyOnWriteArrayList<>();
        private int left;

        StopsAfter(int checkpoints) {
            left = checkpoints;
        }

        @Override
        public void detail(String text) {}

        @Override
        public void count(long done, long total) {
            counts.add(done + "/" + total);
        }

        @Override
        public void bytes(long done, long total) {}

        @Override
        public void outcome(String text) {}

        @Override
        public boolean cancelled() {
            return left < 0;
        }

        @Override
        public void checkpoint() throws InterruptedException {
            if (--left < 0) {
                throw new InterruptedException();
            }
        }
    }
}
