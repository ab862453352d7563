package app.lectern.recordings;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Unexpected;
import app.lectern.recordings.downloads.Lanes;
import app.lectern.store.Store;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The downloads that somebody wants, in order, a few at once. The queue lies in the store: what a process leaves behind, however
/// it ended, the next one goes on with, and bytes that are here are not fetched again.
public final class DownloadQueue implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DownloadQueue.class.getName());
    /// So long a file waits at first after the network went, then twice as long each time up to the longest, and so often.
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int TRIES = 60;
    private static final Duration GLANCE = Duration.ofMillis(200);

    /// What the queue works with.
    ///
    /// @param person       who works here: the signed-in account, else the computer's user
    /// @param integrations finds an integration by its number
    public record Parts(Store store, Function<Integration, GraphSession> sessions, LongFunction<Optional<Integration>> integrations, KnownMeetings meetings,
            RecordingChoices choices, RecordingsTrail trail, Supplier<String> person, ZoneId zone, Clock clock) {}

    private final Parts with;
    private final DownloadsStore rows;
    private final DownloadWork work;
    private final Lanes lanes;
    private final Runner runner = Runner.current();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("download-", 1).factory());
    private final Map<Long, ActiveDownload> active = new ConcurrentHashMap<>();
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final Map<Long, Problem> problems = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean patient;
    private volatile boolean closed;

    /// A file that is tried again after the network came back.
    private record Waiting(Instant until, int tries) {}

    public DownloadQueue(Parts with) {
        this.with = with;
        this.rows = new DownloadsStore(with.store());
        this.work = new DownloadWork(with.sessions(), with.choices(), with.store(), new Passports(with.meetings()), with.zone());
        this.lanes = new Lanes(with.choices().limits());
    }

    /// Goes on with what earlier processes left, and from now on waits out a network that is away. For the window.
    public void goOn() {
        patient = true;
        rows.adopt(runner.name(), alive());
        pump();
    }

    /// The same without waiting for the store.
    public void goOnSoon() {
        threads.execute(this::goOn);
    }

    private Set<String> alive() {
        return rows.runners().stream().filter(Runner::isAlive).collect(Collectors.toSet());
    }

    /// Told after each change of the queue, on whichever thread made it; bytes that came are no change.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    public List<Long> add(Integration of, List<Long> recordings) {
        return add(of, recordings, Optional.empty());
    }

    /// Queues the recordings and begins; one that is queued already stays where it is. Returns the ids of the lines.
    public List<Long> add(Integration of, List<Long> recordings, Optional<Path> folder) {
        var ids = rows.add(of.id(), recordings, with.person().get(), runner.name(), folder.map(path -> path.toAbsolutePath().normalize().toString()).orElse(""),
                with.clock().instant());
        rows.own(ids, runner.name(), alive());
        pump();
        changed();
        return ids;
    }

    /// What is not at its end, in order.
    public List<QueuedDownload> lines() {
        return rows.open().stream().map(this::line).toList();
    }

    public List<QueuedDownload> lines(Integration of) {
        return rows.open().stream().filter(row -> row.integration() == of.id()).map(this::line).toList();
    }

    /// What ended since then, the latest first.
    public List<QueuedDownload> ended(Integration of, Instant since) {
        return rows.ended(of.id(), since, 200).stream().map(this::line).toList();
    }

    public Optional<QueuedDownload> line(long id) {
        return rows.find(id).map(this::line);
    }

    private QueuedDownload line(DownloadRecord row) {
        var at = active.get(row.id());
        var problem = Optional.ofNullable(problems.get(row.id())).or(() -> problem(row));
        if (at == null) {
            return new QueuedDownload(row, row.state() == DownloadState.DONE ? row.bytes() : 0, row.bytes(), 0, Optional.empty(), problem, row.state().isOpen());
        }
        var progress = at.progress();
        return new QueuedDownload(row, progress.done(), progress.total(), progress.bytesPerSecond(), progress.left(), problem, true);
    }

    private static Optional<Problem> problem(DownloadRecord row) {
        if (row.problem().isEmpty()) {
            return Optional.empty();
        }
        for (var code : Problem.Code.values()) {
            if (code.id().equals(row.problem())) {
                return Optional.of(Problem.of(code).with("item", row.name()).with("path", row.folder()));
            }
        }
        return Optional.empty();
    }

    /// Bytes per second of all together.
    public long speed() {
        return active.values().stream().mapToLong(one -> one.progress().bytesPerSecond()).sum();
    }

    /// Takes over limits that were changed in the settings.
    public void limitsChanged() {
        lanes.limits(with.choices().limits());
        pump();
    }

    /// Nothing begins until all are decided: the place of one that stops would go to another that is to rest as well.
    public void pause(Collection<Long> ids) {
        synchronized (active) {
            ids.forEach(id -> {
                if (!stop(id, DownloadState.PAUSED)) {
                    rows.move(id, EnumSet.of(DownloadState.QUEUED), DownloadState.PAUSED);
                }
            });
        }
        pump();
        changed();
    }

    public void resume(Collection<Long> ids) {
        rows.own(ids, runner.name(), alive());
        ids.forEach(id -> {
            waiting.remove(id);
            rows.move(id, EnumSet.of(DownloadState.PAUSED), DownloadState.QUEUED);
        });
        pump();
        changed();
    }

    /// Ends them for good; what has come of them is deleted.
    public void cancel(Collection<Long> ids) {
        synchronized (active) {
            ids.forEach(id -> {
                if (!stop(id, DownloadState.CANCELLED)) {
                    rows.find(id).filter(row -> row.state() == DownloadState.QUEUED || row.state() == DownloadState.PAUSED).ifPresent(this::cancelled);
                }
            });
        }
        pump();
        changed();
    }

    /// Queues again what failed or was cancelled, into the same folder; each try is a line of its own.
    public List<Long> retry(Collection<Long> ids) {
        var fresh = new ArrayList<Long>();
        for (var row : rows.find(ids)) {
            var folder = row.file().isEmpty() && !row.folder().isEmpty() ? Optional.of(Path.of(row.folder())) : Optional.<Path>empty();
            if (!row.state().isOpen()) {
                with.integrations().apply(row.integration()).ifPresent(of -> fresh.addAll(add(of, List.of(row.recording()), folder)));
            }
        }
        return fresh;
    }

    /// Puts lines at a place among all that are open, in the order given.
    public void move(List<Long> ids, int place) {
        var order = new ArrayList<>(rows.open().stream().map(DownloadRecord::id).filter(id -> !ids.contains(id)).toList());
        order.addAll(Math.clamp(place, 0, order.size()), ids);
        rows.reorder(order);
        changed();
    }

    private boolean stop(long id, DownloadState ending) {
        var at = active.get(id);
        return at != null && at.stop(ending);
    }

    private void pump() {
        synchronized (active) {
            if (closed) {
                return;
            }
            var now = with.clock().instant();
            var notYet = waiting.entrySet().stream().filter(one -> one.getValue().until().isAfter(now)).map(Map.Entry::getKey).collect(Collectors.toSet());
            for (var row : rows.take(runner.name(), lanes.limits().files() - active.size(), notYet)) {
                var at = new ActiveDownload();
                active.put(row.id(), at);
                threads.submit(() -> perform(row, at));
            }
        }
    }

    private void perform(DownloadRecord row, ActiveDownload at) {
        try {
            at.begin();
            var of = with.integrations().apply(row.integration())
                    .orElseThrow(() -> Problem.of(Problem.Code.INTEGRATION_UNKNOWN).with("item", Long.toString(row.integration())).raise());
            var result = work.run(of, row, lanes, at.progress());
            at.end(DownloadState.DONE);
            problems.remove(row.id());
            waiting.remove(row.id());
            rows.done(row, result, with.clock().instant());
            finished(of, rows.find(row.id()).orElseThrow());
        } catch (InterruptedException | CancellationException stopped) {
            stopped(row, at.end(DownloadState.QUEUED));
        } catch (RuntimeException failure) {
            broken(row, at, Unexpected.from(failure));
        } finally {
            active.remove(row.id());
            if (!closed) {
                pump();
                changed();
            }
        }
    }

    /// The file is here whatever becomes of its passport.
    private void finished(Integration of, DownloadRecord done) {
        try {
            work.passport(of, done);
        } catch (RuntimeException refused) {
            problems.put(done.id(), Unexpected.from(refused));
        }
        with.trail().downloaded(of, done);
    }

    private void stopped(DownloadRecord row, DownloadState ending) {
        if (ending == DownloadState.CANCELLED) {
            cancelled(rows.find(row.id()).orElse(row));
        } else {
            rows.move(row.id(), EnumSet.of(DownloadState.RUNNING), ending == DownloadState.PAUSED ? DownloadState.PAUSED : DownloadState.QUEUED);
        }
    }

    private void cancelled(DownloadRecord row) {
        rows.ended(row, DownloadState.CANCELLED, "", LocalState.NONE, with.clock().instant());
        try {
            work.forget(row);
        } catch (RuntimeException kept) {
            problems.put(row.id(), Unexpected.from(kept));
        }
    }

    /// A connection that breaks because somebody stops the download has not failed.
    private void broken(DownloadRecord row, ActiveDownload at, Problem problem) {
        boolean again;
        DownloadState ending;
        synchronized (active) {
            ending = at.end(DownloadState.FAILED);
            again = ending == DownloadState.FAILED && isTriedAgain(row, problem);
        }
        if (ending != DownloadState.FAILED) {
            stopped(row, ending);
        } else if (!again) {
            failed(row, problem);
        }
    }

    /// When the network went, it comes back.
    private boolean isTriedAgain(DownloadRecord row, Problem problem) {
        int tries = Optional.ofNullable(waiting.get(row.id())).map(Waiting::tries).orElse(0);
        if (!patient || problem.code().exit() != ExitStatus.NETWORK || tries >= TRIES) {
            return false;
        }
        var pause = pause(tries);
        problems.put(row.id(), problem);
        waiting.put(row.id(), new Waiting(with.clock().instant().plus(pause), tries + 1));
        rows.move(row.id(), EnumSet.of(DownloadState.RUNNING), DownloadState.QUEUED);
        CompletableFuture.delayedExecutor(pause.toMillis() + 100, TimeUnit.MILLISECONDS, threads).execute(this::pump);
        return true;
    }

    private static Duration pause(int tries) {
        var pause = SOON.multipliedBy(1L << Math.min(tries, 10));
        return pause.compareTo(AGAIN) < 0 ? pause : AGAIN;
    }

    private void failed(DownloadRecord row, Problem problem) {
        problems.put(row.id(), problem);
        waiting.remove(row.id());
        rows.ended(row, DownloadState.FAILED, problem.code().id(), problem.code() == Problem.Code.DOWNLOAD_DAMAGED ? LocalState.DAMAGED : LocalState.FAILED,
                with.clock().instant());
        with.integrations().apply(row.integration()).ifPresent(of -> new RecordingsStore(with.store()).find(row.recording())
                .ifPresent(recording -> with.trail().failed(of, recording, problem)));
    }

    /// Waits until all of these have ended, or are paused or at work elsewhere, and hands on how far they are.
    public List<QueuedDownload> await(List<Long> ids, Progress progress) throws InterruptedException {
        while (true) {
            progress.checkpoint();
            var all = new HashMap<Long, QueuedDownload>();
            rows.find(ids).forEach(row -> all.put(row.id(), line(row)));
            long open = all.values().stream().filter(one -> isMine(one.row())).count();
            progress.bytes(all.values().stream().mapToLong(QueuedDownload::done).sum(), all.values().stream().mapToLong(QueuedDownload::total).sum());
            if (open == 0) {
                return ids.stream().distinct().filter(all::containsKey).map(all::get).toList();
            }
            Thread.sleep(GLANCE);
        }
    }

    private boolean isMine(DownloadRecord row) {
        return active.containsKey(row.id()) || row.state() == DownloadState.QUEUED && rows.owner(row.id()).equals(runner.name());
    }

    /// Stops what runs; the next start goes on with it.
    @Override
    public void close() {
        synchronized (active) {
            closed = true;
        }
        active.values().forEach(one -> one.stop(DownloadState.QUEUED));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        try {
            rows.release(runner.name());
        } catch (ProblemException unreachable) {
            // what is still marked as this process's is taken over by the next one that looks
            LOG.log(Level.WARNING, "the queue could not be given back: {0}", unreachable.getMessage());
        }
    }
}
