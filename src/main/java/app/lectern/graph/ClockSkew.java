package app.lectern.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Compares this computer's clock with the `Date` of the answers. Tokens and signed requests carry times, so a clock
/// that is five minutes off makes Entra and Graph refuse what is otherwise right.
public final class ClockSkew {
    static final Duration TOLERATED = Duration.ofMinutes(5);

    private final Clock clock;
    private final AtomicReference<Duration> last = new AtomicReference<>(Duration.ZERO);

    ClockSkew(Clock clock) {
        this.clock = clock;
    }

    void observe(Instant server) {
        if (server != null) {
            last.set(Duration.between(server, clock.instant()));
        }
    }

    /// Positive when this computer is ahead.
    public Duration last() {
        return last.get();
    }

    /// How far the clock is off, when that is more than can be tolerated.
    public Optional<Duration> tooMuch() {
        var skew = last.get().abs();
        return skew.compareTo(TOLERATED) > 0 ? Optional.of(skew) : Optional.empty();
    }
}
