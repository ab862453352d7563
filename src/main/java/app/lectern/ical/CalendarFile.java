package app.lectern.ical;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes an iCalendar file: whole days and meetings, with lines folded at 75 bytes and text escaped as the format wants it.
public final class CalendarFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    /// What an entry says beside its time; empty texts are left out.
    ///
    /// @param uid the same in every file, so that a calendar that has the entry replaces it
    public record Entry(String uid, String summary, String description, String url, List<String> categories, Optional<Person> organiser,
            List<Person> attendees, boolean cancelled) {
        public Entry(String uid, String summary, String description, String url, List<String> categories, List<String> attendees) {
            this(uid, summary, description, url, categories, Optional.empty(),
                    attendees.stream().map(address -> new Person("", address, true)).toList(), false);
        }
    }

    /// Somebody by address; the name may be empty.
    public record Person(String name, String address, boolean required) {}

    private final StringBuilder text = new StringBuilder();
    private final Instant made;

    public CalendarFile(String name, Instant made) {
        this.made = made.truncatedTo(ChronoUnit.SECONDS);
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Lectern//Lectern//EN");
        line("CALSCALE:GREGORIAN");
        line("X-WR-CALNAME:" + escaped(name));
    }

    /// A whole day in whatever zone the reader is, shown as free.
    public CalendarFile day(LocalDate day, Entry entry) {
        begin(entry);
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        // the end is exclusive
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("TRANSP:TRANSPARENT");
        return end(entry);
    }

    public CalendarFile meeting(Instant from, Instant until, Entry entry) {
        begin(entry);
        line("DTSTART:" + MOMENT.format(from));
        line("DTEND:" + MOMENT.format(until));
        return end(entry);
    }

    private void begin(Entry entry) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(entry.uid()));
        line("DTSTAMP:" + MOMENT.format(made));
    }

    private CalendarFile end(Entry entry) {
        line("SUMMARY:" + escaped(entry.summary()));
        if (!entry.description().isEmpty()) {
            line("DESCRIPTION:" + escaped(entry.description()));
        }
        if (!entry.url().isEmpty()) {
            line("URL:" + entry.url());
        }
        if (!entry.categories().isEmpty()) {
            line("CATEGORIES:" + String.join(",", entry.categories().stream().map(CalendarFile::escaped).toList()));
        }
        entry.organiser().ifPresent(person -> line("ORGANIZER" + named(person) + ":mailto:" + person.address()));
        entry.attendees().forEach(person -> line("ATTENDEE" + named(person) + (person.required() ? "" : ";ROLE=OPT-PARTICIPANT")
                + ":mailto:" + person.address()));
        if (entry.cancelled()) {
            line("STATUS:CANCELLED");
        }
        line("END:VEVENT");
        return this;
    }

    public String text() {
        return text + "END:VCALENDAR\r\n";
    }

    /// A parameter's value may hold anything but quotes and line ends.
    private static String named(Person person) {
        return person.name().isEmpty() ? "" : ";CN=\"" + person.name().replaceAll("[\"\\r\\n]", "'") + '"';
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n");
    }

    /// At most 75 bytes to a line, and no character torn in two.
    private void line(String content) {
        for (var part : folded(content)) {
            text.append(part).append("\r\n");
        }
    }

    private static List<String> folded(String content) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < content.length(); ) {
            var character = Character.toString(content.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                parts.add(part.toString());
                part = new StringBuilder(" ");
                bytes = 1;
            }
            part.append(character);
            bytes += size;
            at += character.length();
        }
        parts.add(part.toString());
        return parts;
    }
}
