package app.lectern.attendance;

import java.time.Duration;
import java.util.List;

/// Somebody's attendance across meetings, newest first.
///
/// @param more whether there are older meetings than those that were read
public record PersonHistory(Who who, MatchRule rule, List<Visit> visits, boolean more) {
    /// @param participant how they were there
    public record Visit(MeetingLine meeting, Participant participant) {}

    public PersonHistory {
        visits = List.copyOf(visits);
    }

    public Duration total() {
        return visits.stream().map(visit -> visit.participant().total()).reduce(Duration.ZERO, Duration::plus);
    }

    public long attended() {
        return visits.stream().filter(visit -> visit.participant().attended()).count();
    }

    public long late() {
        return visits.stream().filter(visit -> visit.participant().late()).count();
    }
}
