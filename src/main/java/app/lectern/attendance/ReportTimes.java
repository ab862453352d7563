package app.lectern.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When Microsoft has the report ready, and when it takes it away: usually within an hour of the meeting's end, at times hours
/// later, and after a year no more.
public final class ReportTimes {
    public static final Duration USUALLY_FROM = Duration.ofMinutes(30);
    public static final Duration USUALLY_BY = Duration.ofMinutes(60);
    public static final Duration LATEST = Duration.ofHours(24);
    public static final Duration KEPT = Duration.ofDays(365);
    /// How long before a loss it is warned of.
    public static final Duration WARNED = Duration.ofDays(30);
    static final Duration FIRST_LOOK = Duration.ofMinutes(10);
    private static final List<Duration> LOOKS = List.of(FIRST_LOOK, Duration.ofMinutes(20), USUALLY_FROM, Duration.ofMinutes(45),
            USUALLY_BY, Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(16), LATEST);

    private ReportTimes() {}

    /// The next moment at which asking is worth it.
    static Instant nextLook(Instant end, Instant now) {
        return LOOKS.stream().map(end::plus).filter(moment -> moment.isAfter(now)).findFirst().orElse(now.plus(LATEST));
    }

    static boolean mayStillCome(Instant end, Instant now) {
        return now.isBefore(end.plus(LATEST));
    }

    static boolean isGone(Instant end, Instant now) {
        return !now.isBefore(end.plus(KEPT));
    }

    public static Instant lostAt(Instant end) {
        return end.plus(KEPT);
    }
}
