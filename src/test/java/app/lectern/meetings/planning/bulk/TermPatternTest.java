package app.lectern.meetings.planning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.bulk.TermPattern.Fault;
import app.lectern.meetings.planning.bulk.TermPattern.Free;
import app.lectern.meetings.planning.bulk.TermPattern.Time;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TermPatternTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Time MONDAY = new Time(DayOfWeek.MONDAY, LocalTime.of(9, 0), HOUR);
    private static final Time THURSDAY = new Time(DayOfWeek.THURSDAY, LocalTime.of(14, 30), Duration.ofMinutes(90));
    /// A Wednesday.
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 6);

    private static TermPattern pattern(LocalDate until, int every, Free... free) {
        return new TermPattern(List.of(THURSDAY, MONDAY), FIRST, until, every, List.of(free));
    }

    @Test
    void aTermIsFilledFromItsFirstToItsLastDay() {
        assertThat(pattern(LocalDate.of(2027, 1, 18), 1).dates()).containsExactly(
                new TermPattern.Date(LocalDateTime.of(2027, 1, 7, 14, 30), LocalDateTime.of(2027, 1, 7, 16, 0), 1),
                new TermPattern.Date(LocalDateTime.of(2027, 1, 11, 9, 0), LocalDateTime.of(2027, 1, 11, 10, 0), 2),
                new TermPattern.Date(LocalDateTime.of(2027, 1, 14, 14, 30), LocalDateTime.of(2027, 1, 14, 16, 0), 2),
                new TermPattern.Date(LocalDateTime.of(2027, 1, 18, 9, 0), LocalDateTime.of(2027, 1, 18, 10, 0), 3));
    }

    @Test
    void freeDaysAndRangesAreLeftOutAndCounted() {
        var pattern = pattern(LocalDate.of(2027, 2, 5), 1, Free.day(LocalDate.of(2027, 1, 7)), new Free(LocalDate.of(2027, 1, 14), LocalDate.of(2027, 1, 25)));
        assertThat(pattern.dates()).extracting(date -> date.start().toLocalDate()).containsExactly(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 1, 28),
                LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 4));
        assertThat(pattern.skipped()).isEqualTo(5);
    }

    @Test
    void everyOtherWeekCountsFromTheFirst() {
        assertThat(pattern(LocalDate.of(2027, 1, 31), 2).dates()).extracting(TermPattern.Date::week).containsExactly(1, 3, 3);
    }

    @Test
    void aTimeThatWasGivenTwiceIsOne() {
        assertThat(new TermPattern(List.of(MONDAY, MONDAY), FIRST, FIRST.plusWeeks(2), 1, List.of()).dates()).hasSize(2);
    }

    @Test
    void subjectsAreNumberedAndTheClockStaysOverTheChangeOfTime() {
        var like = Planned.at("", LocalDateTime.of(2027, 1, 6, 9, 0), ZoneId.of("Europe/London")).withOrganiser("a@northfield.example");
        var pattern = new TermPattern(List.of(MONDAY), LocalDate.of(2027, 3, 22), LocalDate.of(2027, 4, 5), 1, List.of());
        var plans = pattern.plans(like, new SubjectTemplate("Maths {number} ({weekday} {date}, week {week}, {time})"), Locale.UK);
        assertThat(plans).extracting(Planned::subject).containsExactly("Maths 1 (Monday 22 Mar 2027, week 1, 09:00)", "Maths 2 (Monday 29 Mar 2027, week 2, 09:00)",
                "Maths 3 (Monday 5 Apr 2027, week 3, 09:00)");
        assertThat(plans).extracting(plan -> plan.startsAt().toString()).containsExactly("2027-03-22T09:00:00Z", "2027-03-29T08:00:00Z", "2027-04-05T08:00:00Z");
        assertThat(plans).allSatisfy(plan -> assertThat(plan.organiser()).isEqualTo("a@northfield.example"));
    }

    @Test
    void whatCannotBeUsedSaysWhy() {
        assertThat(new TermPattern(List.of(), FIRST, FIRST, 1, List.of()).fault()).contains(Fault.NO_TIME);
        assertThat(new TermPattern(List.of(new Time(DayOfWeek.MONDAY, LocalTime.NOON, Duration.ZERO)), FIRST, FIRST, 1, List.of()).fault()).contains(Fault.LENGTH);
        assertThat(pattern(FIRST.minusDays(1), 1).fault()).contains(Fault.ENDS_BEFORE_START);
        assertThat(pattern(FIRST.plusWeeks(1), 0).fault()).contains(Fault.EVERY);
        assertThat(pattern(FIRST.plusWeeks(1), 1, new Free(FIRST, FIRST.minusDays(2))).fault()).contains(Fault.FREE_ENDS_BEFORE_START);
        assertThat(pattern(FIRST, 1).fault()).contains(Fault.NOTHING_LEFT);
        assertThat(pattern(FIRST.plusYears(40), 1).fault()).contains(Fault.TOO_MANY);
        assertThat(pattern(FIRST.plusYears(4000), 1).fault()).contains(Fault.TOO_MANY);
        assertThat(pattern(FIRST.plusWeeks(10), 1).fault()).isEmpty();
    }
}
