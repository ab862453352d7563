package app.lectern.recordings.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The times by which the list and the report are narrowed: the last days, or between two dates.
public enum DateRange {
    ANY(0), LAST_7_DAYS(7), LAST_30_DAYS(30), LAST_60_DAYS(60), LAST_YEAR(365), BETWEEN(0);

    private final int days;

    DateRange(int days) {
        this.days = days;
    }

    /// From the start of the first of the days.
    Optional<Instant> from(Instant now, ZoneId zone, Optional<LocalDate> first) {
        return this == BETWEEN ? first.map(day -> day.atStartOfDay(zone).toInstant())
                : days == 0 ? Optional.empty() : Optional.of(now.atZone(zone).toLocalDate().minusDays(days).atStartOfDay(zone).toInstant());
    }

    /// Until the end of the last day.
    Optional<Instant> until(ZoneId zone, Optional<LocalDate> last) {
        return this == BETWEEN ? last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()) : Optional.empty();
    }
}
