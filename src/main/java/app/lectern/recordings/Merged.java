package app.lectern.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A known recording with what one of the two places says of it now; what that place does not know stays as it was.
record Merged(Recording known, Seen seen) {
    /// What is told of without a title takes that of its file.
    String title() {
        return known.title().isEmpty() ? seen.title() : known.title();
    }

    String name() {
        return newer(seen.name(), known.name());
    }

    /// The drive's time is the file's; the meetings API knows when recording began.
    Instant recordedAt() {
        return seen.inDrive() && !known.graphId().isEmpty() ? known.recordedAt() : seen.recordedAt();
    }

    Optional<Duration> length() {
        return seen.inDrive() ? seen.length().or(known::length) : known.length().filter(length -> !known.itemId().isEmpty()).or(seen::length);
    }

    OptionalLong size() {
        return seen.size().isPresent() ? seen.size() : known.size();
    }

    Place place() {
        return seen.inDrive() || known.itemId().isEmpty() ? seen.place() : known.place();
    }

    String driveId() {
        return newer(seen.driveId(), known.driveId());
    }

    String itemId() {
        return newer(seen.itemId(), known.itemId());
    }

    String graphId() {
        return newer(seen.graphId(), known.graphId());
    }

    String callId() {
        return newer(seen.callId(), known.callId());
    }

    String graphMeeting() {
        return newer(seen.graphMeeting(), known.graphMeeting());
    }

    String webUrl() {
        return newer(seen.webUrl(), known.webUrl());
    }

    String version() {
        return newer(seen.version(), known.version());
    }

    String hash() {
        return newer(seen.hash(), known.hash());
    }

    Optional<Instant> expiresAt() {
        return seen.expiresAt().or(known::expiresAt);
    }

    private static String newer(String now, String before) {
        return now.isEmpty() ? before : now;
    }

    boolean isNothingNew() {
        return known.state() == RecordingState.AVAILABLE && title().equals(known.title()) && name().equals(known.name()) && recordedAt().equals(known.recordedAt())
                && length().map(Duration::toSeconds).equals(known.length().map(Duration::toSeconds)) && size().equals(known.size())
                && place() == known.place() && itemId().equals(known.itemId()) && graphId().equals(known.graphId())
                && version().equals(known.version()) && hash().equals(known.hash()) && webUrl().equals(known.webUrl())
                && expiresAt().equals(known.expiresAt());
    }
}
