package app.lectern.jobs;

import app.lectern.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One job from start to end: its state, how far it is, and the gate at which it waits while paused.
/// A lock rather than `synchronized`, so that waiting here never holds up a carrier thread.
final class RunningJob implements Job, Progress {
    private static final Duration SPEED_WINDOW = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long id;
    private final JobInfo info;
    private final Clock clock;
    private final Runnable onChange;
    private final Instant startedAt;

    private JobState state = JobState.RUNNING;
    private Thread worker;
    private String detail = "";
    private JobStatus.Unit unit = JobStatus.Unit.NONE;
    private long done;
    private long total;
    private double perSecond;
    private Instant speedSince;
    private long speedFrom;
    private Instant endedAt;
    private Problem problem;
    private Instant waitsUntil = Instant.MIN;

    RunningJob(long id, JobInfo info, Clock clock, Runnable onChange) {
        this.id = id;
        this.info = info;
        this.clock = clock;
        this.onChange = onChange;
        this.startedAt = clock.instant();
        this.speedSince = startedAt;
    }

    void runsOn(Thread thread) {
        lock.lock();
        try {
            worker = thread;
            if (state == JobState.CANCELLED) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            if (state.isFinal()) {
                return;
            }
            end(JobState.CANCELLED, null);
            if (worker != null) {
                worker.interrupt();
            }
        } finally {
            lock.unlock();
        }
        onChange.run();
    }

    @Override
    public void pause() {
        move(JobState.RUNNING, JobState.PAUSED);
    }

    @Override
    public void resume() {
        move(JobState.PAUSED, JobState.RUNNING);
    }

    private void move(JobState from, JobState to) {
        lock.lock();
        try {
            if (state != from || !info.pausable()) {
                return;
            }
            state = to;
            perSecond = 0;
            speedSince = clock.instant();
            speedFrom = done;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        onChange.run();
    }

    /// True when this call ended the job, false when it had ended before (a cancel that came first).
    boolean finish(JobState last, Problem why) {
        lock.lock();
        try {
            if (state.isFinal()) {
                return false;
            }
            end(last, why);
        } finally {
            lock.unlock();
        }
        onChange.run();
        return true;
    }

    private void end(JobState last, Problem why) {
        state = last;
        problem = why;
        endedAt = clock.instant();
        changed.signalAll();
    }

    @Override
    public void detail(String text) {
        lock.lock();
        try {
            detail = text;
        } finally {
            lock.unlock();
        }
        onChange.run();
    }

    /// Of several pauses side by side the longest counts.
    @Override
    public void waits(Duration pause) {
        lock.lock();
        try {
            var until = clock.instant().plus(pause);
            waitsUntil = waitsUntil.isAfter(until) ? waitsUntil : until;
        } finally {
            lock.unlock();
        }
        onChange.run();
    }

    @Override
    public void outcome(String text) {
        detail(text);
    }

    @Override
    public void count(long nowDone, long ofTotal) {
        measure(JobStatus.Unit.ITEMS, nowDone, ofTotal);
    }

    @Override
    public void bytes(long nowDone, long ofTotal) {
        measure(JobStatus.Unit.BYTES, nowDone, ofTotal);
    }

    private void measure(JobStatus.Unit of, long nowDone, long ofTotal) {
        lock.lock();
        try {
            unit = of;
            done = nowDone;
            total = ofTotal;
            var passed = Duration.between(speedSince, clock.instant());
            if (passed.compareTo(SPEED_WINDOW.dividedBy(6)) >= 0) {
                double now = (done - speedFrom) * 1000.0 / passed.toMillis();
                double weight = Math.min(1, (double) passed.toMillis() / SPEED_WINDOW.toMillis());
                perSecond = perSecond == 0 ? now : perSecond * (1 - weight) + now * weight;
                speedSince = clock.instant();
                speedFrom = done;
            }
        } finally {
            lock.unlock();
        }
        onChange.run();
    }

    @Override
    public boolean cancelled() {
        lock.lock();
        try {
            return state == JobState.CANCELLED;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean paused() {
        lock.lock();
        try {
            return state == JobState.PAUSED;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void checkpoint() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (state == JobState.PAUSED) {
                changed.await();
            }
            if (state == JobState.CANCELLED) {
                throw new InterruptedException();
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Duration> pauseLeft() {
        var now = clock.instant();
        return state == JobState.RUNNING && waitsUntil.isAfter(now) ? Optional.of(Duration.between(now, waitsUntil)) : Optional.empty();
    }

    JobStatus status() {
        lock.lock();
        try {
            return new JobStatus(id, info, state, detail, unit, done, total, perSecond, startedAt,
                    Optional.ofNullable(endedAt), Optional.ofNullable(problem), pauseLeft());
        } finally {
            lock.unlock();
        }
    }
}
