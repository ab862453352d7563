package app.lectern.sync;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What an integration's first sync saw, beside what lay in the store after it.
public record FirstSync(Map<Facet, Long> seen, Map<Facet, Long> stored) {
    public FirstSync {
        seen = Map.copyOf(seen);
        stored = Map.copyOf(stored);
    }

    /// Empty for every later sync.
    public static Optional<FirstSync> of(SyncRun run) {
        if (run.stored().isEmpty()) {
            return Optional.empty();
        }
        var seen = new EnumMap<Facet, Long>(Facet.class);
        run.counts().forEach((facet, count) -> {
            if (run.stored().containsKey(facet)) {
                seen.put(facet, (long) count.created());
            }
        });
        return Optional.of(new FirstSync(seen, run.stored()));
    }

    /// What was planned here or known before lies in the store as well.
    public boolean isWhole() {
        return seen.entrySet().stream().allMatch(each -> stored.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }
}
