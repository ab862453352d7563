package app.lectern.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ICalendarTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private static Meeting meeting(String subject, String series) {
        return new Meeting(7, 1, MeetingState.CREATED, MeetingKind.SCHEDULED, subject, new Organiser("o", "a.b@x.example", "Ann \"A\" B"),
                NOW, NOW.plusSeconds(3600), "Europe/London", "e", "uid-1", series, "", "https://teams.microsoft.com/l/meetup-join/19%3am/0?context=%7b%7d",
                "", Optional.empty(), false);
    }

    private static String written(String subject, String series) {
        return ICalendar.of(List.of(new ICalendar.Entry(meeting(subject, series), List.of(new Attendee("p@x.example", "", false)))), NOW);
    }

    /// As a reader undoes the folding.
    private static List<String> lines(String text) {
        return text.replace("\r\n ", "").lines().toList();
    }

    @Test
    void anEventHasItsTimesLinkAndPeople() {
        assertThat(lines(written("Waves", ""))).startsWith("BEGIN:VCALENDAR", "VERSION:2.0").endsWith("END:VEVENT", "END:VCALENDAR")
                .contains("UID:uid-1", "DTSTART:20261121T093000Z", "DTEND:20261121T103000Z", "SUMMARY:Waves",
                        "ORGANIZER;CN=\"Ann 'A' B\":mailto:a.b@x.example",
                        "ATTENDEE;CN=\"p@x.example\";ROLE=OPT-PARTICIPANT:mailto:p@x.example", "STATUS:CONFIRMED")
                .noneMatch(line -> line.startsWith("RECURRENCE-ID"));
        assertThat(lines(written("Waves", "series"))).contains("RECURRENCE-ID:20261121T093000Z");
    }

    @Test
    void textsAreEscapedAndCannotEndALine() {
        assertThat(lines(written("a,b;c\\d\r\nDTSTART:19700101T000000Z", ""))).contains("SUMMARY:a\\,b\\;c\\\\d\\nDTSTART:19700101T000000Z")
                .filteredOn(line -> line.startsWith("DTSTART")).hasSize(1);
    }

    @Test
    void noLineIsLongerThanReadersTakeAndNoCharacterIsCut() {
        var subject = "Élèves 👩‍🏫 ".repeat(40).strip();

        var text = written(subject, "");

        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(lines(text)).contains("SUMMARY:" + subject);
    }
}
