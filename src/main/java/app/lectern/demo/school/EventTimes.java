package app.lectern.demo.school;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// When an event is, in the zone in which it was entered, by the name under which that zone was given.
public record EventTimes(LocalDateTime start, LocalDateTime end, String zoneName, boolean allDay) {

    public ZoneId zone() {
        return TimeZones.find(zoneName).orElse(ZoneOffset.UTC);
    }

    public Instant startInstant() {
        return start.atZone(zone()).toInstant();
    }

    public Instant endInstant() {
        return end.atZone(zone()).toInstant();
    }

    /// The same time of day and length on another date: an occurrence of a series.
    public EventTimes on(LocalDate date) {
        var moved = date.atTime(start.toLocalTime());
        return new EventTimes(moved, moved.plus(Duration.between(start, end)), zoneName, allDay);
    }

    public boolean touches(Instant from, Instant to) {
        return startInstant().isBefore(to) && endInstant().isAfter(from);
    }
}
