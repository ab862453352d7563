package app.lectern.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Which meetings the list shows, around the present.
public enum MeetingSpan {
    TODAY(0, 1), WEEK(-3, 8), COMING(0, 60), ENDED(-60, 0);

    private final int from;
    private final int until;

    MeetingSpan(int from, int until) {
        this.from = from;
        this.until = until;
    }

    /// The past ends, and what is coming begins, now; the others reach over whole days.
    public Instant from(Instant now, ZoneId zone) {
        return this == COMING ? now : day(now, zone, from);
    }

    public Instant until(Instant now, ZoneId zone) {
        return this == ENDED ? now : day(now, zone, until);
    }

    private static Instant day(Instant now, ZoneId zone, int days) {
        return now.atZone(zone).truncatedTo(ChronoUnit.DAYS).plusDays(days).toInstant();
    }
}
