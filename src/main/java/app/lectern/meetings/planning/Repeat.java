package app.lectern.meetings.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How a series repeats: every so many days, weeks or months, until a day or so many times. One of the two ends is set.
///
/// @param days  of a weekly series; empty means the weekday on which it begins
/// @param count how many occurrences there are, the first one included
public record Repeat(Unit unit, int every, Set<DayOfWeek> days, Optional<LocalDate> until, OptionalInt count) {
    public enum Unit { DAILY, WEEKLY, MONTHLY }

    /// Exchange expands no more, and nobody plans so far.
    public static final int MOST = 730;

    public Repeat {
        days = days == null || days.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(days));
        until = until == null ? Optional.empty() : until;
        count = count == null ? OptionalInt.empty() : count;
    }

    public static Repeat until(Unit unit, int every, LocalDate last) {
        return new Repeat(unit, every, Set.of(), Optional.of(last), OptionalInt.empty());
    }

    public static Repeat times(Unit unit, int every, int count) {
        return new Repeat(unit, every, Set.of(), Optional.empty(), OptionalInt.of(count));
    }

    public Repeat on(Set<DayOfWeek> weekdays) {
        return new Repeat(unit, every, weekdays, until, count);
    }

    /// The days on which it takes place when it begins on this one; the first is the first that fits. At most [#MOST].
    public List<LocalDate> dates(LocalDate first) {
        var dates = new ArrayList<LocalDate>();
        int most = Math.min(MOST, count.orElse(MOST));
        for (int step = 0; dates.size() < most && step <= MOST; step++) {
            for (var day : candidates(first, step * Math.max(1, every))) {
                if (until.filter(day::isAfter).isPresent()) {
                    return dates;
                }
                if (!day.isBefore(first) && dates.size() < most) {
                    dates.add(day);
                }
            }
        }
        return dates;
    }

    private List<LocalDate> candidates(LocalDate first, int far) {
        return switch (unit) {
            case DAILY -> List.of(first.plusDays(far));
            case MONTHLY -> List.of(first.plusMonths(far));
            case WEEKLY -> {
                var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(far);
                yield weekdays(first).stream().sorted().map(day -> monday.with(TemporalAdjusters.nextOrSame(day))).toList();
            }
        };
    }

    /// The weekdays of a weekly series that begins on this day.
    public Set<DayOfWeek> weekdays(LocalDate first) {
        return days.isEmpty() ? Set.of(first.getDayOfWeek()) : days;
    }
}
