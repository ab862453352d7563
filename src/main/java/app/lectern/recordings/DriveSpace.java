package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import java.util.List;
import java.util.Optional;

/// Where recordings will soon not fit: how full the OneDrives are, and which of them nearly.
public final class DriveSpace {
    private final QuotaStore quotas;
    private final RecordingChoices choices;

    public DriveSpace(Store store, RecordingChoices choices) {
        this.quotas = new QuotaStore(store);
        this.choices = choices;
    }

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
}
