package app.lectern.sync.health;

import app.lectern.integrations.Integration;
import app.lectern.sync.Facet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a feature knows of its facet of meetings, from the store alone.
public interface HealthSource {
    Facet facet();

    /// By the meeting's id. A meeting that the facet has nothing to say about is left out.
    Map<Long, FacetHealth> of(Integration of, List<HeldMeeting> meetings, Instant now);
}
