package app.lectern.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// How many people were in the meeting over time, as steps: from each moment on so many.
public record Crowd(List<Step> steps) {
    public record Step(Instant at, int people) {}

    public Crowd {
        steps = List.copyOf(steps);
    }

    public static Crowd of(Collection<AttendedTime> people) {
        var changes = new TreeMap<Instant, Integer>();
        for (var person : people) {
            for (var stay : person.stretches()) {
                changes.merge(stay.joined(), 1, Integer::sum);
                changes.merge(stay.left(), -1, Integer::sum);
            }
        }
        var steps = new ArrayList<Step>();
        int now = 0;
        for (var change : changes.entrySet()) {
            now += change.getValue();
            if (steps.isEmpty() ? now > 0 : steps.getLast().people() != now) {
                steps.add(new Step(change.getKey(), now));
            }
        }
        return new Crowd(steps);
    }

    /// The most at once; of several such times the first.
    public Step most() {
        var most = new Step(Instant.EPOCH, 0);
        for (var step : steps) {
            if (step.people() > most.people()) {
                most = step;
            }
        }
        return most;
    }
}
