package app.lectern.sync.health;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How well an integration is synced.
///
/// @param state    of the syncs themselves: do they run, and did the last one get through
/// @param since    from when on it has stood so
/// @param problem  why it fails
/// @param lastGood the end of the last run that got through, with or without single failures
/// @param counts   of the meetings that ended within the span, by facet and state
/// @param off      what nobody allowed Lectern to read
/// @param failures what the last runs could not read
/// @param troubles the meetings with something stale, missing or failing, newest first
public record IntegrationHealth(Integration integration, HealthState state, Optional<Instant> since, Optional<Problem> problem,
        Optional<Instant> lastGood, Optional<SyncRun> lastRun, int meetings, Map<Facet, Map<HealthState, Integer>> counts,
        Set<Facet> off, List<OpenFailure> failures, List<MeetingHealth> troubles) {

    public IntegrationHealth {
        counts = new TreeMap<>(counts);
        off = Set.copyOf(off);
        failures = List.copyOf(failures);
        troubles = List.copyOf(troubles);
    }

    public int count(HealthState of) {
        return counts.values().stream().mapToInt(each -> each.getOrDefault(of, 0)).sum();
    }

    /// Whether whoever watches should be told: a sync that does not run or get through, or things that cannot be read. What
    /// Microsoft never had is no fault of the sync.
    public boolean isSound() {
        return state == HealthState.SYNCED && failures.isEmpty() && count(HealthState.FAILING) == 0;
    }
}
