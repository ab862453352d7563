package app.lectern.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A download as it is kept for good: who, when, what, where to, how much, how long, and whether the hash was right.
///
/// @param file    where it lies, or would lie; empty before its name was given
/// @param bytes   the file's size
/// @param fetched the bytes that came over the line
/// @param problem the code of what it failed with; empty for the others
public record DownloadRecord(
        long id,
        long integration,
        long recording,
        RecordingKind kind,
        String title,
        String meetingTitle,
        String organiser,
        String person,
        DownloadState state,
        Instant askedAt,
        Optional<Instant> endedAt,
        String folder,
        String file,
        long bytes,
        long fetched,
        Duration took,
        boolean verified,
        String quickXor,
        String sha256,
        String problem) {

    /// What it is called where something is said of it: a meeting may be without a subject.
    public String name() {
        return title.isBlank() ? "#" + recording : title;
    }

    public long bytesPerSecond() {
        return took.toMillis() == 0 ? 0 : fetched * 1000 / took.toMillis();
    }

    public Optional<Path> path() {
        return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder).resolve(file));
    }
}
