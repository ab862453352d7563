package app.lectern.sync;

import app.lectern.integrations.Integration;

/// What somebody, or the schedule, wants synced.
///
/// @param force reads everything anew instead of what has changed since the last run
public record SyncOrder(Integration integration, SyncScope scope, boolean force) {
    public static SyncOrder everything(Integration integration) {
        return new SyncOrder(integration, new SyncScope.Everything(), false);
    }
}
