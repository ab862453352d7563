package app.lectern.attendance;

import java.time.Instant;

/// One account of who was in a meeting: a session as Teams reports it, an imported file, a call record, or one entry by hand.
///
/// @param key    what the source knows it by: the report's id, the file's checksum, the entry's own id
/// @param stated how many participants the source says that there are
/// @param origin who brought it in, and why; Teams' own reports have none
public record Report(long id, AttendanceSource source, String key, Instant start, Instant end, int stated, Instant readAt, Origin origin) {
    /// @param by     the person who imported or entered it
    /// @param reason why, in their words, or the name of the file
    public record Origin(String by, String reason) {
        public static final Origin NONE = new Origin("", "");
    }
}
