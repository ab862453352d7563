package app.lectern.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run of the sync, as it is kept.
///
/// @param stored after an integration’s first run, what lies in the store; empty after every other
public record SyncRun(long id, long integration, String scope, boolean forced, Instant startedAt, Optional<Instant> endedAt, Ending ending,
        Map<Facet, FacetCount> counts, List<SyncFailure> failures, Spared spared, Map<Facet, Long> stored) {

    /// RUNNING stays behind when a process is killed; the next run of the integration turns it into CUT_OFF.
    public enum Ending { RUNNING, DONE, DONE_WITH_FAILURES, FAILED, CANCELLED, CUT_OFF }

    public SyncRun {
        counts = Map.copyOf(counts);
        failures = List.copyOf(failures);
        stored = Map.copyOf(stored);
    }

    public boolean succeeded() {
        return ending == Ending.DONE;
    }

    public int processed() {
        return counts.values().stream().mapToInt(FacetCount::processed).sum();
    }
}
