package app.lectern.demo.operations;

import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.EventTimes;
import app.lectern.demo.school.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An event as one person sees it in a calendar: a single one, the master of a series, or one date of it.
///
/// @param date null unless it is an occurrence
record SeenEvent(CalendarEvent event, Person viewer, LocalDate date, EventTimes times, String subject) {

    static SeenEvent whole(CalendarEvent event, Person viewer) {
        return new SeenEvent(event, viewer, null, event.times(), event.subject());
    }

    String type() {
        if (date == null) {
            return event.recurrence() == null ? "singleInstance" : "seriesMaster";
        }
        return event.changes().containsKey(date) ? "exception" : "occurrence";
    }

    boolean isOrganiser() {
        return viewer == event.organiser();
    }

    /// The occurrence on a date of the series, unless there is none or it was deleted.
    static Optional<SeenEvent> occurrence(CalendarEvent event, Person viewer, LocalDate date) {
        if (event.recurrence() == null || !event.recurrence().dates(date).contains(date)) {
            return Optional.empty();
        }
        var change = event.changes().get(date);
        if (change == null) {
            return Optional.of(new SeenEvent(event, viewer, date, event.times().on(date), event.subject()));
        }
        return change.times() == null ? Optional.empty()
                : Optional.of(new SeenEvent(event, viewer, date, change.times(), change.subject()));
    }

    /// What of this event lies in the window: itself, or the dates of its series.
    static List<SeenEvent> expand(CalendarEvent event, Person viewer, Instant from, Instant to) {
        if (event.recurrence() == null) {
            return event.times().touches(from, to) ? List.of(whole(event, viewer)) : List.of();
        }
        var last = to.atZone(event.times().zone()).toLocalDate();
        var seen = new ArrayList<SeenEvent>();
        for (var date : event.recurrence().dates(last.plusDays(31))) {
            var change = event.changes().get(date);
            var times = change == null ? event.times().on(date) : change.times();
            if (times != null && times.touches(from, to)) {
                seen.add(new SeenEvent(event, viewer, date, times, change == null ? event.subject() : change.subject()));
            }
        }
        return seen;
    }

    static List<SeenEvent> expandAll(List<CalendarEvent> events, Person viewer, Instant from, Instant to) {
        return events.stream().flatMap(event -> expand(event, viewer, from, to).stream())
                .sorted(Comparator.comparing((SeenEvent seen) -> seen.times().startInstant())
                .thenComparing(seen -> seen.event().number())).toList();
    }
}
