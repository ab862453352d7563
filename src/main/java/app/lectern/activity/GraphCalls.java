package app.lectern.activity;

import app.lectern.graph.CallEntry;
import app.lectern.graph.CallLog;
import app.lectern.jobs.Progress;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Keeps every call to Entra and Graph. Noting one costs the caller a place in a queue; a thread of its own writes them
/// down in batches, so that thousands of calls do not mean thousands of commits.
public final class GraphCalls implements CallLog, LogSource<RecordedCall>, AutoCloseable {
    private static final Logger LOG = System.getLogger(GraphCalls.class.getName());
    private static final int CALLS_OF_ONE_ENTRY = 20;
    private static final int BATCH = 500;
    private static final int LATENCIES = 20;
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    /// Marks in the queue up to where a waiting flush has been written.
    private sealed interface Item {
        record Call(RecordedCall call) implements Item {}

        record Mark(CountDownLatch reached) implements Item {}

        record End() implements Item {}
    }

    private final GraphCallsStore store;
    private final LogPages<RecordedCall> pages;
    private final Clock clock;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(20_000);
    private final AtomicLong lost = new AtomicLong();
    private final AtomicReference<Consumer<Duration>> watcher = new AtomicReference<>(latency -> {});
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.EPOCH);
    private final Deque<Duration> latencies = new ArrayDeque<>();
    private final Thread writer;
    private volatile boolean closed;

    public GraphCalls(Store store, Clock clock) {
        this.store = new GraphCallsStore(store);
        this.pages = new LogPages<>(this.store, GraphCalls::shown);
        this.clock = clock;
        this.writer = Thread.ofVirtual().name("call-log").start(this::writeDown);
    }

    @Override
    public void record(CallEntry entry) {
        var call = new RecordedCall(0, entry.connection(), entry.at(), entry.took(), entry.purpose(), entry.method(), entry.host(),
                entry.path(), entry.status(), entry.fault(),
                entry.attempts().stream()
                        .map(one -> new RecordedCall.Attempt(one.at(), one.status(), one.fault(), one.waited(), one.reason()))
                        .toList(),
                entry.requestId(), entry.clientRequestId(), entry.bytes());
        if (entry.status() > 0 && entry.attempts().size() == 1) {
            noteLatency(entry.took());
        }
        if (closed || !queue.offer(new Item.Call(call))) {
            // The log must never hold up the work it is about.
            lost.incrementAndGet();
        }
    }

    private static String shown(RecordedCall call) {
        return String.join(" ", call.method(), call.path(), call.host(), Integer.toString(call.status()), call.fault(), call.purpose());
    }

    private void noteLatency(Duration took) {
        synchronized (latencies) {
            latencies.addLast(took);
            if (latencies.size() > LATENCIES) {
                latencies.removeFirst();
            }
        }
        var now = clock.instant();
        var before = told.get();
        if (now.isAfter(before.plus(TELL_EVERY)) && told.compareAndSet(before, now)) {
            latency().ifPresent(watcher.get());
        }
    }

    /// Tells the present latency after calls, at most once a second, on the thread that made the call.
    public void watchLatency(Consumer<Duration> told) {
        watcher.set(told);
    }

    /// The median of the latest calls that needed one attempt.
    public Optional<Duration> latency() {
        synchronized (latencies) {
            var sorted = latencies.stream().sorted().toList();
            return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
        }
    }

    /// The newest calls, newest first, including those noted a moment ago.
    public List<RecordedCall> newest(int limit) {
        flush();
        return store.window(LogFilter.ALL, Optional.empty(), limit);
    }

    @Override
    public LogPage<RecordedCall> page(LogFilter filter, Optional<LogCursor> after, Progress progress) throws InterruptedException {
        return pages.page(filter, after, progress);
    }

    @Override
    public long count(LogFilter filter, long limit) {
        return store.count(filter, limit);
    }

    @Override
    public long mark() {
        return store.mark();
    }

    /// The calls that an audit entry stands for: those of its purpose while it was done, else the one with its request id.
    public List<RecordedCall> of(AuditEntry entry) {
        var note = entry.note();
        if (!note.purpose().isEmpty() && note.began().isPresent()) {
            return store.during(note.purpose(), note.began().get(), entry.at(), CALLS_OF_ONE_ENTRY);
        }
        return note.requestId().isEmpty() ? List.of() : store.byRequest(RequestIds.in(note.requestId()), CALLS_OF_ONE_ENTRY);
    }

    public long countOf(String integration) {
        flush();
        return store.countOf(integration);
    }

    /// An integration that is deleted takes its calls with it.
    public void forgetOf(String integration) {
        flush();
        store.forgetOf(integration);
    }

    /// Takes away what is older than this; says how many rows went.
    public int forgetOlderThan(Duration age) {
        return store.removeBefore(clock.instant().minus(age));
    }

    /// Returns once everything noted before is written.
    public void flush() {
        if (closed) {
            return;
        }
        var reached = new CountDownLatch(1);
        try {
            queue.put(new Item.Mark(reached));
            if (!reached.await(10, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "the call log is still being written");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeDown() {
        var items = new ArrayList<Item>();
        try {
            while (items.stream().noneMatch(Item.End.class::isInstance)) {
                items.clear();
                items.add(queue.take());
                queue.drainTo(items, BATCH - 1);
                write(items);
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Item> items) {
        var calls = new ArrayList<RecordedCall>();
        for (var item : items) {
            if (item instanceof Item.Call(var call)) {
                calls.add(call);
            }
        }
        try {
            if (!calls.isEmpty()) {
                store.add(calls);
            }
        } catch (ProblemException | IllegalStateException unwritable) {
            lost.addAndGet(calls.size());
            LOG.log(Level.WARNING, "{0} calls could not be noted: {1}", calls.size(), unwritable.getMessage());
        }
        for (var item : items) {
            if (item instanceof Item.Mark(var reached)) {
                reached.countDown();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            // an end in the queue, not an interrupt, which could meet the store in the middle of a write
            queue.put(new Item.End());
            writer.join(CLOSING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (lost.get() > 0) {
            LOG.log(Level.WARNING, "{0} calls are missing from the log", lost.get());
        }
    }
}
