package app.lectern.recordings.downloads;

import java.time.Duration;

/// How much of the line the downloads take.
///
/// @param files          files at once
/// @param perFile        connections for one file at the most
/// @param inAll          connections in all
/// @param bytesPerSecond the bandwidth for all of them, 0 for all there is
/// @param patience       how long a connection may be silent
public record Limits(int files, int perFile, int inAll, long bytesPerSecond, Duration patience) {
    /// Four files at once over four connections each.
    public static final Limits POLITE = new Limits(4, 4, 16, 0, Duration.ofSeconds(20));

    public Limits filesAtOnce(int count) {
        return new Limits(count, perFile, Math.max(perFile, count * perFile), bytesPerSecond, patience);
    }

    public Limits bandwidth(long perSecond) {
        return new Limits(files, perFile, inAll, perSecond, patience);
    }

    public Limits patient(Duration silence) {
        return new Limits(files, perFile, inAll, bytesPerSecond, silence);
    }
}
