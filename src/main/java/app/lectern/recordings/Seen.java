package app.lectern.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A recording as one of the two places describes it. The other place's ids are empty.
record Seen(
        RecordingKind kind,
        String name,
        String title,
        Instant recordedAt,
        Optional<Duration> length,
        OptionalLong size,
        Place place,
        String driveId,
        String itemId,
        String graphId,
        String callId,
        String graphMeeting,
        String threadId,
        String webUrl,
        String version,
        String hash,
        Optional<Instant> expiresAt) {

    /// The same in this place, of this thread unless the file itself names one.
    Seen of(String thread, Place where) {
        return new Seen(kind, name, title, recordedAt, length, size, where, driveId, itemId, graphId, callId, graphMeeting,
                threadId.isEmpty() ? thread : threadId, webUrl, version, hash, expiresAt);
    }

    boolean inDrive() {
        return !itemId.isEmpty();
    }
}
