package app.lectern.attendance;

import java.time.Instant;
import java.util.List;

/// That a person's data was erased. Who it was stands in none of it.
///
/// @param meetings those whose figures changed; known only at the moment itself
public record Erasure(long id, Instant at, String by, String reason, int entries, List<Long> meetings) {}
