package app.lectern.deliverables;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/// How an integration's due dates are kept in calendars.
///
/// @param mailbox    in which the shared calendar lies; empty means the integration's service account
/// @param calendarId empty until the shared calendar was found or made; stays right when the calendar is renamed
/// @param reminder   minutes before midnight of the day; empty means no reminder
/// @param invites    assignees are invited as attendees, which sends them mail
public record CalendarSettings(
        CalendarMode mode, String mailbox, String calendarName, String calendarId, ZoneId zone, OptionalInt reminder, String category,
        boolean invites, boolean withNotes, Optional<Instant> lastApplied) {
    public static final String USUAL_NAME = "Project Deliverables";

    static CalendarSettings usual(ZoneId zone, String category) {
        return new CalendarSettings(CalendarMode.SHARED, "", USUAL_NAME, "", zone, OptionalInt.of(540), category, false, true, Optional.empty());
    }

    public CalendarSettings mode(CalendarMode other) {
        return new CalendarSettings(other, mailbox, calendarName, calendarId, zone, reminder, category, invites, withNotes, lastApplied);
    }

    public CalendarSettings calendar(String name, String id) {
        return new CalendarSettings(mode, mailbox, name, id, zone, reminder, category, invites, withNotes, lastApplied);
    }

    public CalendarSettings mailbox(String address) {
        return new CalendarSettings(mode, address, calendarName, calendarId, zone, reminder, category, invites, withNotes, lastApplied);
    }

    public CalendarSettings events(ZoneId otherZone, OptionalInt otherReminder, String otherCategory, boolean invite, boolean notes) {
        return new CalendarSettings(mode, mailbox, calendarName, calendarId, otherZone, otherReminder, otherCategory, invite, notes, lastApplied);
    }
}
