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

    boolean inDrive() {
        return !itemId.isEmpty();
    }
}
