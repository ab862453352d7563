package app.lectern.meetings;

import app.lectern.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Makes known what was created, changed and called off here, so that the other features need not wait for the next look into the
/// calendars.
public final class PlannedMeetings {
    private final CalendarStore store;
    private final Clock clock;

    public PlannedMeetings(Store store, Clock clock) {
        this.store = new CalendarStore(store);
        this.clock = clock;
    }

    public void keep(long integration, Map<Meeting, List<Attendee>> made) {
        if (!made.isEmpty()) {
            store.plan(integration, made, clock.instant());
        }
    }

    /// @param event of a series, its master; of a bare link empty
    public void callOff(long integration, String event, String joinUrl) {
        store.callOff(integration, event, joinUrl, clock.instant());
    }
}
