package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import app.lectern.sync.Facet;
import app.lectern.sync.health.FacetHealth;
import app.lectern.sync.health.HealthSource;
import app.lectern.sync.health.HealthState;
import app.lectern.sync.health.HeldMeeting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How well the recordings of meetings are synced. One is missed only where the meeting was to record by itself.
public final class RecordingsHealth implements HealthSource {
    /// Teams is usually done within the hour and at most within a day.
    private static final Duration LATEST = Duration.ofHours(24);

    private final RecordingHealthStore store;

    public RecordingsHealth(Store store) {
        this.store = new RecordingHealthStore(store);
    }

    @Override
    public Facet facet() {
        return Facet.RECORDINGS;
    }

    @Override
    public Map<Long, FacetHealth> of(Integration of, List<HeldMeeting> meetings, Instant now) {
        var known = store.byMeeting(of.id());
        var all = new HashMap<Long, FacetHealth>();
        for (var meeting : meetings) {
            var found = known.get(meeting.id());
            if (found != null || meeting.records()) {
                all.put(meeting.id(), found == null ? none(meeting, now) : read(meeting, found, now));
            }
        }
        return all;
    }

    private static FacetHealth none(HeldMeeting meeting, Instant now) {
        return now.isBefore(meeting.end().plus(LATEST)) ? FacetHealth.of(HealthState.WAITING, meeting.end(), "sync-health.why.recording-due")
                : FacetHealth.of(HealthState.MISSING, meeting.end().plus(LATEST), "sync-health.why.no-recording");
    }

    private static FacetHealth read(HeldMeeting meeting, RecordingHealthStore.Known known, Instant now) {
        return switch (known.state()) {
            case AVAILABLE -> FacetHealth.of(HealthState.SYNCED, known.at(), "");
            case PROCESSING -> none(meeting, now);
            default -> FacetHealth.of(HealthState.SYNCED, known.at(), "sync-health.why.removed");
        };
    }
}
