package app.lectern.recordings.downloads;

import java.nio.file.Path;
import java.time.Duration;

/// A file that came whole.
///
/// @param fetched  the bytes that came over the line, more than the size when some had to come twice, less after a resume
/// @param verified whether the tenant's hash was there to compare with; the size always is
public record DownloadResult(Path file, long size, long fetched, Duration took, String quickXor, String sha256, boolean verified) {
    public long bytesPerSecond() {
        return took.toMillis() == 0 ? fetched : fetched * 1000 / took.toMillis();
    }
}
