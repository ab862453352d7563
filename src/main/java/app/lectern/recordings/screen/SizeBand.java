package app.lectern.recordings.screen;

import java.util.OptionalLong;

/// The sizes by which the list is narrowed.
public enum SizeBand {
    ANY(0, Long.MAX_VALUE), UNDER_10_MB(0, 10_000_000), UNDER_100_MB(10_000_000, 100_000_000), UNDER_1_GB(100_000_000, 1_000_000_000),
    OVER_1_GB(1_000_000_000, Long.MAX_VALUE);

    private final long from;
    private final long until;

    SizeBand(long from, long until) {
        this.from = from;
        this.until = until;
    }

    OptionalLong from() {
        return from == 0 ? OptionalLong.empty() : OptionalLong.of(from);
    }

    OptionalLong until() {
        return until == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(until);
    }
}
