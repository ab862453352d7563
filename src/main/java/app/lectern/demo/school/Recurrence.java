package app.lectern.demo.school;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// How a series repeats: Graph's pattern and range, and the dates that follow from them.
public final class Recurrence {
    /// Exchange itself stops expanding a series without an end; a bound keeps a careless pattern from running for ever.
    private static final int MOST_OCCURRENCES = 1_500;

    private final ObjectNode json;

    public Recurrence(ObjectNode json) {
        this.json = json;
    }

    public ObjectNode json() {
        return json;
    }

    /// The dates on which the series takes place, exceptions not considered, up to the given date.
    public List<LocalDate> dates(LocalDate last) {
        var range = json.path("range");
        var first = LocalDate.parse(range.path("startDate").asText());
        var until = range.path("type").asText().equals("endDate") ? LocalDate.parse(range.path("endDate").asText()) : last;
        var count = range.path("type").asText().equals("numbered") ? range.path("numberOfOccurrences").asInt() : MOST_OCCURRENCES;
        var bound = until.isBefore(last) ? until : last;
        var dates = new ArrayList<LocalDate>();
        for (int step = 0; dates.size() < Math.min(count, MOST_OCCURRENCES) && step < MOST_OCCURRENCES; step++) {
            var candidates = candidates(first, step);
            if (candidates.isEmpty() || candidates.getFirst().isAfter(bound)) {
                break;
            }
            for (var date : candidates) {
                if (!date.isBefore(first) && !date.isAfter(bound) && dates.size() < count) {
                    dates.add(date);
                }
            }
        }
        return dates;
    }

    private List<LocalDate> candidates(LocalDate first, int step) {
        var pattern = json.path("pattern");
        int far = Math.max(1, pattern.path("interval").asInt(1)) * step;
        return switch (pattern.path("type").asText()) {
            case "weekly" -> week(first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(far), days(pattern));
            case "absoluteMonthly" -> List.of(day(first.plusMonths(far), pattern));
            case "absoluteYearly" -> List.of(day(first.plusYears(far), pattern));
            case "relativeMonthly" -> List.of(relative(first.plusMonths(far), pattern));
            case "relativeYearly" -> List.of(relative(first.plusYears(far), pattern));
            default -> List.of(first.plusDays(far));
        };
    }

    private static List<LocalDate> week(LocalDate monday, Set<DayOfWeek> days) {
        return days.stream().map(day -> monday.with(TemporalAdjusters.nextOrSame(day))).sorted().toList();
    }

    private static LocalDate day(LocalDate month, JsonNode pattern) {
        return month.withDayOfMonth(Math.min(Math.max(1, pattern.path("dayOfMonth").asInt()), month.lengthOfMonth()));
    }

    private static LocalDate relative(LocalDate month, JsonNode pattern) {
        var days = days(pattern);
        var day = days.isEmpty() ? DayOfWeek.MONDAY : days.iterator().next();
        return switch (pattern.path("index").asText("first")) {
            case "second" -> month.with(TemporalAdjusters.dayOfWeekInMonth(2, day));
            case "third" -> month.with(TemporalAdjusters.dayOfWeekInMonth(3, day));
            case "fourth" -> month.with(TemporalAdjusters.dayOfWeekInMonth(4, day));
            case "last" -> month.with(TemporalAdjusters.lastInMonth(day));
            default -> month.with(TemporalAdjusters.firstInMonth(day));
        };
    }

    private static Set<DayOfWeek> days(JsonNode pattern) {
        var days = new TreeSet<DayOfWeek>();
        pattern.path("daysOfWeek").forEach(day -> days.add(DayOfWeek.valueOf(day.asText().toUpperCase(Locale.ROOT))));
        return days;
    }
}
