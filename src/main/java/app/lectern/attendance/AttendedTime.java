package app.lectern.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The union of somebody's stays: devices that overlap count once, and stays that touch are one. In the order of time.
public record AttendedTime(List<Stay> stretches) {
    public static final AttendedTime NONE = new AttendedTime(List.of());

    public AttendedTime {
        stretches = List.copyOf(stretches);
    }

    public static AttendedTime union(Collection<Stay> stays) {
        var sorted = stays.stream().sorted(Comparator.comparing(Stay::joined).thenComparing(Stay::left)).toList();
        var united = new ArrayList<Stay>();
        for (var stay : sorted) {
            var last = united.isEmpty() ? null : united.getLast();
            if (last == null || stay.joined().isAfter(last.left())) {
                united.add(stay);
            } else if (stay.left().isAfter(last.left())) {
                united.set(united.size() - 1, new Stay(last.joined(), stay.left()));
            }
        }
        return new AttendedTime(united);
    }

    public AttendedTime and(AttendedTime other) {
        var all = new ArrayList<>(stretches);
        all.addAll(other.stretches);
        return union(all);
    }

    /// The part of it that lies between the two moments.
    public AttendedTime within(Instant from, Instant until) {
        return new AttendedTime(stretches.stream().filter(stay -> stay.left().isAfter(from) && stay.joined().isBefore(until))
                .map(stay -> new Stay(later(stay.joined(), from), earlier(stay.left(), until))).toList());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public Duration total() {
        return stretches.stream().map(Stay::length).reduce(Duration.ZERO, Duration::plus);
    }

    public Optional<Instant> firstJoin() {
        return stretches.stream().findFirst().map(Stay::joined);
    }

    public Optional<Instant> lastLeave() {
        return stretches.isEmpty() ? Optional.empty() : Optional.of(stretches.getLast().left());
    }

    /// How often somebody came: once more than they went away in between.
    public int sessions() {
        return stretches.size();
    }

    public boolean isEmpty() {
        return stretches.isEmpty();
    }
}
