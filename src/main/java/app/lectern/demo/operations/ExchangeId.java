package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.Ids;
import app.lectern.demo.school.Person;
import app.lectern.demo.school.SchoolCalendar;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;

/// Exchange's ids of calendars, events and occurrences: long, opaque, and refused when somebody has cut or decoded them.
/// The ordinary id of an event changes with its calendar; the immutable one does not.
///
/// @param calendar the calendar's number, -1 in an immutable id
/// @param event    the event's number, -1 in the id of a calendar
/// @param date     the occurrence's date in a series, or null
record ExchangeId(int mailbox, int calendar, long event, LocalDate date) {
    private static final int FILLING = 44;
    private static final int FACTS = 4 + 4 + 8 + 4;
    private static final int SEAL = 8;
    private static final String ORDINARY = "AAMkAG";
    private static final String IMMUTABLE = "AAkALg";

    static ExchangeId of(SchoolCalendar calendar) {
        return new ExchangeId(calendar.owner().number(), calendar.number(), -1, null);
    }

    static ExchangeId of(CalendarEvent event, Person viewer, LocalDate date, boolean immutable) {
        var calendar = viewer == event.organiser() ? event.calendar().number() : 0;
        return new ExchangeId(viewer.number(), immutable ? -1 : calendar, event.number(), date);
    }

    boolean isImmutable() {
        return calendar < 0;
    }

    String text(Ids ids) {
        var facts = facts();
        var all = ByteBuffer.allocate(FILLING + FACTS + SEAL).put(ids.bytes("exchangeId", mailbox, FILLING)).put(facts)
                .put(seal(ids, facts)).array();
        return (isImmutable() ? IMMUTABLE : ORDINARY) + Base64.getUrlEncoder().encodeToString(all);
    }

    private byte[] facts() {
        return ByteBuffer.allocate(FACTS).putInt(mailbox).putInt(calendar).putLong(event)
                .putInt(date == null ? Integer.MIN_VALUE : (int) date.toEpochDay()).array();
    }

    private static byte[] seal(Ids ids, byte[] facts) {
        return ids.bytes("exchangeSeal", Arrays.hashCode(facts), SEAL);
    }

    static ExchangeId parse(String text, Ids ids) {
        try {
            var all = Base64.getUrlDecoder().decode(text.substring(ORDINARY.length()));
            var facts = Arrays.copyOfRange(all, FILLING, FILLING + FACTS);
            if (all.length == FILLING + FACTS + SEAL
                    && Arrays.equals(seal(ids, facts), Arrays.copyOfRange(all, FILLING + FACTS, all.length))) {
                var buffer = ByteBuffer.wrap(facts);
                var mailbox = buffer.getInt();
                var calendar = buffer.getInt();
                var event = buffer.getLong();
                var day = buffer.getInt();
                return new ExchangeId(mailbox, calendar, event, day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAnId) {
            // refused below like every other text that is no id
        }
        throw GraphRefusal.of(400, "ErrorInvalidIdMalformed", "Id is malformed.");
    }
}
