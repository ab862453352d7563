package app.lectern.sync.health;

import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How one facet of a meeting stands.
///
/// @param since  from when on it has stood so, where that is known
/// @param reason the key of a sentence, or nothing where the state says it all
public record FacetHealth(HealthState state, Optional<Instant> since, String reason, Map<String, String> facts, Optional<Problem> problem) {
    public FacetHealth {
        facts = Map.copyOf(facts);
    }

    public static FacetHealth of(HealthState state, Instant since, String reason) {
        return new FacetHealth(state, Optional.ofNullable(since), reason, Map.of(), Optional.empty());
    }

    public static FacetHealth failing(Instant since, Problem problem) {
        return new FacetHealth(HealthState.FAILING, Optional.ofNullable(since), "", Map.of(), Optional.of(problem));
    }

    FacetHealth since(Instant moment) {
        return new FacetHealth(state, Optional.of(moment), reason, facts, problem);
    }
}
