package app.lectern.sync.schedule;

import app.lectern.integrations.Integration;
import app.lectern.problems.Unexpected;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// While the window is open: asks again and again whether a sync is due, and has it started. Time that passed while the computer
/// slept makes it due at once.
public final class SyncWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SyncWatch.class.getName());

    /// A tenant that was just connected, or a computer that was just opened, need not wait for a whole round.
    private static final Duration FIRST = Duration.ofSeconds(3);

    private final SyncTimes times;
    private final Supplier<List<Integration>> integrations;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sync-watch").factory());

    public SyncWatch(SyncTimes times, Supplier<List<Integration>> integrations) {
        this.times = times;
        this.integrations = integrations;
    }

    /// @param due told on the watch's own thread
    public void start(Duration pause, Consumer<Integration> due) {
        timer.scheduleWithFixedDelay(() -> round(due), FIRST.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A failure must not end the timer.
    private void round(Consumer<Integration> due) {
        try {
            integrations.get().stream().filter(each -> times.decide(each).answer() == SyncTimes.Answer.NOW).forEach(due);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "it could not be seen whether a sync is due: {0}", Unexpected.from(failure).code());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
