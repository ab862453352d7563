package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What will be lost or will not fit if nobody acts: OneDrives that are nearly full, and recordings that the tenant removes soon.
public final class DriveSpace {
    private final QuotaStore quotas;
    private final RecordingListStore library;
    private final RecordingChoices choices;
    private final Clock clock;

    public DriveSpace(Store store, RecordingChoices choices, Clock clock) {
        this.quotas = new QuotaStore(store);
        this.library = new RecordingListStore(store);
        this.choices = choices;
        this.clock = clock;
    }

    /// What the tenant is about to remove and nobody has a copy of.
    ///
    /// @param first   when the first of them goes
    /// @param assumed whether that is reckoned from the usual number of days
    public record Expiring(long count, Optional<Instant> first, boolean assumed) {}

    /// Everybody's at the last sync, the fullest first.
    public List<DriveQuota> drives(Integration of) {
        return quotas.all(of.id());
    }

    public Optional<DriveQuota> of(Integration of, String ownerId) {
        return drives(of).stream().filter(one -> one.ownerId().equals(ownerId)).findFirst();
    }

    /// Those at or above the threshold.
    public List<DriveQuota> nearlyFull(Integration of) {
        double from = choices.of(of).warnPercent() / 100.0;
        return drives(of).stream().filter(one -> one.share() >= from).toList();
    }

    /// Recordings without a copy here that are removed within the days the settings name.
    public Expiring expiring(Integration of) {
        var settings = choices.of(of);
        var filter = ListFilter.none(clock.instant().plus(Duration.ofDays(settings.warnDays()))).states(StateFilter.EXPIRING);
        var all = library.all(of.id(), filter, new ListOrder(SortBy.DATE, false)).stream()
                .filter(one -> !one.local().isHere() && one.local() != LocalState.ARCHIVED).toList();
        var first = all.stream().flatMap(one -> settings.expiry(one).stream()).min(Comparator.comparing(Expiry::at));
        return new Expiring(all.size(), first.map(Expiry::at), first.map(Expiry::assumed).orElse(false));
    }
}
