package app.lectern.meetings.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// A wall clock's time in a zone, with what daylight saving makes of it: an hour in spring does not exist, one in autumn comes twice.
public record SlotTimes(LocalDateTime local, ZoneId zone) {
    public boolean isInGap() {
        return zone.getRules().getValidOffsets(local).isEmpty();
    }

    public boolean isTwice() {
        return zone.getRules().getValidOffsets(local).size() > 1;
    }

    /// A time that does not exist is moved on by the length of the gap; of one that comes twice, the first counts.
    public ZonedDateTime moment() {
        return local.atZone(zone);
    }

    public Instant instant() {
        return moment().toInstant();
    }

    /// The time that the clock shows instead of one that does not exist.
    public Optional<LocalDateTime> shifted() {
        return isInGap() ? Optional.of(moment().toLocalDateTime()) : Optional.empty();
    }

    /// How far apart the two moments are that this time may mean.
    public Duration ambiguity() {
        var change = zone.getRules().getTransition(local);
        return change == null ? Duration.ZERO : change.getDuration().abs();
    }
}
