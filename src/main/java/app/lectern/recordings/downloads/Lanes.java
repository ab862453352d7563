package app.lectern.recordings.downloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Shares the connections among the files, in the order of the queue. A free connection takes as much of the first file that
/// has something left as makes all connections end at about the same time.
public final class Lanes {
    /// Smaller pieces would cost more in round trips than they even out.
    private static final long LEAST = 2L << 20;
    private static final long MOST = 8L << 20;
    /// How far connections may run ahead of the hash, which needs the bytes in their order: what is ahead when the last byte has come
    /// is still to be hashed, and that takes longer than asking once more.
    private static final long AHEAD = 128L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Transfer> waiting = new ArrayList<>();
    private final List<Transfer> active = new ArrayList<>();
    /// Hosts that asked to be left alone, until when.
    private final Map<String, Long> held = new HashMap<>();
    private final Throttle throttle;
    private volatile Limits limits;
    private int running;

    public Lanes(Limits limits) {
        this.limits = limits;
        this.throttle = new Throttle(() -> this.limits.bytesPerSecond());
    }

    public Limits limits() {
        return limits;
    }

    public void limits(Limits now) {
        limits = now;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        stir();
    }

    Throttle throttle() {
        return throttle;
    }

    /// Waits for a place among the files at once. Whoever is paused meanwhile is passed over.
    void enter(Transfer transfer) throws InterruptedException {
        lock.lock();
        try {
            waiting.add(transfer);
            while (active.size() >= limits.files() || waiting.getFirst() != transfer) {
                changed.await();
            }
            waiting.remove(transfer);
            active.add(transfer);
            changed.signalAll();
        } catch (InterruptedException cancelled) {
            waiting.remove(transfer);
            changed.signalAll();
            throw cancelled;
        } finally {
            lock.unlock();
        }
    }

    void leave(Transfer transfer) {
        lock.lock();
        try {
            active.remove(transfer);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        stir();
    }

    /// Puts a file that waits at the head of the queue.
    public boolean first(String identity) {
        lock.lock();
        try {
            for (var transfer : waiting) {
                if (transfer.identity().equals(identity)) {
                    waiting.remove(transfer);
                    waiting.addFirst(transfer);
                    changed.signalAll();
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Nobody asks this host before the time has passed.
    void hold(String host, long untilNanos) {
        lock.lock();
        try {
            held.merge(host, untilNanos, (one, other) -> one - other > 0 ? one : other);
        } finally {
            lock.unlock();
        }
    }

    /// Sets free connections to work.
    void stir() {
        lock.lock();
        try {
            for (var transfer : List.copyOf(active)) {
                while (running < limits.inAll() && transfer.lanes() < limits.perFile() && !isHeld(transfer.host())
                        && transfer.start(wanted())) {
                    running++;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    void ended() {
        lock.lock();
        try {
            running--;
        } finally {
            lock.unlock();
        }
        stir();
    }

    private boolean isHeld(String host) {
        var until = held.get(host);
        if (until == null || until - System.nanoTime() > 0) {
            return until != null;
        }
        held.remove(host);
        return false;
    }

    private long wanted() {
        long left = 0;
        for (var transfer : active) {
            left += transfer.left();
        }
        for (var transfer : waiting) {
            left += transfer.left();
        }
        int lanes = Math.min(limits.inAll(), Math.max(1, active.size() + waiting.size()) * limits.perFile());
        return Math.clamp(left / lanes, LEAST, Math.max(MOST, AHEAD / lanes));
    }
}
