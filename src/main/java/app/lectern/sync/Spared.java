package app.lectern.sync;

import java.time.Instant;
import java.util.Optional;

/// Organisers whom a run did not ask, because the one before had just read them.
///
/// @param readAt when the first of them was read
public record Spared(int organisers, Optional<Instant> readAt) {
    public static final Spared NOBODY = new Spared(0, Optional.empty());
}
