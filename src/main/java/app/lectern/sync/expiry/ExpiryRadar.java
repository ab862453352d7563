package app.lectern.sync.expiry;

import app.lectern.integrations.Integration;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Puts together what will end for an integration, the soonest first. Asks the store only.
public final class ExpiryRadar {
    private final List<ExpirySource> sources;
    private final Clock clock;

    public ExpiryRadar(List<ExpirySource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    public List<Expiring> of(Integration of) {
        var now = clock.instant();
        return sources.stream().flatMap(source -> source.find(of, now).stream()).sorted(Comparator.comparing(Expiring::at)).toList();
    }

    public Instant now() {
        return clock.instant();
    }
}
