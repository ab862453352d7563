package app.lectern.integrations.upkeep;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is due for an integration and when: a monthly look at its use, its secret every quarter, its permissions once a year.
public final class UpkeepList {
    private final UpkeepStore store;
    private final Clock clock;

    public UpkeepList(Store store, Clock clock) {
        this.store = new UpkeepStore(store);
        this.clock = clock;
    }

    /// The most urgent first. Whoever signs in as a person has no secret to renew.
    public List<Upkeep> of(Integration of) {
        var done = store.done(of.id());
        return Arrays.stream(UpkeepKind.values())
                .filter(kind -> kind != UpkeepKind.CREDENTIAL || of.signInMethod().isUnattended())
                .map(kind -> {
                    var last = Optional.ofNullable(done.get(kind));
                    return new Upkeep(kind, last, last.orElse(of.createdAt()).plus(kind.pause()));
                })
                .sorted(Comparator.comparing(Upkeep::due))
                .toList();
    }

    public List<Upkeep> overdue(Integration of) {
        var now = clock.instant();
        return of(of).stream().filter(each -> each.isOverdue(now)).toList();
    }

    /// It was done now; the next time is reckoned from here.
    public void done(Integration of, UpkeepKind kind) {
        store.done(of.id(), kind, clock.instant());
    }
}
