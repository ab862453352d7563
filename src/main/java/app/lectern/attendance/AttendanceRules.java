package app.lectern.attendance;

import java.time.Duration;

/// When somebody counts as attended, late or gone early; one per integration.
///
/// @param least   how much counts as attended: minutes, or percent of the meeting
/// @param percent whether `least` is percent
/// @param grace   how much later than the start, or earlier than the end, is still on time
public record AttendanceRules(int least, boolean percent, Duration grace) {
    public static final AttendanceRules USUAL = new AttendanceRules(50, true, Duration.ofMinutes(5));

    public AttendanceRules {
        least = Math.clamp(least, 0, percent ? 100 : 24 * 60);
        grace = grace.isNegative() ? Duration.ZERO : grace;
    }

    /// Somebody who was not there at all has attended by no rule.
    public boolean attended(Duration time, double share) {
        return !time.isZero() && (percent ? share * 100 >= least : time.compareTo(Duration.ofMinutes(least)) >= 0);
    }
}
