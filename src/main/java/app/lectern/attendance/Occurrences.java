package app.lectern.attendance;

import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which occurrence a report belongs to: all of a series share one online meeting and its reports, and a channel answers with
/// the reports of everything that was ever held in it.
final class Occurrences {
    /// People come early and the clock of a series may be off by a moved lesson; the next day is another occurrence.
    private static final Duration NEAR = Duration.ofHours(12);
    /// A channel also names meetings that nobody told Lectern of, so only those in time are ours.
    private static final Duration IN_CHANNEL = Duration.ofMinutes(30);

    private Occurrences() {}

    static Optional<Meeting> of(List<Meeting> candidates, Instant start, Instant end) {
        boolean channel = candidates.stream().anyMatch(meeting -> meeting.kind() == MeetingKind.CHANNEL);
        if (candidates.size() == 1 && !channel) {
            return Optional.of(candidates.getFirst());
        }
        var overlapping = candidates.stream().filter(meeting -> overlap(meeting, start, end) > 0)
                .max(Comparator.comparingLong(meeting -> overlap(meeting, start, end)));
        var tolerance = channel ? IN_CHANNEL : NEAR;
        return overlapping.or(() -> candidates.stream().filter(meeting -> away(meeting, start, end).compareTo(tolerance) <= 0)
                .min(Comparator.comparing(meeting -> away(meeting, start, end))));
    }

    private static long overlap(Meeting meeting, Instant start, Instant end) {
        var from = start.isAfter(meeting.start()) ? start : meeting.start();
        var until = end.isBefore(meeting.end()) ? end : meeting.end();
        return Duration.between(from, until).toMillis();
    }

    private static Duration away(Meeting meeting, Instant start, Instant end) {
        var first = meeting.distance(start);
        var last = meeting.distance(end);
        return first.compareTo(last) < 0 ? first : last;
    }
}
