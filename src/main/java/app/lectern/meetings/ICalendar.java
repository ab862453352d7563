package app.lectern.meetings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Writes meetings as an iCalendar file (RFC 5545): lines folded at 75 octets, texts escaped, times in UTC.
public final class ICalendar {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /// One of the meetings with whoever is invited to it.
    public record Entry(Meeting meeting, List<Attendee> attendees) {}

    public static String of(List<Entry> entries, Instant now) {
        var calendar = new ICalendar();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Lectern//Meetings//EN");
        calendar.line("METHOD", "PUBLISH");
        entries.forEach(entry -> calendar.event(entry, now));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Entry entry, Instant now) {
        var meeting = entry.meeting();
        line("BEGIN", "VEVENT");
        // the occurrences of a series have one UID in Exchange's own export too, told apart by their start
        line("UID", meeting.iCalUid().isEmpty() ? "lectern-" + meeting.id() : meeting.iCalUid());
        if (meeting.inSeries()) {
            line("RECURRENCE-ID", utc(meeting.start()));
        }
        line("DTSTAMP", utc(now));
        line("DTSTART", utc(meeting.start()));
        line("DTEND", utc(meeting.end()));
        line("SUMMARY", escaped(meeting.subject()));
        if (meeting.hasLink()) {
            line("LOCATION", escaped("Microsoft Teams"));
            line("URL", meeting.joinUrl());
            line("DESCRIPTION", escaped(meeting.joinUrl()));
        }
        if (!meeting.organiser().address().isEmpty()) {
            line("ORGANIZER;CN=" + quoted(meeting.organiser().name()), "mailto:" + meeting.organiser().address());
        }
        entry.attendees().forEach(each -> line("ATTENDEE;CN=" + quoted(each.name().isEmpty() ? each.address() : each.name())
                + ";ROLE=" + (each.required() ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT"), "mailto:" + each.address()));
        line("STATUS", meeting.state() == MeetingState.CANCELLED ? "CANCELLED" : "CONFIRMED");
        line("END", "VEVENT");
    }

    private static String utc(Instant moment) {
        return UTC.format(moment.atOffset(ZoneOffset.UTC));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n");
    }

    /// A parameter's value may hold anything but quotes and line ends.
    private static String quoted(String value) {
        return '"' + value.replaceAll("[\"\\r\\n]", "'") + '"';
    }

    /// Folded without cutting a character in two; a continued line begins with a space.
    private void line(String name, String value) {
        int octets = 0;
        for (var character : (name + ":" + value).codePoints().mapToObj(Character::toString).toList()) {
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
        }
        text.append("\r\n");
    }
}
