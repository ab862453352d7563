package app.lectern.ical;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.ical.CalendarFile.Entry;
import app.lectern.ical.CalendarFile.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private static Entry entry(String subject, boolean cancelled) {
        return new Entry("uid-1", subject, "", "https://teams.microsoft.com/meet/1", List.of(),
                Optional.of(new Person("Ann \"A\" B", "a.b@x.example", true)), List.of(new Person("", "p@x.example", false)), cancelled);
    }

    private static String meeting(String subject, boolean cancelled) {
        return new CalendarFile("Meetings", NOW).meeting(NOW, NOW.plusSeconds(3600), entry(subject, cancelled)).text();
    }

    /// As a reader undoes the folding.
    private static List<String> lines(String text) {
        return text.replace("\r\n ", "").lines().toList();
    }

    @Test
    void aMeetingHasItsTimesLinkAndPeople() {
        assertThat(lines(meeting("Waves", false))).startsWith("BEGIN:VCALENDAR", "VERSION:2.0").endsWith("END:VEVENT", "END:VCALENDAR")
                .contains("UID:uid-1", "DTSTART:20261121T093000Z", "DTEND:20261121T103000Z", "SUMMARY:Waves",
                        "ORGANIZER;CN=\"Ann 'A' B\":mailto:a.b@x.example", "ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:p@x.example")
                .doesNotContain("STATUS:CANCELLED");
        assertThat(lines(meeting("Waves", true))).contains("STATUS:CANCELLED");
    }

    @Test
    void aDayEndsWhenTheNextBegins() {
        var text = new CalendarFile("Dates", NOW).day(LocalDate.of(2026, 12, 31), entry("Report", false)).text();

        assertThat(lines(text)).contains("DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "TRANSP:TRANSPARENT");
    }

    @Test
    void textsAreEscapedAndCannotEndALine() {
        for (var end : List.of("\r\n", "\n", "\r")) {
            assertThat(lines(meeting("a,b;c\\d" + end + "DTSTART:19700101T000000Z", false)))
                    .contains("SUMMARY:a\\,b\\;c\\\\d\\nDTSTART:19700101T000000Z")
                    .filteredOn(line -> line.startsWith("DTSTART")).hasSize(1);
        }
    }

    @Test
    void noLineIsLongerThanReadersTakeAndNoCharacterIsCut() {
        var subject = "Élèves 👩‍🏫 ".repeat(40).strip();

        var text = meeting(subject, false);

        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(lines(text)).contains("SUMMARY:" + subject);
    }
}
