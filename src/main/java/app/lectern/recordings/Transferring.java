package app.lectern.recordings;

import app.lectern.jobs.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/// What a running download tells, and how fast it has been over the last seconds.
final class Transferring implements Progress {
    private static final long WINDOW = Duration.ofSeconds(5).toNanos();

    private record At(long nanos, long bytes) {}

    private final ArrayDeque<At> course = new ArrayDeque<>();
    private volatile boolean stopped;
    private long done;
    private long total;

    void stop() {
        stopped = true;
    }

    @Override
    public void detail(String text) {}

    @Override
    public void count(long some, long all) {}

    @Override
    public void outcome(String text) {}

    @Override
    public synchronized void bytes(long some, long all) {
        done = some;
        total = all;
        long now = System.nanoTime();
        if (course.isEmpty() || now - course.getLast().nanos() > Duration.ofMillis(200).toNanos()) {
            course.add(new At(now, some));
        }
        while (course.size() > 1 && now - course.getFirst().nanos() > WINDOW) {
            course.removeFirst();
        }
    }

    synchronized long done() {
        return done;
    }

    synchronized long total() {
        return total;
    }

    synchronized long bytesPerSecond() {
        if (course.isEmpty()) {
            return 0;
        }
        long nanos = System.nanoTime() - course.getFirst().nanos();
        return nanos < Duration.ofMillis(100).toNanos() ? 0 : Math.max(0, (done - course.getFirst().bytes()) * 1_000_000_000L / nanos);
    }

    synchronized Optional<Duration> left() {
        long speed = bytesPerSecond();
        return speed == 0 || total == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds((total - done) / speed));
    }

    @Override
    public boolean cancelled() {
        return stopped || Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (cancelled()) {
            throw new InterruptedException();
        }
    }
}
