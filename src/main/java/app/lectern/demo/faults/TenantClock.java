package app.lectern.demo.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// The clock of the tenant's servers: the given clock, or that clock set wrong by some amount.
public final class TenantClock extends Clock {

    private final Clock right;
    private volatile Duration offset = Duration.ZERO;

    public TenantClock(Clock right) {
        this.right = right;
    }

    void skew(Duration by) {
        offset = by;
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = this::instant;
        return source.withZone(zone);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(offset);
    }
}
