package app.lectern.sync;

import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The counts of a run while it goes on. Parts that work side by side share one.
public final class SyncTally {
    private final Map<Facet, FacetCount> counts = new EnumMap<>(Facet.class);
    private final List<SyncFailure> failures = new ArrayList<>();
    private final Map<String, Instant> spared = new HashMap<>();

    /// So that a facet with nothing to do is told from one that was not looked at.
    public synchronized void lookedAt(Set<Facet> facets) {
        facets.forEach(facet -> counts.putIfAbsent(facet, FacetCount.NONE));
    }

    /// Facets that nobody allowed to read are not part of the result: neither done nor failed.
    public synchronized void off(Set<Facet> facets) {
        counts.keySet().removeAll(facets);
    }

    public synchronized void add(Facet facet, FacetCount more) {
        counts.merge(facet, more, FacetCount::plus);
    }

    public void created(Facet facet) {
        add(facet, new FacetCount(1, 0, 0, 0, 0));
    }

    public void updated(Facet facet) {
        add(facet, new FacetCount(0, 1, 0, 0, 0));
    }

    public void unchanged(Facet facet) {
        add(facet, new FacetCount(0, 0, 1, 0, 0));
    }

    public void removed(Facet facet) {
        add(facet, new FacetCount(0, 0, 0, 1, 0));
    }

    public void failed(Facet facet, OptionalLong meeting, String subject, Problem problem) {
        synchronized (this) {
            failures.add(new SyncFailure(facet, meeting, subject, problem));
        }
        add(facet, new FacetCount(0, 0, 0, 0, 1));
    }

    /// An organiser who was read a moment ago and is not asked again.
    public synchronized void spared(String organiserId, Instant readAt) {
        spared.merge(organiserId, readAt, (one, other) -> one.isBefore(other) ? one : other);
    }

    public synchronized Spared spared() {
        return spared.values().stream().min(Comparator.naturalOrder()).map(oldest -> new Spared(spared.size(), Optional.of(oldest))).orElse(Spared.NOBODY);
    }

    public synchronized Map<Facet, FacetCount> counts() {
        return Map.copyOf(counts);
    }

    public synchronized List<SyncFailure> failures() {
        return List.copyOf(failures);
    }
}
