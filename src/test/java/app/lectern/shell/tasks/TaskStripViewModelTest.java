package app.lectern.shell.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.jobs.JobInfo;
import app.lectern.jobs.JobState;
import app.lectern.jobs.Jobs;
import app.lectern.problems.Problem;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskStripViewModelTest {
    private static final JobInfo DOWNLOAD = JobInfo.shown("Reaction rates", JobInfo.Kind.DOWNLOAD).canPause();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-19T09:42:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneId.of("Europe/London"));
    private final Words words = new Words(Locale.UK, clock.getZone(), clock);
    /// Answers wait here until the test takes them, so that the model is touched by one thread, as in the window.
    private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
    private final Jobs jobs = new Jobs(answers::add, clock);
    private final TaskStripViewModel model = new TaskStripViewModel(jobs, words);

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void saysThatNothingRuns() {
        drain();

        assertThat(model.counts().get()).isEqualTo("No tasks are running");
        assertThat(model.summaries()).isEmpty();
    }

    @Test
    void oneDownloadShowsItsTitleSeveralTheirNumber() throws Exception {
        running(DOWNLOAD, 50, 100);
        assertThat(model.summaries().getFirst().title()).isEqualTo("Reaction rates");
        assertThat(model.summaries().getFirst().progress()).isEqualTo("50 %");

        running(DOWNLOAD, 0, 100);

        assertThat(model.summaries()).singleElement().satisfies(both -> {
            assertThat(both.title()).isEqualTo("2 downloads");
            assertThat(both.share()).isEqualTo(0.25);
        });
        assertThat(model.counts().get()).isEqualTo("2 running");
    }

    @Test
    void aPausedJobOffersToResumeWhereItStopped() throws Exception {
        running(DOWNLOAD, 31, 100);

        model.step(line());

        assertThat(line().step()).isEqualTo(TaskLine.Step.RESUME);
        assertThat(line().note()).isEqualTo("resumes at 31 %");
        assertThat(line().tone()).isEqualTo(Tone.WARNING);
        assertThat(model.canResume().get()).isTrue();
        assertThat(model.counts().get()).isEqualTo("1 paused");

        model.step(line());
        assertThat(line().step()).isEqualTo(TaskLine.Step.PAUSE);
    }

    @Test
    void aPauseThatMicrosoftAskedForIsCountedDown() throws Exception {
        var waits = new CountDownLatch(1);
        jobs.start(JobInfo.shown("Sync Northfield", JobInfo.Kind.SYNC), progress -> {
            progress.count(3, 10);
            progress.waits(Duration.ofSeconds(12));
            progress.waits(Duration.ofSeconds(5));
            waits.countDown();
            Thread.sleep(Duration.ofHours(1));
            return null;
        }, ended -> {}, problem -> {});
        waits.await();
        waitUntil(() -> model.waiting().get() && !model.lines().isEmpty());
        model.tick();

        assertThat(model.summaries()).singleElement().satisfies(sync -> assertThat(sync.progress()).isEqualTo("Microsoft asks us to wait 12 s"));
        assertThat(line().note()).isEqualTo("Microsoft asks us to wait 12 s");
        now.set(now.get().plusMillis(1500));
        model.tick();
        assertThat(line().note()).isEqualTo("Microsoft asks us to wait 11 s");
        now.set(now.get().plusSeconds(11));
        model.tick();
        assertThat(model.waiting().get()).isFalse();
        assertThat(line().note()).isEqualTo("3 of 10");
    }

    @Test
    void aJobThatCannotPauseOffersNoStep() throws Exception {
        running(JobInfo.shown("Check", JobInfo.Kind.CHECK), 1, 2);

        assertThat(line().step()).isEqualTo(TaskLine.Step.NONE);
    }

    @Test
    void theCrossCancelsThenClears() throws Exception {
        running(DOWNLOAD, 1, 100);

        model.close(line());
        assertThat(jobs.list().getFirst().state()).isEqualTo(JobState.CANCELLED);
        assertThat(line().note()).isEqualTo("cancelled 09:42");
        assertThat(model.somethingEnded().get()).isTrue();

        model.close(line());
        drain();
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void aFailedJobSaysWhatToDoAndCanBeTriedAgain() throws Exception {
        var tries = new CountDownLatch(2);
        var ended = new CountDownLatch(2);
        jobs.start(JobInfo.shown("Year 7", JobInfo.Kind.DOWNLOAD), progress -> {
            tries.countDown();
            throw Problem.of(Problem.Code.DISK_FULL).with("path", "D:\\Lectern").raise();
        }, done -> {}, problem -> ended.countDown());
        waitUntil(() -> ended.getCount() == 1 && !model.lines().isEmpty() && line().ended());

        assertThat(line().detail()).startsWith("There is no room left on the disk.").contains("Free some space");
        assertThat(line().tone()).isEqualTo(Tone.DANGER);
        model.step(line());

        tries.await();
        waitUntil(() -> ended.getCount() == 0);
        model.clearFinished();
        drain();
        assertThat(model.lines()).isEmpty();
    }

    private TaskLine line() {
        drain();
        return model.lines().getFirst();
    }

    private void running(JobInfo info, long done, long total) throws InterruptedException {
        var reported = new CountDownLatch(1);
        jobs.start(info, progress -> {
            progress.bytes(done, total);
            reported.countDown();
            Thread.sleep(java.time.Duration.ofHours(1));
            return null;
        }, ended -> {}, problem -> {});
        reported.await();
        waitUntil(() -> model.lines().stream().anyMatch(line -> line.share() == (double) done / total));
    }

    private void drain() {
        for (var answer = answers.poll(); answer != null; answer = answers.poll()) {
            answer.run();
        }
    }

    private void waitUntil(BooleanSupplier condition) throws InterruptedException {
        drain();
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
            drain();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
