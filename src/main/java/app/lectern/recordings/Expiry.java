package app.lectern.recordings;

import java.time.Instant;

/// When the tenant puts a recording into its bin.
///
/// @param assumed nobody told the date: it is reckoned from the tenant's usual number of days. Graph tells none.
public record Expiry(Instant at, boolean assumed) {}
