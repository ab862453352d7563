package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.screen.WeekLanes.Lane;
import app.lectern.meetings.screen.WeekLanes.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Where meetings stand in the calendar, without a window.
class WeekRulesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    private static CalendarEntry entry(String who, LocalDateTime start, Duration length) {
        var begin = start.atZone(LONDON).toInstant();
        return entry(who, begin, begin.plus(length));
    }

    private static CalendarEntry entry(String who, Instant start, Instant end) {
        return new CalendarEntry(who + start, who, new Organiser("", who, who), start, end, "Europe/London", MeetingState.CREATED,
                MeetingKind.SCHEDULED, "", 0, Optional.empty(), Optional.empty());
    }

    @Test
    void whatOverlapsStandsSideBySideAndWhatFollowsHasTheWholeWidth() {
        assertThat(WeekLanes.of(List.of(new Stretch(540, 600), new Stretch(570, 630), new Stretch(600, 660), new Stretch(700, 760))))
                .containsExactly(new Lane(0, 2), new Lane(1, 2), new Lane(0, 2), new Lane(0, 1));
        assertThat(WeekLanes.of(List.of())).isEmpty();
        assertThat(WeekLanes.of(List.of(new Stretch(600, 660), new Stretch(540, 600)))).containsOnly(new Lane(0, 1));
    }

    @Test
    void whatHangsTogetherIsOneCrowdOfWhichAsManyShowAsThereIsRoomFor() {
        assertThat(WeekLanes.clusters(List.of(new Stretch(700, 760), new Stretch(540, 600), new Stretch(570, 630), new Stretch(600, 660))))
                .containsExactly(List.of(1, 2, 3), List.of(0));
        assertThat(WeekLanes.clusters(List.of())).isEmpty();
        assertThat(WeekLanes.shown(3, 150)).as("there is room for all").isEqualTo(3);
        assertThat(WeekLanes.shown(3, 120)).isEqualTo(2);
        assertThat(WeekLanes.shown(6, 100)).isEqualTo(1);
        assertThat(WeekLanes.shown(6, 20)).as("one always shows").isEqualTo(1);
        assertThat(WeekLanes.shown(2, 40)).as("two are no crowd").isEqualTo(2);
    }

    @Test
    void noTwoOfOneLaneEverOverlap() {
        var random = new Random(20261119);
        for (int round = 0; round < 200; round++) {
            var stretches = new ArrayList<Stretch>();
            for (int at = 0; at < 1 + random.nextInt(12); at++) {
                int from = random.nextInt(24 * 60 - 20);
                stretches.add(new Stretch(from, from + 15 + random.nextInt(180)));
            }
            var lanes = WeekLanes.of(stretches);
            for (int a = 0; a < lanes.size(); a++) {
                assertThat(lanes.get(a).number()).isLessThan(lanes.get(a).of());
                for (int b = a + 1; b < lanes.size(); b++) {
                    boolean overlap = stretches.get(a).from() < stretches.get(b).until() && stretches.get(b).from() < stretches.get(a).until();
                    if (overlap) {
                        assertThat(lanes.get(a).number()).isNotEqualTo(lanes.get(b).number());
                        assertThat(lanes.get(a).of()).isEqualTo(lanes.get(b).of());
                    }
                }
            }
        }
    }

    @Test
    void neighboursDifferInColourAndTheSameOrganiserKeepsTheirs() {
        var entries = List.of(entry("a", THURSDAY.atTime(9, 0), Duration.ofHours(1)), entry("b", THURSDAY.atTime(9, 30), Duration.ofHours(1)),
                entry("c", THURSDAY.atTime(10, 0), Duration.ofHours(2)), entry("a", THURSDAY.atTime(11, 0), Duration.ofHours(1)));
        var colours = new OrganiserColours(entries);

        assertThat(colours.of(entries.get(0))).isEqualTo(colours.of(entries.get(3))).isNotEqualTo(colours.of(entries.get(1)))
                .isNotEqualTo(colours.of(entries.get(2)));
        assertThat(colours.of(entries.get(1))).isNotEqualTo(colours.of(entries.get(2)));
    }

    @Test
    void aMeetingOverMidnightHasAPartOnEachDay() {
        var scale = new WeekScale(60, LONDON);
        var night = entry("a", THURSDAY.atTime(23, 0), Duration.ofHours(2));

        assertThat(scale.pieces(List.of(night), THURSDAY)).extracting(WeekScale.Piece::from, WeekScale.Piece::until)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(23 * 60, 24 * 60));
        assertThat(scale.pieces(List.of(night), THURSDAY.plusDays(1))).extracting(WeekScale.Piece::from, WeekScale.Piece::until)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 60));
        assertThat(scale.pieces(List.of(night), THURSDAY.plusDays(2))).isEmpty();
    }

    @Test
    void onTheDayOfTheClocksTheGridShowsTheClockOnTheWall() {
        var scale = new WeekScale(60, LONDON);
        var autumn = LocalDate.of(2026, 10, 25);
        var afterwards = entry("a", autumn.atTime(9, 0), Duration.ofHours(1));
        // from 01:30 summer time to 01:30 winter time: one hour, although the clock stands where it stood
        var twice = entry("b", Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));

        assertThat(scale.pieces(List.of(afterwards), autumn).getFirst().from()).isEqualTo(9 * 60);
        assertThat(scale.pieces(List.of(twice), autumn).getFirst()).satisfies(piece -> assertThat(piece.until()).isEqualTo(piece.from() + 60));
        assertThat(scale.changesClocks(autumn)).isTrue();
        assertThat(scale.changesClocks(THURSDAY)).isFalse();
    }

    @Test
    void theWeekendShowsWhenSomethingIsOnIt() {
        var page = new CalendarPage(CalendarMode.WEEK, THURSDAY);
        assertThat(page.columns(List.of(), LONDON)).hasSize(5).startsWith(LocalDate.of(2026, 11, 16));
        assertThat(page.title(page.columns(List.of(), LONDON), Locale.UK)).isEqualTo("16 – 20 November 2026");
        assertThat(page.columns(List.of(entry("a", THURSDAY.plusDays(2).atTime(10, 0), Duration.ofHours(1))), LONDON)).hasSize(7);
        assertThat(new CalendarPage(CalendarMode.WEEK, LocalDate.of(2026, 12, 31)).title(
                new CalendarPage(CalendarMode.WEEK, LocalDate.of(2026, 12, 31)).columns(List.of(), LONDON), Locale.UK)).isEqualTo("28 December 2026 – 1 January 2027");
        assertThat(page.as(CalendarMode.MONTH).first()).isEqualTo(LocalDate.of(2026, 10, 26));
    }

    @Test
    void whatIsDraggedFallsOnQuartersOfAnHour() {
        var scale = new WeekScale(57, LONDON);
        assertThat(WeekScale.snapped(scale.minutes(scale.y(9 * 60 + 7)))).isEqualTo(9 * 60);
        assertThat(WeekScale.snapped(scale.minutes(scale.y(9 * 60 + 8)))).isEqualTo(9 * 60 + 15);
        assertThat(WeekScale.at(THURSDAY, WeekScale.DAY_MINUTES)).isEqualTo(THURSDAY.plusDays(1).atStartOfDay());
    }
}
