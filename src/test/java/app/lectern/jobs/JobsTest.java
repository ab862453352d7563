package app.lectern.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final JobInfo SHOWN = JobInfo.shown("Work", JobInfo.Kind.OTHER).canPause();

    private final ExecutorService window = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().name("window").unstarted(task));
    private final Ticking clock = new Ticking();
    private final Jobs jobs = new Jobs(window, clock);
    private final LinkedBlockingQueue<Object> answers = new LinkedBlockingQueue<>();

    /// A clock that moves when told.
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-19T09:00:00Z");

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void stop() {
        jobs.close();
        window.shutdownNow();
    }

    @Test
    void theResultArrivesOnTheWindowsThread() throws Exception {
        jobs.start(progress -> Thread.currentThread().isVirtual(), virtual -> answers.add(Thread.currentThread().getName() + " " + virtual), this::answered);
        assertThat(next()).isEqualTo("window true");
    }

    @Test
    void aFailureArrivesOnceAsAProblem() throws Exception {
        jobs.start(SHOWN, progress -> {
            throw Problem.of(Problem.Code.DISK_FULL).raise();
        }, this::answered, problem -> answers.add(problem.code()));
        assertThat(next()).isEqualTo(Problem.Code.DISK_FULL);
        assertThat(settled().getFirst().problem()).map(Problem::code).contains(Problem.Code.DISK_FULL);
        assertThat(answers).isEmpty();
    }

    @Test
    void aCancelledJobAnswersNothingEvenWhenItHadFinished() throws Exception {
        var windowBusy = new CountDownLatch(1);
        var workDone = new CountDownLatch(1);
        window.execute(() -> await(windowBusy));
        var job = jobs.start(SHOWN, progress -> {
            workDone.countDown();
            return "late";
        }, this::answered, this::answered);
        await(workDone);
        job.cancel();
        windowBusy.countDown();
        assertThat(settled().getFirst().state()).isEqualTo(JobState.CANCELLED);
        assertThat(answers).isEmpty();
    }

    @Test
    void isAtWorkUntilTheLastJobHasEndedShownOrNot() throws Exception {
        var release = new CountDownLatch(1);
        assertThat(jobs.atWork()).isFalse();
        jobs.start(progress -> {
            release.await();
            return 1;
        }, done -> {}, failed -> {});
        assertThat(jobs.atWork()).isTrue();
        release.countDown();
        while (jobs.atWork()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void cancellingInterruptsABlockingCall() throws Exception {
        var inside = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var job = jobs.start(SHOWN, progress -> {
            inside.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException cancelled) {
                interrupted.countDown();
                throw cancelled;
            }
            return null;
        }, this::answered, this::answered);
        await(inside);
        job.cancel();
        await(interrupted);
        assertThat(settled().getFirst().state()).isEqualTo(JobState.CANCELLED);
        assertThat(answers).isEmpty();
    }

    @Test
    void aPausedJobWaitsAtItsNextCheckpointAndGoesOn() throws Exception {
        var steps = new AtomicInteger();
        var go = new CountDownLatch(1);
        var job = jobs.start(SHOWN, progress -> {
            await(go);
            progress.checkpoint();
            return steps.incrementAndGet();
        }, this::answered, this::answered);
        job.pause();
        go.countDown();
        assertThat(settled().getFirst().state()).isEqualTo(JobState.PAUSED);
        assertThat(steps).hasValue(0);
        job.resume();
        assertThat(next()).isEqualTo(1);
    }

    @Test
    void speedAndTimeLeftAreWorkedOutFromTheBytes() throws Exception {
        var reported = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        jobs.start(SHOWN, progress -> {
            progress.bytes(0, 100_000_000);
            clock.pass(Duration.ofSeconds(5));
            progress.bytes(40_000_000, 100_000_000);
            reported.countDown();
            await(end);
            return null;
        }, this::answered, this::answered);
        await(reported);
        var status = jobs.list().getFirst();
        assertThat(status.perSecond()).isEqualTo(8_000_000);
        assertThat(status.timeLeft()).contains(Duration.ofMillis(7500));
        assertThat(status.share()).isEqualTo(0.4);
        end.countDown();
    }

    @Test
    void aFailedJobCanBeStartedAgainAndEndedOnesBeTakenOffTheList() throws Exception {
        var attempts = new AtomicInteger();
        jobs.start(SHOWN, progress -> {
            if (attempts.incrementAndGet() == 1) {
                throw Problem.of(Problem.Code.TIMED_OUT).raise();
            }
            return "worked";
        }, this::answered, problem -> answers.add(problem.code()));
        assertThat(next()).isEqualTo(Problem.Code.TIMED_OUT);
        jobs.restart(settled().getFirst().id());
        assertThat(next()).isEqualTo("worked");
        assertThat(settled()).singleElement().extracting(JobStatus::state).isEqualTo(JobState.DONE);
        jobs.dismissFinished();
        assertThat(jobs.list()).isEmpty();
    }

    @Test
    void manyChangesAreFoldedIntoFewCallsButTheLastOneIsSeen() throws Exception {
        var seen = new ArrayList<List<JobStatus>>();
        jobs.watch(seen::add);
        jobs.start(SHOWN, progress -> {
            for (int i = 1; i <= 10_000; i++) {
                progress.count(i, 10_000);
            }
            return "end";
        }, this::answered, this::answered);
        assertThat(next()).isEqualTo("end");
        settled();
        assertThat(seen.getLast().getFirst().done()).isEqualTo(10_000);
        assertThat(seen.getLast().getFirst().state()).isEqualTo(JobState.DONE);
        assertThat(seen.size()).isLessThan(10_000);
    }

    /// A job that ends while its test is being cleaned up may answer with nothing, which a queue does not take; the exception would
    /// surface in whichever window test comes next.
    private void answered(Object answer) {
        answers.add(answer == null ? "nothing" : answer);
    }

    private Object next() throws InterruptedException {
        return answers.poll(10, TimeUnit.SECONDS);
    }

    /// The list once everything queued for the window so far has been handled.
    private List<JobStatus> settled() throws Exception {
        for (int i = 0; i < 3; i++) {
            window.submit(() -> {}).get();
        }
        return jobs.list();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
