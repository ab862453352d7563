package app.lectern.recordings.downloads;

import app.lectern.graph.Fetched;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/// Where one file comes from. Every method may be called from several threads.
public interface FileSource {
    /// Where the file can be fetched now, asked anew each time: addresses expire within minutes, and so may the permission.
    ///
    /// @param version changes with the content, such as an ETag
    /// @param hash    the quickXorHash that the tenant reports; empty when it reports none
    record Location(URI address, long size, String version, String hash) {}

    Location locate();

    /// The bytes `[from, until)` without any token.
    ///
    /// @param tag the host's own tag of the content, empty before the first answer
    Fetched fetch(URI address, long from, long until, String tag, Duration patience);

    /// What a broken read means.
    RuntimeException raised(IOException broken);
}
