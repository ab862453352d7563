package app.lectern.sync.health;

import app.lectern.sync.Facet;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A meeting with how each facet of it stands.
public record MeetingHealth(HeldMeeting meeting, Map<Facet, FacetHealth> facets) {
    public MeetingHealth {
        facets = new TreeMap<>(facets);
    }

    /// The worst of its facets; a meeting that no facet knows has not been looked at.
    public HealthState state() {
        return worst().map(each -> each.getValue().state()).orElse(HealthState.STALE);
    }

    public Optional<Map.Entry<Facet, FacetHealth>> worst() {
        return facets.entrySet().stream().max(Comparator.comparing(each -> each.getValue().state()));
    }

    /// Whether somebody or the next sync has something to do with it.
    public boolean isTrouble() {
        return state().compareTo(HealthState.STALE) >= 0;
    }
}
