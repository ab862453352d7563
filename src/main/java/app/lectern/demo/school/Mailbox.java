package app.lectern.demo.school;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The calendars of one person: own events, events to which the person is invited, what was deleted, who may look.
public final class Mailbox {

    /// An event that is gone, for delta.
    public record Removed(CalendarEvent event, long change) {
    }

    /// Somebody with whom the calendar is shared.
    ///
    /// @param address null for "My Organization"
    public record Share(String id, String name, String address, String role, boolean inside) {
    }

    private final Person owner;
    private final List<SchoolCalendar> calendars = new ArrayList<>();
    private final Set<CalendarEvent> own = new LinkedHashSet<>();
    private final List<CalendarEvent> invited = new ArrayList<>();
    private final List<Removed> removed = new ArrayList<>();
    private final Map<Integer, List<Share>> shares = new HashMap<>();
    private int calendarsMade = 1;

    Mailbox(Person owner) {
        this.owner = owner;
        calendars.add(new SchoolCalendar(owner, 0, "Calendar"));
        shares(0).set(0, organisation("freeBusyRead"));
    }

    public Person owner() {
        return owner;
    }

    public List<SchoolCalendar> calendars() {
        return Collections.unmodifiableList(calendars);
    }

    public Optional<SchoolCalendar> calendar(int number) {
        return calendars.stream().filter(calendar -> calendar.number() == number).findFirst();
    }

    public SchoolCalendar addCalendar(String name) {
        var calendar = new SchoolCalendar(owner, calendarsMade++, name);
        calendars.add(calendar);
        return calendar;
    }

    public void removeCalendar(SchoolCalendar calendar) {
        calendars.remove(calendar);
        own.removeIf(event -> event.calendar().equals(calendar));
    }

    public void renameCalendar(SchoolCalendar calendar, String name) {
        calendars.set(calendars.indexOf(calendar), new SchoolCalendar(owner, calendar.number(), name));
    }

    /// What the person sees in a calendar: invitations lie in the mailbox's own one.
    public List<CalendarEvent> events(int calendar) {
        var seen = new ArrayList<CalendarEvent>();
        own.stream().filter(event -> event.calendar().number() == calendar && !event.isCancelled()).forEach(seen::add);
        if (calendar == 0) {
            invited.stream().filter(event -> !event.isDeclinedBy(owner)).forEach(seen::add);
        }
        return seen;
    }

    public boolean sees(CalendarEvent event) {
        return own.contains(event) && !event.isCancelled() || invited.contains(event) && !event.isDeclinedBy(owner);
    }

    public List<Removed> removedSince(long change) {
        return removed.stream().filter(gone -> gone.change() > change).toList();
    }

    public Set<CalendarEvent> own() {
        return Collections.unmodifiableSet(own);
    }

    /// With whom the mailbox's own calendar is shared.
    public List<Share> shares() {
        return shares(0);
    }

    /// A further calendar begins closed to everybody.
    public List<Share> shares(int calendar) {
        return shares.computeIfAbsent(calendar, number -> new ArrayList<>(List.of(organisation("none"))));
    }

    private static Share organisation(String role) {
        return new Share("RGVmYXVsdA==", "My Organization", null, role, true);
    }

    void keep(CalendarEvent event) {
        own.add(event);
    }

    void invite(CalendarEvent event) {
        if (!invited.contains(event)) {
            invited.add(event);
        }
    }

    /// The seed invites to each event once; looking for it in a full mailbox would cost a large school minutes.
    void inviteUnseen(CalendarEvent event) {
        invited.add(event);
    }

    void drop(CalendarEvent event, long change) {
        if (own.remove(event) | invited.remove(event)) {
            removed.add(new Removed(event, change));
        }
    }
}
