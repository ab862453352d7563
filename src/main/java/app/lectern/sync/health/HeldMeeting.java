package app.lectern.sync.health;

import java.time.Instant;

/// A meeting that was held, as far as its health needs it.
///
/// @param thread  its chat; empty where none is known
/// @param records whether it was to record by itself
public record HeldMeeting(long id, String subject, String organiser, String organiserName, Instant start, Instant end, String thread,
        boolean records) {}
