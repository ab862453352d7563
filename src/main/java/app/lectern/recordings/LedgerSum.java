package app.lectern.recordings;

import java.time.Instant;
import java.util.Optional;

/// What the downloads of one person, one recording or one month come to. Those that failed or were cancelled are told apart.
///
/// @param key  the person, the recording's number, or the month as `2026-11`
/// @param name what it is called
public record LedgerSum(String key, String name, long done, long failed, long cancelled, long bytes, Optional<Instant> last) {
    /// By what downloads are added up.
    public enum By { PERSON, RECORDING, MONTH }
}
