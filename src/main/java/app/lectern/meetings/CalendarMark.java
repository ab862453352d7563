package app.lectern.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far the reading of one calendar has come: Exchange's own mark, the window it was made for, and when it was read last.
record CalendarMark(String link, Instant from, Instant until, Instant readAt) {
    private static final Duration BACK = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(270);
    /// A window stays the same for its mark's life, so it is renewed before what lies ahead of it gets short.
    private static final Duration LEAST_AHEAD = Duration.ofDays(180);

    static CalendarMark fresh(Instant now) {
        return new CalendarMark("", now.minus(BACK), now.plus(AHEAD), now);
    }

    boolean reachesFarEnough(Instant now) {
        return until.isAfter(now.plus(LEAST_AHEAD));
    }

    CalendarMark at(String mark, Instant now) {
        return new CalendarMark(mark, from, until, now);
    }

    Optional<String> mark() {
        return link.isEmpty() ? Optional.empty() : Optional.of(link);
    }

    String written() {
        return from + " " + until + " " + readAt + " " + link;
    }

    /// Empty for what an older Lectern wrote in another way: then the calendar is read from the start.
    static Optional<CalendarMark> read(String written) {
        var parts = written.split(" ", 4);
        try {
            return parts.length < 4 ? Optional.empty()
                    : Optional.of(new CalendarMark(parts[3], Instant.parse(parts[0]), Instant.parse(parts[1]), Instant.parse(parts[2])));
        } catch (java.time.DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
