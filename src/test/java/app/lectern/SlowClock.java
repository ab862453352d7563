package app.lectern;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// A clock by which each look at it takes its time, so that a school of some hundred people takes as long as one of thousands.
final class SlowClock extends Clock {
    private final Instant start;
    private final AtomicLong passed = new AtomicLong();
    private volatile long pace;

    SlowClock(Instant start) {
        this.start = start;
    }

    /// From now on each look takes so long.
    void pace(Duration each) {
        pace = each.toMillis();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("works in UTC");
    }

    @Override
    public Instant instant() {
        return start.plusMillis(passed.addAndGet(pace));
    }
}
