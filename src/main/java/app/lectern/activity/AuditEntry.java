package app.lectern.activity;

import java.time.Instant;

/// A note as it stands in the trail, with its place in the chain.
///
/// @param deedId     what was done; [AuditNote#deed] is null when a newer Lectern wrote something this one has no word for
/// @param hashBefore the hash of the entry before it
public record AuditEntry(long id, Instant at, String deedId, AuditNote note, String hashBefore, String hash) implements LogRow {
    @Override
    public LogLevel level() {
        return note.level();
    }

    @Override
    public String integration() {
        return note.integration();
    }
}
