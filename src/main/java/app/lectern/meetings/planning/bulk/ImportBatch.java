package app.lectern.meetings.planning.bulk;

import java.time.Instant;
import java.util.Optional;

/// An import that was confirmed.
///
/// @param batch    what its slots carry, and what is typed to take it back
/// @param source   the file, or the name of the term
/// @param meetings how many it had
public record ImportBatch(String batch, long integration, String source, int meetings, Instant createdAt, Optional<Instant> undoneAt) {}
