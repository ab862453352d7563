package app.lectern.attendance;

import java.time.Duration;
import java.time.Instant;

/// One time of being in a meeting on one device. An end before the beginning, as clocks produce it, is a stay of no length.
public record Stay(Instant joined, Instant left) {
    public Stay {
        if (left.isBefore(joined)) {
            left = joined;
        }
    }

    public Duration length() {
        return Duration.between(joined, left);
    }
}
