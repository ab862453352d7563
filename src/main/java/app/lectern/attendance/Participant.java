package app.lectern.attendance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One person in a meeting, across reports and devices, by the source that is trusted most; the others stand beside it.
///
/// @param time    the union of the stays
/// @param total   how long, to the second
/// @param stated  the source's own count, kept beside it
/// @param sources all that know of the person
/// @param origin  who entered or imported it, where somebody did
public record Participant(
        Who who, MatchRule rule, MeetingRole role, AttendanceSource source, Set<AttendanceSource> sources, AttendedTime time, Duration total, Duration stated,
        double share, boolean late, boolean leftEarly, boolean attended, PersonKind kind, boolean invited, Optional<Report> origin,
        List<Presence> presences) {
    public Participant {
        sources = Set.copyOf(sources);
        presences = List.copyOf(presences);
    }

    public boolean isManual() {
        return source == AttendanceSource.MANUAL;
    }

    /// Teams' own total and the union differ: somebody had two devices running, or the clocks disagreed.
    public boolean differs() {
        return !stated.isZero() && !stated.equals(total);
    }
}
