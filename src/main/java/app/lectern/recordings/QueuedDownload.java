package app.lectern.recordings;

import app.lectern.problems.Problem;
import java.time.Duration;
import java.util.Optional;

/// A line of the queue as it is now.
///
/// @param done    bytes that are here
/// @param total   bytes of the file, 0 while that is not known
/// @param speed   bytes per second over the last seconds
/// @param problem what it failed with, or what it waits to try again after
/// @param mine    whether this process works on it, rather than another one on the same data folder
public record QueuedDownload(DownloadRecord row, long done, long total, long speed, Optional<Duration> left, Optional<Problem> problem, boolean mine) {
    public long id() {
        return row.id();
    }

    public DownloadState state() {
        return row.state();
    }
}
