package app.lectern.recordings;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What of the tracking records is looked at. What is empty does not narrow.
///
/// @param person as written in the record
/// @param from   ended, or asked for, at or after it
public record LedgerFilter(String person, OptionalLong recording, Optional<Instant> from, Optional<Instant> until) {
    public static final LedgerFilter ALL = new LedgerFilter("", OptionalLong.empty(), Optional.empty(), Optional.empty());

    public LedgerFilter person(String name) {
        return new LedgerFilter(name.strip(), recording, from, until);
    }

    public LedgerFilter recording(long id) {
        return new LedgerFilter(person, OptionalLong.of(id), from, until);
    }

    public LedgerFilter between(Optional<Instant> since, Optional<Instant> before) {
        return new LedgerFilter(person, recording, since, before);
    }
}
