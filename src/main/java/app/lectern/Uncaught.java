package app.lectern;

import app.lectern.problems.Problem;
import app.lectern.problems.Unexpected;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// What no code caught does not vanish on a console that nobody sees: it goes into the log and is told in the window. A fault that
/// comes with every frame is told now and then.
final class Uncaught implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = System.getLogger(Uncaught.class.getName());
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final Consumer<Problem> tell;
    private final InstantSource clock;
    private Optional<Instant> toldAt = Optional.empty();

    /// @param tell shows it; called from whichever thread failed
    Uncaught(Consumer<Problem> tell, InstantSource clock) {
        this.tell = tell;
        this.clock = clock;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.log(Level.ERROR, "not caught in " + thread.getName(), thrown);
        if (isDue()) {
            tell.accept(Unexpected.from(thrown));
        }
    }

    private synchronized boolean isDue() {
        var now = clock.instant();
        if (toldAt.isPresent() && now.isBefore(toldAt.get().plus(QUIET))) {
            return false;
        }
        toldAt = Optional.of(now);
        return true;
    }
}
