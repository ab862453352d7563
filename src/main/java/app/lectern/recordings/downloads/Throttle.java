package app.lectern.recordings.downloads;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Spreads what all connections read over time, so that together they stay below the bandwidth.
final class Throttle {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final LongSupplier bytesPerSecond;
    private long due = Long.MIN_VALUE;

    Throttle(LongSupplier bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /// Waits until so many bytes may be read.
    void pass(int bytes) throws InterruptedException {
        long rate = bytesPerSecond.getAsLong();
        if (rate <= 0) {
            return;
        }
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            due = Math.max(due, now) + bytes * SECOND / rate;
            wait = due - now;
        }
        Thread.sleep(Duration.ofNanos(wait));
    }
}
