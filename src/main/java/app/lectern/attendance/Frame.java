package app.lectern.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/// The time against which attendance is measured: the planned one, as far as the meeting was held in it. What was held wholly
/// outside its plan is measured against when it was held.
public record Frame(Instant start, Instant end) {
    public static Frame of(Instant plannedStart, Instant plannedEnd, Collection<Report> reports) {
        var held = reports.stream().filter(report -> report.source() != AttendanceSource.MANUAL).toList();
        if (held.isEmpty()) {
            return new Frame(plannedStart, plannedEnd);
        }
        var from = held.stream().map(Report::start).min(Comparator.naturalOrder()).orElseThrow();
        var until = held.stream().map(Report::end).max(Comparator.naturalOrder()).orElseThrow();
        var start = from.isAfter(plannedStart) ? from : plannedStart;
        var end = until.isBefore(plannedEnd) ? until : plannedEnd;
        return end.isAfter(start) ? new Frame(start, end) : new Frame(from, until);
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    /// What part of it somebody was there, from 0 to 1.
    public double share(AttendedTime time, Duration counted) {
        long whole = length().toSeconds();
        if (whole <= 0) {
            return counted.isZero() ? 0 : 1;
        }
        var inside = time.within(start, end).total();
        long seconds = Math.min(counted.toSeconds(), time.isEmpty() ? counted.toSeconds() : inside.toSeconds());
        return Math.clamp((double) seconds / whole, 0, 1);
    }
}
