package app.lectern.meetings.screen;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/// The days that the calendar shows around one day.
record CalendarPage(CalendarMode mode, LocalDate day) {
    private static final int WORKING_DAYS = 5;
    private static final int MONTH_WEEKS = 6;

    LocalDate first() {
        return switch (mode) {
            case DAY, LIST -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        };
    }

    /// The first day that is not shown any more.
    LocalDate end() {
        return switch (mode) {
            case DAY, LIST -> day.plusDays(1);
            case WEEK -> first().plusWeeks(1);
            case MONTH -> first().plusWeeks(MONTH_WEEKS);
        };
    }

    Instant from(ZoneId zone) {
        return first().atStartOfDay(zone).toInstant();
    }

    Instant until(ZoneId zone) {
        return end().atStartOfDay(zone).toInstant();
    }

    CalendarPage turned(int pages) {
        return new CalendarPage(mode, switch (mode) {
            case DAY, LIST -> day.plusDays(pages);
            case WEEK -> day.plusWeeks(pages);
            case MONTH -> day.plusMonths(pages);
        });
    }

    CalendarPage as(CalendarMode other) {
        return new CalendarPage(other, day);
    }

    CalendarPage at(LocalDate other) {
        return new CalendarPage(mode, other);
    }

    /// With a single meeting of this day in sight, for which the list reaches too far.
    CalendarPage opened(LocalDate on) {
        return new CalendarPage(mode == CalendarMode.LIST ? CalendarMode.WEEK : mode, on);
    }

    /// The next full hour, on the day that is looked at.
    LocalDateTime nextHour(LocalDateTime now) {
        var next = now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        return day.isAfter(next.toLocalDate()) ? day.atTime(next.toLocalTime()) : next;
    }

    /// The columns of the grid: of a week its working days, and the weekend only when something is on it or it is looked at.
    List<LocalDate> columns(List<CalendarEntry> entries, ZoneId zone) {
        if (mode != CalendarMode.WEEK) {
            return List.of(day);
        }
        var weekend = first().plusDays(WORKING_DAYS);
        boolean busy = !day.isBefore(weekend) || entries.stream().anyMatch(entry -> entry.end().isAfter(weekend.atStartOfDay(zone).toInstant())
                && entry.start().isBefore(until(zone)));
        return first().datesUntil(busy ? end() : weekend).toList();
    }

    /// `16 – 20 November 2026`.
    String title(List<LocalDate> columns, Locale locale) {
        var whole = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        return switch (mode) {
            case DAY, LIST -> DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(day);
            case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(day);
            case WEEK -> {
                var first = columns.getFirst();
                var last = columns.getLast();
                var begin = first.getYear() != last.getYear() ? whole
                        : DateTimeFormatter.ofPattern(first.getMonth() == last.getMonth() ? "d" : "d MMMM", locale);
                yield begin.format(first) + " – " + whole.format(last);
            }
        };
    }
}
