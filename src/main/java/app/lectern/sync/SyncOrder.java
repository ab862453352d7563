package app.lectern.sync;

import app.lectern.integrations.Integration;
import java.time.Duration;
import java.time.Instant;

/// What somebody, or the schedule, wants synced.
///
/// @param force    reads everything anew instead of what has changed since the last run
/// @param coveredFrom what was read since then belongs to a run that has just ended, and is not asked again; the engine says so
public record SyncOrder(Integration integration, SyncScope scope, boolean force, Instant coveredFrom) {
    /// So long after a run, or after a reading of its own, nobody is asked again.
    public static final Duration FRESH = Duration.ofMinutes(5);

    public SyncOrder(Integration integration, SyncScope scope, boolean force) {
        this(integration, scope, force, Instant.MAX);
    }

    public static SyncOrder everything(Integration integration) {
        return new SyncOrder(integration, new SyncScope.Everything(), false);
    }

    SyncOrder coveredFrom(Instant moment) {
        return new SyncOrder(integration, scope, force, moment);
    }

    /// Whether what was read at a moment need not be asked for now. Who asks for something by its name, or for everything anew, is
    /// not put off.
    public boolean isFresh(Instant readAt, Instant now) {
        return !force && !scope.isNamed() && (readAt.isAfter(now.minus(FRESH)) || !readAt.isBefore(coveredFrom));
    }
}
