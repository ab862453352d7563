package app.lectern.integrations;

import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.waiting.WaitingList;
import app.lectern.jobs.Progress;
import app.lectern.problems.Unexpected;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// While Lectern is open: looks at what is waited for when its time has come, at each integration every six hours, and
/// warns before secrets and certificates end.
public final class IntegrationWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(IntegrationWatch.class.getName());

    private final WaitingList waiting;
    private final HealthChecks checks;
    private final ExpiryWarnings warnings;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("integration-watch").factory());

    public IntegrationWatch(WaitingList waiting, HealthChecks checks, ExpiryWarnings warnings) {
        this.warnings = warnings;
        this.waiting = waiting;
        this.checks = checks;
    }

    /// @param pause between two moments at which it asks whether something is due
    public void start(Duration pause) {
        timer.scheduleWithFixedDelay(this::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A failure must not end the timer; what a look finds is kept with what was looked at.
    private void round() {
        try {
            waiting.lookDue();
            checks.runDue(Progress.NONE);
            warnings.announce();
        } catch (InterruptedException | CancellationException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "a look at the integrations failed: {0}", Unexpected.from(failure).code());
        }
    }

    /// Waits a moment for a look under way, which would find the store closed otherwise.
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
