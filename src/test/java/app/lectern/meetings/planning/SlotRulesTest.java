package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.MeetingOptions.Part;
import app.lectern.meetings.planning.SlotFault.What;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is right and wrong about a plan, without a tenant.
class SlotRulesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-19T08:00:00Z"), ZoneOffset.UTC);
    private static final Set<String> DOMAINS = Set.of("northfield.example");

    private final SlotCheck check = new SlotCheck(NOW);
    private final Planned lesson = Planned.at("Maths", LocalDateTime.of(2026, 11, 20, 9, 0), LONDON);

    private List<What> wrong(Planned planned) {
        return check.faults(planned, DOMAINS).stream().map(SlotFault::what).toList();
    }

    private Planned inviting(String... addresses) {
        return lesson.withAttendees(List.of(addresses).stream().map(each -> new Attendee(each, "", true)).toList());
    }

    @Test
    void aPlainLessonHasNoFaultAndLastsAnHour() {
        assertThat(check.faults(lesson, DOMAINS)).isEmpty();
        assertThat(lesson.length()).isEqualTo(Duration.ofMinutes(60));
        assertThat(lesson.reminder()).isEqualTo(OptionalInt.of(15));
    }

    @Test
    void timesThatCannotBeAreNamed() {
        assertThat(wrong(lesson.withTimes(lesson.start(), lesson.start()))).containsExactly(What.END_BEFORE_START);
        assertThat(wrong(lesson.withTimes(lesson.start(), lesson.start().minusHours(1)))).containsExactly(What.END_BEFORE_START);
        assertThat(wrong(lesson.withTimes(lesson.start(), lesson.start().plusHours(24)))).isEmpty();
        assertThat(wrong(lesson.withTimes(lesson.start(), lesson.start().plusHours(25)))).containsExactly(What.TOO_LONG);
        var past = check.faults(lesson.withTimes(lesson.start().minusDays(3), lesson.end().minusDays(3)), DOMAINS);
        assertThat(past).extracting(SlotFault::what).containsExactly(What.PAST);
        assertThat(past.getFirst().isWrong()).isFalse();
        assertThat(past.getFirst().asks()).isTrue();
    }

    @Test
    void anHourThatTheClocksLeaveOutIsMovedOnAndOneThatComesTwiceIsTheFirst() {
        var gap = lesson.withTimes(LocalDateTime.of(2027, 3, 28, 1, 30), LocalDateTime.of(2027, 3, 28, 3, 0));
        assertThat(gap.startTime().isInGap()).isTrue();
        assertThat(gap.startTime().shifted()).contains(LocalDateTime.of(2027, 3, 28, 2, 30));
        assertThat(gap.startsAt()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(gap.length()).isEqualTo(Duration.ofMinutes(30));
        assertThat(wrong(gap)).containsExactly(What.GAP);

        var twice = lesson.withTimes(LocalDateTime.of(2027, 10, 31, 1, 30), LocalDateTime.of(2027, 10, 31, 2, 30));
        assertThat(twice.startTime().isTwice()).isTrue();
        assertThat(twice.startsAt()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(twice.length()).as("by the clock an hour, in truth two").isEqualTo(Duration.ofHours(2));
        assertThat(wrong(twice)).containsExactly(What.TWICE);
        assertThat(twice.startTime().ambiguity()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aSeriesThatMeetsAChangeOfTheClocksSaysSo() {
        var nightly = Planned.at("Backup watch", LocalDateTime.of(2027, 3, 20, 1, 30), LONDON)
                .withRepeat(Optional.of(Repeat.times(Repeat.Unit.DAILY, 1, 20)));

        assertThat(check.faults(nightly, DOMAINS)).containsExactly(new SlotFault(SlotField.REPEAT, What.GAP, "01:30"));
    }

    @Test
    void addressesAreJudgedBeforeAnybodyIsAsked() {
        assertThat(wrong(inviting("amina.hassan@northfield.example", "visitor@partner.example"))).isEmpty();
        assertThat(wrong(inviting("amina.hassan"))).containsExactly(What.ADDRESS_MALFORMED);
        assertThat(check.faults(inviting("amina.hassan@nortfhield.example"), DOMAINS)).containsExactly(
                new SlotFault(SlotField.ATTENDEES, What.ADDRESS_TYPO, "amina.hassan@nortfhield.example → amina.hassan@northfield.example"));
        assertThat(wrong(inviting("a@gmial.com"))).containsExactly(What.ADDRESS_TYPO);
        assertThat(wrong(inviting("a@northfield.example", "A@Northfield.example"))).containsExactly(What.ATTENDEE_TWICE);
        assertThat(wrong(lesson.withAttendees(Collections.nCopies(501, new Attendee("a@northfield.example", "", true))))).contains(What.TOO_MANY);
        assertThat(wrong(lesson.withOrganiser("nobody at all"))).containsExactly(What.ORGANISER_MALFORMED);
    }

    @Test
    void subjectReminderAndSeriesHaveTheirBounds() {
        assertThat(wrong(lesson.withSubject("  "))).containsExactly(What.SUBJECT_MISSING);
        assertThat(wrong(lesson.withSubject("x".repeat(255)))).isEmpty();
        assertThat(wrong(lesson.withSubject("x".repeat(256)))).containsExactly(What.SUBJECT_TOO_LONG);
        assertThat(wrong(lesson.withReminder(OptionalInt.of(-1)))).containsExactly(What.REMINDER_WRONG);
        assertThat(wrong(lesson.withRepeat(Optional.of(Repeat.until(Repeat.Unit.WEEKLY, 1, LocalDate.of(2026, 11, 1))))))
                .containsExactly(What.REPEAT_ENDS_EARLY);
        assertThat(wrong(lesson.withRepeat(Optional.of(Repeat.times(Repeat.Unit.WEEKLY, 1, 0))))).containsExactly(What.REPEAT_TOO_OFTEN);
        assertThat(wrong(lesson.withRepeat(Optional.of(new Repeat(Repeat.Unit.WEEKLY, 1, Set.of(), Optional.empty(), OptionalInt.empty())))))
                .contains(What.REPEAT_WITHOUT_END);
    }

    @Test
    void aBareLinkNeitherRepeatsNorInvites() {
        var link = inviting("a@northfield.example").withWay(Way.LINK_ONLY).withRepeat(Optional.of(Repeat.times(Repeat.Unit.DAILY, 1, 3)));

        assertThat(wrong(link)).containsExactly(What.NEEDS_CALENDAR, What.INVITES_NOBODY);
    }

    @Test
    void aSeriesHasTheDaysThatItsPatternGives() {
        var friday = LocalDate.of(2026, 11, 20);
        assertThat(Repeat.times(Repeat.Unit.DAILY, 2, 3).dates(friday)).containsExactly(friday, friday.plusDays(2), friday.plusDays(4));
        assertThat(Repeat.until(Repeat.Unit.WEEKLY, 1, LocalDate.of(2026, 12, 4)).dates(friday))
                .containsExactly(friday, friday.plusDays(7), friday.plusDays(14));
        assertThat(Repeat.times(Repeat.Unit.WEEKLY, 2, 4).on(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)).dates(friday))
                .containsExactly(friday, LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 14));
        assertThat(Repeat.times(Repeat.Unit.MONTHLY, 1, 3).dates(LocalDate.of(2027, 1, 31)))
                .containsExactly(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31));
        assertThat(Repeat.until(Repeat.Unit.DAILY, 1, friday.plusYears(20)).dates(friday)).hasSize(Repeat.MOST);
    }

    @Test
    void optionsThatWereKeptBeforeThereWereBreakoutRoomsHaveThem() {
        var before = app.lectern.store.Snapshots.write(MeetingOptions.USUAL).replace(",\"breakoutRooms\":true", "");
        assertThat(before).doesNotContain("breakoutRooms");

        assertThat(app.lectern.store.Snapshots.read(before, MeetingOptions.class)).contains(MeetingOptions.USUAL);
    }

    @Test
    void presetsAreKnownByWhatTheySayAndTheTutoringOneStartsWithoutAHost() {
        var tutoring = Preset.TUTORING.options();
        assertThat(tutoring.lobby()).isEqualTo(MeetingOptions.Lobby.EVERYONE);
        assertThat(tutoring.dialInBypass()).isTrue();
        assertThat(tutoring.presenters()).isEqualTo(MeetingOptions.Presenters.EVERYONE);
        assertThat(tutoring.chat()).isEqualTo(MeetingOptions.Chat.ENABLED);
        assertThat(tutoring.announcements()).isFalse();
        assertThat(tutoring.isOpenToEveryone()).isTrue();
        for (var preset : Preset.values()) {
            assertThat(Preset.of(preset.options())).contains(preset);
        }
        assertThat(Preset.of(tutoring.withCamera(false))).isEmpty();
        assertThat(tutoring.withCamera(false).withRecord(true).differences(tutoring)).containsExactlyInAnyOrder(Part.CAMERA, Part.RECORD);
    }

    @Test
    void everyFaultStateAndSeriesHasWords() {
        var text = new SlotText(new Words(Locale.UK, ZoneOffset.UTC, NOW));
        for (var what : What.values()) {
            assertThat(text.fault(new SlotFault(SlotField.SUBJECT, what, "7"))).isNotBlank().doesNotContain("{");
        }
        assertThat(text.when(lesson)).isEqualTo("20 Nov 2026 09:00 – 10:00 (Europe/London)");
        assertThat(text.repeat(Repeat.times(Repeat.Unit.WEEKLY, 2, 5))).isEqualTo("every 2 weeks, 5 times");
        assertThat(text.repeat(Repeat.until(Repeat.Unit.DAILY, 1, LocalDate.of(2026, 12, 1)))).isEqualTo("every day until 1 Dec 2026");
        for (var way : Way.values()) {
            assertThat(text.consequence(way)).isNotBlank();
        }
    }
}
