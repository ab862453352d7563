package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.Planned;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The weekly meetings of a term: at these times of the week, from a first to a last day, but not on those that are free. Each becomes a
/// slot of its own, so that one can be moved without the others.
///
/// @param every 1 for each week, 2 for every other one, counted from the week of the first day
public record TermPattern(List<Time> times, LocalDate from, LocalDate until, int every, List<Free> free) {
    /// As many as an import takes.
    public static final int MOST = 2_000;
    /// What a subject can be filled in with, beside the date.
    public static final Set<String> PLACES = Set.of("number", "week", "date", "weekday", "time");

    /// A time of the week.
    public record Time(DayOfWeek day, LocalTime start, Duration length) {}

    /// Days without meetings, the last one included.
    public record Free(LocalDate from, LocalDate until) {
        public static Free day(LocalDate day) {
            return new Free(day, day);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /// One of the meetings.
    ///
    /// @param week of the term, the first being 1
    public record Date(LocalDateTime start, LocalDateTime end, int week) {}

    /// Why a pattern cannot be used.
    public enum Fault { NO_TIME, LENGTH, ENDS_BEFORE_START, FREE_ENDS_BEFORE_START, EVERY, NOTHING_LEFT, TOO_MANY }

    public TermPattern {
        times = List.copyOf(times);
        free = List.copyOf(free);
    }

    public Optional<Fault> fault() {
        if (times.isEmpty()) {
            return Optional.of(Fault.NO_TIME);
        }
        if (times.stream().anyMatch(time -> !time.length().isPositive() || time.length().compareTo(Duration.ofDays(1)) > 0)) {
            return Optional.of(Fault.LENGTH);
        }
        if (until.isBefore(from)) {
            return Optional.of(Fault.ENDS_BEFORE_START);
        }
        if (free.stream().anyMatch(range -> range.until().isBefore(range.from()))) {
            return Optional.of(Fault.FREE_ENDS_BEFORE_START);
        }
        if (every < 1 || every > 52) {
            return Optional.of(Fault.EVERY);
        }
        if (ChronoUnit.WEEKS.between(from, until) / every * times.size() > MOST) {
            return Optional.of(Fault.TOO_MANY);
        }
        var dates = dates();
        return dates.isEmpty() ? Optional.of(Fault.NOTHING_LEFT) : dates.size() > MOST ? Optional.of(Fault.TOO_MANY) : Optional.empty();
    }

    /// In the order in which they take place.
    public List<Date> dates() {
        var dates = new ArrayList<Date>();
        var monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = 1; !monday.isAfter(until); week += every, monday = monday.plusWeeks(every)) {
            var begin = monday;
            for (var time : times.stream().distinct().sorted(java.util.Comparator.comparing(Time::day).thenComparing(Time::start)).toList()) {
                var day = begin.with(TemporalAdjusters.nextOrSame(time.day()));
                if (!day.isBefore(from) && !day.isAfter(until) && free.stream().noneMatch(range -> range.holds(day))) {
                    dates.add(new Date(day.atTime(time.start()), day.atTime(time.start()).plus(time.length()), week));
                }
            }
        }
        return dates;
    }

    /// How many meetings the free days cost.
    public int skipped() {
        return new TermPattern(times, from, until, every, List.of()).dates().size() - dates().size();
    }

    /// A plan for each date, everything but the times and the subject being as in `like`.
    public List<Planned> plans(Planned like, SubjectTemplate subject, Locale locale) {
        var plans = new ArrayList<Planned>();
        for (var date : dates()) {
            plans.add(like.withTimes(date.start(), date.end()).withSubject(subject.filled(values(date, plans.size() + 1, locale))));
        }
        return plans;
    }

    private static Map<String, String> values(Date date, int number, Locale locale) {
        var values = new LinkedHashMap<String, String>();
        values.put("number", Integer.toString(number));
        values.put("week", Integer.toString(date.week()));
        values.put("date", DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(date.start()));
        values.put("weekday", date.start().getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
        values.put("time", DateTimeFormatter.ofPattern("HH:mm").format(date.start()));
        return values;
    }
}
