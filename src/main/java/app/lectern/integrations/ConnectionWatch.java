package app.lectern.integrations;

import app.lectern.graph.Reach;
import app.lectern.problems.ProblemException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// While Lectern is open: when a call found no way to Microsoft, finds out whether there is none, and tries again until there is.
public final class ConnectionWatch implements AutoCloseable {
    /// Short enough that nobody has to press anything, long enough to be nothing to a laptop without a network.
    public static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Logger LOG = System.getLogger(ConnectionWatch.class.getName());

    /// @param host  to which there is no way
    /// @param since when that was found
    /// @param next  when it is tried again, empty while it is tried
    public record Loss(String host, Instant since, Optional<Instant> next) {}

    private record Trying(Thread thread, Semaphore now) {}

    private final Integrations integrations;
    private final IntegrationAccess access;
    private final Reach reach;
    private final Clock clock;
    private final Duration pause;
    private final Map<String, Loss> losses = new ConcurrentHashMap<>();
    private final Map<String, Trying> trying = new ConcurrentHashMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public ConnectionWatch(Integrations integrations, IntegrationAccess access, Reach reach, Clock clock, Duration pause) {
        this.integrations = integrations;
        this.access = access;
        this.reach = reach;
        this.clock = clock;
        this.pause = pause;
    }

    /// @param told of an integration's key whenever its connection is lost, tried again or back, in the background
    public void start(Consumer<String> told) {
        watchers.add(told);
        if (watchers.size() == 1) {
            reach.watch(this::changed);
        }
    }

    public Optional<Loss> loss(String key) {
        return Optional.ofNullable(losses.get(key));
    }

    /// Not to wait for the next try.
    public void tryNow(String key) {
        Optional.ofNullable(trying.get(key)).ifPresent(each -> each.now().release());
    }

    /// Some call's answer is as good as a try's.
    private void changed(String key) {
        if (reach.doubt(key).isEmpty()) {
            tryNow(key);
        } else if (!closed) {
            trying.computeIfAbsent(key, this::begin);
        }
    }

    private Trying begin(String key) {
        var now = new Semaphore(0);
        return new Trying(Thread.ofVirtual().name("connection-" + key).start(() -> untilReached(key, now)), now);
    }

    private void untilReached(String key, Semaphore now) {
        try {
            while (!closed && isLost(key)) {
                stand(key, Optional.of(clock.instant().plus(pause)));
                now.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                now.drainPermits();
                stand(key, Optional.empty());
            }
        } catch (InterruptedException | CancellationException closing) {
            Thread.currentThread().interrupt();
        } finally {
            trying.remove(key);
            if (losses.remove(key) != null) {
                tell(key);
            }
        }
    }

    /// An integration that cannot be opened at all, or is gone, is no matter of the network.
    private boolean isLost(String key) {
        try {
            var of = integrations.list().stream().filter(each -> each.key().equals(key)).findFirst();
            return reach.doubt(key).isPresent() && of.isPresent() && !access.session(of.get()).canBeReached();
        } catch (ProblemException unusable) {
            LOG.log(Level.INFO, "whether {0} can be reached could not be tried: {1}", key, unusable.problem().code());
            return false;
        }
    }

    private void stand(String key, Optional<Instant> next) {
        losses.compute(key, (same, before) -> new Loss(reach.doubt(key).orElse(""), before == null ? clock.instant() : before.since(), next));
        tell(key);
    }

    private void tell(String key) {
        if (!closed) {
            watchers.forEach(told -> told.accept(key));
        }
    }

    @Override
    public void close() {
        closed = true;
        trying.values().forEach(each -> each.thread().interrupt());
    }
}
