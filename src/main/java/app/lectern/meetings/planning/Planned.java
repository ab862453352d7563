package app.lectern.meetings.planning;

import app.lectern.meetings.Attendee;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What somebody wants a meeting to be, before and after it is one.
///
/// @param body      plain text; Teams adds its own part with the link
/// @param organiser an address; empty means whoever the order of organisers finds
/// @param reminder  minutes before the start; empty for none
/// @param notice    what the invitation says about recording; empty for nothing
public record Planned(
        Way way,
        String subject,
        String body,
        LocalDateTime start,
        LocalDateTime end,
        ZoneId zone,
        String organiser,
        List<Attendee> attendees,
        MeetingOptions options,
        String category,
        OptionalInt reminder,
        Optional<Repeat> repeat,
        String notice) {
    public static final Duration USUAL_LENGTH = Duration.ofMinutes(60);
    public static final int USUAL_REMINDER = 15;

    public Planned {
        way = way == null ? Way.CALENDAR : way;
        subject = text(subject);
        body = text(body);
        organiser = text(organiser).strip();
        attendees = attendees == null ? List.of() : List.copyOf(attendees);
        options = options == null ? MeetingOptions.USUAL : options;
        category = text(category).strip();
        reminder = reminder == null ? OptionalInt.empty() : reminder;
        repeat = repeat == null ? Optional.empty() : repeat;
        notice = text(notice);
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
        Objects.requireNonNull(zone);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /// An hour in the calendar of whoever the order of organisers finds, with Teams' usual options.
    public static Planned at(String subject, LocalDateTime start, ZoneId zone) {
        return new Planned(Way.CALENDAR, subject, "", start, start.plus(USUAL_LENGTH), zone, "", List.of(), MeetingOptions.USUAL, "",
                OptionalInt.of(USUAL_REMINDER), Optional.empty(), "");
    }

    public SlotTimes startTime() {
        return new SlotTimes(start, zone);
    }

    public SlotTimes endTime() {
        return new SlotTimes(end, zone);
    }

    public Instant startsAt() {
        return startTime().instant();
    }

    public Instant endsAt() {
        return endTime().instant();
    }

    public Duration length() {
        return Duration.between(startsAt(), endsAt());
    }

    public Planned withWay(Way value) {
        return new Planned(value, subject, body, start, end, zone, organiser, attendees, options, category, reminder, repeat, notice);
    }

    public Planned withSubject(String value) {
        return new Planned(way, value, body, start, end, zone, organiser, attendees, options, category, reminder, repeat, notice);
    }

    public Planned withBody(String value) {
        return new Planned(way, subject, value, start, end, zone, organiser, attendees, options, category, reminder, repeat, notice);
    }

    public Planned withTimes(LocalDateTime from, LocalDateTime until) {
        return new Planned(way, subject, body, from, until, zone, organiser, attendees, options, category, reminder, repeat, notice);
    }

    public Planned withZone(ZoneId value) {
        return new Planned(way, subject, body, start, end, value, organiser, attendees, options, category, reminder, repeat, notice);
    }

    public Planned withOrganiser(String value) {
        return new Planned(way, subject, body, start, end, zone, value, attendees, options, category, reminder, repeat, notice);
    }

    public Planned withAttendees(List<Attendee> value) {
        return new Planned(way, subject, body, start, end, zone, organiser, value, options, category, reminder, repeat, notice);
    }

    public Planned withOptions(MeetingOptions value) {
        return new Planned(way, subject, body, start, end, zone, organiser, attendees, value, category, reminder, repeat, notice);
    }

    public Planned withCategory(String value) {
        return new Planned(way, subject, body, start, end, zone, organiser, attendees, options, value, reminder, repeat, notice);
    }

    public Planned withReminder(OptionalInt value) {
        return new Planned(way, subject, body, start, end, zone, organiser, attendees, options, category, value, repeat, notice);
    }

    public Planned withRepeat(Optional<Repeat> value) {
        return new Planned(way, subject, body, start, end, zone, organiser, attendees, options, category, reminder, value, notice);
    }

    public Planned withNotice(String value) {
        return new Planned(way, subject, body, start, end, zone, organiser, attendees, options, category, reminder, repeat, value);
    }

    /// Nobody is invited under this address, and no text has it.
    Planned without(String address) {
        var name = attendees.stream().filter(each -> each.address().equalsIgnoreCase(address)).map(Attendee::name).filter(each -> !each.isBlank())
                .findFirst();
        return withAttendees(attendees.stream().filter(each -> !each.address().equalsIgnoreCase(address)).toList())
                .withSubject(erased(subject, address, name)).withBody(erased(body, address, name)).withNotice(erased(notice, address, name));
    }

    private static String erased(String text, String address, Optional<String> name) {
        var gone = text.replaceAll("(?i)" + Pattern.quote(address), "…");
        return name.map(each -> gone.replaceAll("(?i)" + Pattern.quote(each), "…")).orElse(gone);
    }
}
