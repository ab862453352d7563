package app.lectern.jobs;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Unexpected;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The runner of the living program: one virtual thread per job, answers through the executor it was given (the FX
/// thread in the window), and a list of the jobs that the task strip shows.
public final class Jobs implements TaskRunner, AutoCloseable {
    private static final Logger LOG = System.getLogger(Jobs.class.getName());

    private final Executor answers;
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicBoolean changePending = new AtomicBoolean();
    private final Map<Long, Entry> shown = new LinkedHashMap<>();
    private final Map<Long, RunningJob> running = new LinkedHashMap<>();
    private final List<Consumer<List<JobStatus>>> watchers = new CopyOnWriteArrayList<>();

    private boolean closed;

    private record Entry(RunningJob job, Runnable restart) {}

    public Jobs(Executor answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public <T> Job start(JobInfo info, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        var job = new RunningJob(ids.incrementAndGet(), info, clock, info.shown() ? this::changed : () -> {});
        synchronized (shown) {
            if (closed) {
                return Job.NONE;
            }
            running.put(job.status().id(), job);
            if (info.shown()) {
                shown.put(job.status().id(), new Entry(job, () -> start(info, work, done, failed)));
            }
        }
        var thread = Thread.ofVirtual().name("job-" + job.status().id()).unstarted(() -> run(job, work, done, failed));
        job.runsOn(thread);
        thread.start();
        if (info.shown()) {
            changed();
        }
        return job;
    }

    private <T> void run(RunningJob job, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        try {
            var result = work.run(job);
            answer(job, JobState.DONE, null, () -> done.accept(result));
        } catch (InterruptedException | CancellationException cancelled) {
            job.cancel();
        } catch (Throwable failure) {
            if (!job.cancelled()) {
                log(job, failure);
                var problem = Unexpected.from(failure);
                answer(job, JobState.FAILED, problem, () -> failed.accept(problem));
            }
        } finally {
            synchronized (shown) {
                running.remove(job.status().id());
            }
        }
    }

    /// Whether the job was cancelled is decided on the thread that answers: a cancel pressed there a moment ago
    /// must not be followed by a result.
    private void answer(RunningJob job, JobState last, Problem problem, Runnable callback) {
        answers.execute(() -> {
            if (job.finish(last, problem)) {
                callback.run();
            }
        });
    }

    private static void log(RunningJob job, Throwable failure) {
        if (failure instanceof ProblemException known) {
            LOG.log(Level.INFO, "job {0} ended with {1}", job.status().id(), known.getMessage());
        } else {
            LOG.log(Level.ERROR, "job " + job.status().id() + " failed", failure);
        }
    }

    /// Calls `watcher` through the answering executor with the shown jobs, now and after every change.
    /// Changes that come faster than they can be shown are folded into one call.
    public void watch(Consumer<List<JobStatus>> watcher) {
        watchers.add(watcher);
        changed();
    }

    private void changed() {
        if (changePending.compareAndSet(false, true)) {
            answers.execute(() -> {
                changePending.set(false);
                var now = list();
                watchers.forEach(watcher -> watcher.accept(now));
            });
        }
    }

    /// The shown jobs in the order in which they were started.
    public List<JobStatus> list() {
        synchronized (shown) {
            return shown.values().stream().map(entry -> entry.job().status()).toList();
        }
    }

    /// Whether anything runs, shown or not.
    public boolean atWork() {
        synchronized (shown) {
            return !running.isEmpty();
        }
    }

    public void cancel(long id) {
        find(id).ifPresent(entry -> entry.job().cancel());
    }

    public void pause(long id) {
        find(id).ifPresent(entry -> entry.job().pause());
    }

    public void resume(long id) {
        find(id).ifPresent(entry -> entry.job().resume());
    }

    public void pauseAll() {
        entries().forEach(entry -> entry.job().pause());
    }

    public void resumeAll() {
        entries().forEach(entry -> entry.job().resume());
    }

    /// Starts an ended job again; its old line goes.
    public void restart(long id) {
        findEnded(id).ifPresent(entry -> {
            remove(id);
            entry.restart().run();
        });
    }

    /// Takes an ended job off the list.
    public void dismiss(long id) {
        findEnded(id).ifPresent(entry -> {
            remove(id);
            changed();
        });
    }

    public void dismissFinished() {
        synchronized (shown) {
            shown.values().removeIf(entry -> entry.job().status().state().isFinal());
        }
        changed();
    }

    private void remove(long id) {
        synchronized (shown) {
            shown.remove(id);
        }
    }

    private Optional<Entry> find(long id) {
        synchronized (shown) {
            return Optional.ofNullable(shown.get(id));
        }
    }

    private Optional<Entry> findEnded(long id) {
        return find(id).filter(entry -> entry.job().status().state().isFinal());
    }

    private List<Entry> entries() {
        synchronized (shown) {
            return List.copyOf(shown.values());
        }
    }

    /// Cancels everything that still runs.
    @Override
    public void close() {
        List<RunningJob> left;
        synchronized (shown) {
            closed = true;
            left = new ArrayList<>(running.values());
        }
        left.forEach(RunningJob::cancel);
    }
}
