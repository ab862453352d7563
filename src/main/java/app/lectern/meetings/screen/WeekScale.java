package app.lectern.meetings.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Where a time of day stands in the grid. The grid shows the clock on the wall, so every day is 24 hours high, also those on which
/// the clocks are changed.
record WeekScale(double hour, ZoneId zone) {
    static final int DAY_MINUTES = 24 * 60;
    /// What is dragged falls on quarters of an hour.
    private static final int STEP = 15;
    /// Nothing is drawn lower than this, or it could not be read.
    private static final int LOWEST_MINUTES = 22;

    /// The part of an entry that lies on one day.
    record Piece(CalendarEntry entry, LocalDate day, int from, int until) {
        WeekLanes.Stretch stretch() {
            return new WeekLanes.Stretch(from, Math.max(until, from + LOWEST_MINUTES));
        }
    }

    double y(int minutes) {
        return minutes * hour / 60;
    }

    double height() {
        return 24 * hour;
    }

    int minutes(double y) {
        return (int) Math.max(0, Math.min(DAY_MINUTES, Math.round(y * 60 / hour)));
    }

    static int snapped(int minutes) {
        return Math.round(minutes / (float) STEP) * STEP;
    }

    int minuteOfDay(Instant moment) {
        return moment.atZone(zone).toLocalTime().toSecondOfDay() / 60;
    }

    /// The time that a minute of a day means; the end of the day is the next day's beginning.
    static LocalDateTime at(LocalDate day, int minutes) {
        return minutes >= DAY_MINUTES ? day.plusDays(1).atStartOfDay() : day.atTime(LocalTime.MIN.plusMinutes(minutes));
    }

    /// The parts of the entries that lie on this day, in the order of their beginnings.
    List<Piece> pieces(List<CalendarEntry> entries, LocalDate day) {
        var pieces = new ArrayList<Piece>();
        for (var entry : entries) {
            var start = entry.start().atZone(zone).toLocalDateTime();
            var end = entry.end().atZone(zone).toLocalDateTime();
            if (!end.isAfter(start)) {
                end = start.plus(Duration.between(entry.start(), entry.end()));
            }
            var dayStart = day.atStartOfDay();
            var dayEnd = dayStart.plusDays(1);
            boolean touches = start.isBefore(dayEnd) && (end.isAfter(dayStart) || start.equals(dayStart));
            if (touches) {
                pieces.add(new Piece(entry, day, start.isBefore(dayStart) ? 0 : (int) ChronoUnit.MINUTES.between(dayStart, start),
                        end.isAfter(dayEnd) ? DAY_MINUTES : (int) ChronoUnit.MINUTES.between(dayStart, end)));
            }
        }
        return pieces;
    }

    /// Whether the clocks are put forward or back on this day.
    boolean changesClocks(LocalDate day) {
        return Duration.between(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone)).toMinutes() != DAY_MINUTES;
    }
}
