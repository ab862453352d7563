package app.lectern.demo.school;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All mailboxes' calendars: makes, moves, cancels and deletes events, and keeps organiser, attendees and online meeting in step.
public final class Calendars {
    private final Clock clock;
    private final People people;
    private final Meetings meetings;
    private final Changes changes;
    private final Map<Person, Mailbox> mailboxes = new HashMap<>();
    private final Map<Long, CalendarEvent> events = new HashMap<>();
    private Duration linkDelay = Duration.ZERO;
    private long made;

    Calendars(Clock clock, People people, Meetings meetings, Changes changes) {
        this.clock = clock;
        this.people = people;
        this.meetings = meetings;
        this.changes = changes;
    }

    public Mailbox of(Person person) {
        return mailboxes.computeIfAbsent(person, Mailbox::new);
    }

    public Optional<CalendarEvent> event(long number) {
        return Optional.ofNullable(events.get(number));
    }

    /// Puts an event into a calendar; the caller fills it and then says [#publish].
    public CalendarEvent create(SchoolCalendar calendar, Instant created) {
        var event = new CalendarEvent(made++, calendar, created, changes.next());
        events.put(event.number(), event);
        of(calendar.owner()).keep(event);
        return event;
    }

    /// Sends the invitations of a new or changed event.
    public void publish(CalendarEvent event) {
        changed(event);
        for (var attendee : event.attendees()) {
            people.findByAddress(attendee.address()).filter(person -> person != event.organiser())
                    .ifPresent(person -> of(person).invite(event));
        }
        var meeting = event.meeting();
        if (meeting != null) {
            meeting.subject(event.subject());
            meeting.times(event.times().startInstant(), event.times().endInstant());
            meeting.callOff(clock.instant(), changes.next());
        }
    }

    void changed(CalendarEvent event) {
        event.touched(clock.instant(), changes.next());
    }

    /// Makes the event a Teams meeting, if the organiser has Teams; without it nothing happens, as in Graph.
    public void bringOnline(CalendarEvent event) {
        var now = clock.instant();
        if (event.meeting() != null || !event.organiser().hasTeams(now)) {
            return;
        }
        var kind = event.recurrence() == null ? MeetingKind.SCHEDULED : MeetingKind.RECURRING;
        var times = event.times();
        var meeting = meetings.make(event.organiser(), kind, event.subject(), times.startInstant(), times.endInstant(), now);
        meeting.event(event);
        // without a delay the answer to the creation has the link, though the clock went on since the request came in
        event.meeting(meeting, linkDelay.isZero() ? Instant.EPOCH : now.plus(linkDelay));
    }

    /// Deletes the event from the sight of this person: for the organiser everywhere, for an attendee only there.
    public void delete(CalendarEvent event, Person viewer) {
        var change = changes.next();
        if (viewer != event.organiser()) {
            event.decline(viewer);
            of(viewer).drop(event, change);
            return;
        }
        withdraw(event, change);
        of(viewer).drop(event, change);
        for (var person : attending(event)) {
            of(person).drop(event, change);
        }
    }

    /// Cancels with a message: gone from the organiser's calendar, marked as cancelled in the others'.
    public void cancel(CalendarEvent event) {
        var change = changes.next();
        event.cancel();
        event.touched(clock.instant(), change);
        withdraw(event, change);
        of(event.organiser()).drop(event, change);
    }

    private void withdraw(CalendarEvent event, long change) {
        if (event.meeting() != null) {
            event.meeting().callOff(clock.instant(), change);
        }
    }

    /// Changes one date of a series; `times` null deletes it.
    public void changeOccurrence(CalendarEvent event, LocalDate date, EventTimes times, String subject) {
        changed(event);
        event.changes().put(date, new CalendarEvent.Change(times, subject, event.lastChange()));
    }

    public void deleteCalendar(SchoolCalendar calendar) {
        var mailbox = of(calendar.owner());
        for (var event : List.copyOf(mailbox.events(calendar.number()))) {
            delete(event, calendar.owner());
        }
        mailbox.removeCalendar(calendar);
    }

    /// How long after its making an event goes without a join link.
    void delayLinks(Duration delay) {
        linkDelay = delay;
    }

    private List<Person> attending(CalendarEvent event) {
        return event.attendees().stream().flatMap(attendee -> people.findByAddress(attendee.address()).stream()).toList();
    }
}
