package app.lectern.graph;

import java.time.Duration;
import java.util.Set;

/// Told to whoever watches a call that is about to be repeated: `2nd of 4 tries in 3 s, because of 429`.
///
/// @param attempt the number of the coming try, the first being 1
/// @param reason  the status or fault of the try before
public record Waiting(int attempt, int of, Duration pause, String reason) {
    private static final Set<String> ASKED = Set.of("424", "429", "503");

    /// Whether Microsoft asked for it, rather than that an answer failed to come.
    public boolean isAsked() {
        return ASKED.contains(reason);
    }
}
