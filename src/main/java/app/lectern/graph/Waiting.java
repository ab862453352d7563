package app.lectern.graph;

import java.time.Duration;

/// Told to whoever watches a call that is about to be repeated: `2nd of 4 tries in 3 s, because of 429`.
///
/// @param attempt the number of the coming try, the first being 1
/// @param reason  the status or fault of the try before
public record Waiting(int attempt, int of, Duration pause, String reason) {}
