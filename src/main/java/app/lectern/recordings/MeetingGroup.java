package app.lectern.recordings;

import java.time.Instant;
import java.util.OptionalLong;

/// What one meeting left behind, counted. Those of no meeting are one group.
///
/// @param meeting empty for what belongs to none
/// @param title   the meeting's, empty for what belongs to none
/// @param newest  when the newest of them was recorded
/// @param size    of all whose size is known
public record MeetingGroup(OptionalLong meeting, String title, Instant newest, int recordings, long size) {
    private static final long NO_MEETING = -1;

    /// What tells it from other groups.
    public long key() {
        return meeting.orElse(NO_MEETING);
    }
}
