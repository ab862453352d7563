package app.lectern.recordings.downloads;

import app.lectern.graph.Fetched;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.recordings.downloads.FileSource.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The connections at work on one file. What a connection cannot settle by itself (another address, another version, no
/// more tries) it leaves here for [FileDownload], which waits for it.
final class Transfer {
    /// First try and three more without a single block between them.
    private static final int TRIES = 4;
    private static final int WAITS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /// What the coordinator has to do next.
    enum Need { NOTHING, ADDRESS, VERSION, GIVE_UP }

    private final String identity;
    private final FileSource source;
    private final Lanes all;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Fetched> open = new HashSet<>();
    private final AtomicLong received = new AtomicLong();
    private final long expected;

    private volatile PartFile part;
    private volatile Location location;
    private volatile boolean stopped = true;
    private volatile int lanes;
    private String tag = "";
    private boolean answered;
    private boolean single;
    private Need need = Need.NOTHING;
    private Problem problem;
    private int strikes;
    private long notBefore = System.nanoTime();

    /// @param expected how many bytes it will probably be, for sharing the connections before that is known
    Transfer(String identity, FileSource source, long expected, Lanes all) {
        this.identity = identity;
        this.source = source;
        this.expected = expected;
        this.all = all;
    }

    String identity() {
        return identity;
    }

    int lanes() {
        return lanes;
    }

    long left() {
        var now = part;
        return now == null ? expected : now.left();
    }

    long received() {
        return received.get();
    }

    String host() {
        var now = location;
        return now == null ? "" : String.valueOf(now.address().getHost());
    }

    void begin(PartFile into, Location at) {
        lock.lock();
        try {
            part = into;
            moveTo(at);
            tag = "";
            answered = false;
            single = false;
            stopped = false;
        } finally {
            lock.unlock();
        }
    }

    /// The same content under a fresh address.
    void moveTo(Location at) {
        lock.lock();
        try {
            location = at;
            need = Need.NOTHING;
        } finally {
            lock.unlock();
        }
    }

    /// Puts a free connection to work; false when there is nothing for it now.
    boolean start(long bytes) {
        lock.lock();
        try {
            boolean alone = !answered || single;
            if (stopped || need != Need.NOTHING || alone && lanes > 0 || notBefore - System.nanoTime() > 0) {
                return false;
            }
            int blocks = single ? Integer.MAX_VALUE / 2 : (int) (bytes / PartFile.BLOCK);
            var piece = part.pieces().take(blocks);
            if (piece.isEmpty()) {
                return false;
            }
            lanes++;
            var into = part;
            Thread.ofVirtual().name("range-" + identity).start(() -> run(into, piece.get()));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void run(PartFile into, Pieces.Piece piece) {
        boolean[] progressed = {false};
        try {
            fetch(into, piece, progressed);
        } catch (ProblemException refused) {
            refused(refused.problem(), progressed[0]);
        } catch (CancellationException stoppedHere) {
            // whoever stopped it knows
        } catch (RuntimeException | Error unexpected) {
            need(Need.GIVE_UP, app.lectern.problems.Unexpected.from(unexpected));
        } finally {
            into.pieces().giveBack(piece);
            lock.lock();
            try {
                lanes--;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            all.ended();
        }
    }

    private void fetch(PartFile into, Pieces.Piece piece, boolean[] progressed) {
        var at = location;
        try (var got = source.fetch(at.address(), into.offset(piece.from()), into.offset(piece.until()), tag(), all.limits().patience())) {
            try {
                if (opened(got)) {
                    take(got, into, piece, progressed);
                }
            } finally {
                closed(got);
            }
        }
    }

    private void take(Fetched got, PartFile into, Pieces.Piece piece, boolean[] progressed) {
        switch (got) {
            case Fetched.Part some when fits(some.total(), some.etag()) -> {
                settled(some.etag());
                copy(into, some.bytes(), piece.from(), piece.until(), progressed);
            }
            case Fetched.Whole everything when fits(everything.length(), everything.etag()) -> {
                if (alone(piece, into)) {
                    copy(into, everything.bytes(), 0, into.pieces().count(), progressed);
                }
            }
            case Fetched.Later later -> later(later, host());
            default -> need(Need.VERSION, Problem.of(Problem.Code.DOWNLOAD_CHANGED));
        }
    }

    private String tag() {
        lock.lock();
        try {
            return tag;
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(long size, String etag) {
        var known = tag();
        return (size < 0 || size == location.size()) && (known.isEmpty() || etag.isEmpty() || known.equals(etag));
    }

    /// The host gives ranges, so others may help.
    private void settled(String etag) {
        lock.lock();
        try {
            tag = etag;
            single = false;
            boolean news = !answered;
            answered = true;
            if (!news) {
                return;
            }
        } finally {
            lock.unlock();
        }
        all.stir();
    }

    /// The host sends everything whatever is asked for: one connection, from the start to the end.
    private boolean alone(Pieces.Piece piece, PartFile into) {
        lock.lock();
        try {
            single = true;
            answered = true;
            return lanes == 1 && piece.until() == into.pieces().count();
        } finally {
            lock.unlock();
        }
    }

    private void copy(PartFile into, InputStream bytes, int from, int until, boolean[] progressed) {
        var buffer = new byte[PartFile.BLOCK];
        for (int block = from; block < until && !stopped; block++) {
            int length = into.length(block);
            int got;
            try {
                all.throttle().pass(length);
                got = bytes.readNBytes(buffer, 0, length);
            } catch (InterruptedException cancelled) {
                throw new CancellationException();
            } catch (IOException broken) {
                throw source.raised(broken);
            }
            received.addAndGet(got);
            if (got < length) {
                throw Problem.of(Problem.Code.CONNECTION_LOST).with("host", host()).raise();
            }
            if (!into.pieces().isDone(block)) {
                write(into, block, buffer);
                progressed[0] = true;
            }
        }
    }

    private void write(PartFile into, int block, byte[] buffer) {
        try {
            into.write(block, buffer);
        } catch (IOException refused) {
            if (!stopped) {
                need(Need.GIVE_UP, Disk.refused(into.path(), refused).problem());
            }
            throw new CancellationException();
        }
        lock.lock();
        try {
            strikes = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void later(Fetched.Later later, String host) {
        lock.lock();
        try {
            strikes++;
            var wait = later.pause().orElseGet(() -> backOff(strikes));
            if (strikes > WAITS || wait.compareTo(LONGEST_WAIT) > 0) {
                need(Need.GIVE_UP, later.problem());
                return;
            }
            notBefore = System.nanoTime() + wait.toNanos();
        } finally {
            lock.unlock();
        }
        all.hold(host, notBefore);
    }

    private void refused(Problem why, boolean progressed) {
        if (stopped) {
            return;
        }
        if (why.code() == Problem.Code.DOWNLOAD_LINK_EXPIRED) {
            need(Need.ADDRESS, why);
            return;
        }
        lock.lock();
        try {
            // connections that break together count once
            if (progressed || notBefore - System.nanoTime() > 0) {
                return;
            }
            strikes++;
            if (strikes >= TRIES || !mayPass(why.code())) {
                need(Need.GIVE_UP, why);
            } else {
                notBefore = System.nanoTime() + backOff(strikes).toNanos();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The same certificate, proxy or name would be met again.
    private static boolean mayPass(Problem.Code code) {
        return switch (code) {
            case CONNECTION_LOST, CONNECTION_REFUSED, TIMED_OUT, HOST_UNKNOWN, SERVICE_DOWN, THROTTLED, ANSWER_UNREADABLE -> true;
            default -> false;
        };
    }

    private static Duration backOff(int tried) {
        return Duration.ofSeconds(1L << Math.min(tried - 1, 5));
    }

    private void need(Need what, Problem why) {
        lock.lock();
        try {
            // giving up for a good reason is not undone by a connection that wants a new address
            if (need != Need.GIVE_UP) {
                need = what;
                problem = why;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Need need() {
        lock.lock();
        try {
            return need;
        } finally {
            lock.unlock();
        }
    }

    Problem problem() {
        lock.lock();
        try {
            return problem;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something happened, or for a moment.
    void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            if (need == Need.NOTHING) {
                changed.awaitNanos(atMost.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean opened(Fetched got) {
        lock.lock();
        try {
            if (stopped) {
                return false;
            }
            open.add(got);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void closed(Fetched got) {
        lock.lock();
        try {
            open.remove(got);
        } finally {
            lock.unlock();
        }
    }

    /// Ends all connections and waits until the last has let go of the file.
    void stop() {
        lock.lock();
        try {
            stopped = true;
            open.forEach(Fetched::cut);
            open.clear();
            while (lanes > 0) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
