package app.lectern.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One thing that a meeting left behind, as the library knows it. Texts that are not known are empty.
///
/// @param confidence how sure the meeting is, in percent
/// @param graphId    what the meetings API calls it; empty for what only lies in a drive
/// @param driveId    where its file lies; empty for what only the meetings API told of
public record Recording(
        long id,
        long integration,
        RecordingKind kind,
        RecordingState state,
        String title,
        String name,
        OptionalLong meeting,
        String meetingTitle,
        MatchBy matchBy,
        int confidence,
        String organiserId,
        String organiser,
        Instant recordedAt,
        Optional<Duration> length,
        OptionalLong size,
        Place place,
        String driveId,
        String itemId,
        String graphId,
        String callId,
        String graphMeeting,
        String webUrl,
        String version,
        String hash,
        Optional<Instant> expiresAt,
        Optional<Instant> removedAt,
        boolean keep,
        LocalState local,
        String localPath,
        int downloads,
        Optional<Instant> downloadedAt) {

    /// Whether its bytes can be asked for.
    public boolean canDownload() {
        return state == RecordingState.AVAILABLE && (inDrive() || !graphId.isEmpty() && (kind == RecordingKind.TRANSCRIPT || !graphMeeting.isEmpty()));
    }

    /// Whether it is a file of a drive; otherwise the meetings API alone has it.
    public boolean inDrive() {
        return !itemId.isEmpty();
    }

    /// Whether it is of a call that was no meeting.
    public boolean isOfCall() {
        return !callId.isEmpty() && graphMeeting.isEmpty() && meeting.isEmpty();
    }

    public boolean expiresBefore(Instant moment) {
        return state == RecordingState.AVAILABLE && expiresAt.filter(at -> at.isBefore(moment)).isPresent();
    }
}
