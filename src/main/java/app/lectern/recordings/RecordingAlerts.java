package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import app.lectern.sync.alerts.AlertCause;
import app.lectern.sync.alerts.AlertFinding;
import app.lectern.sync.alerts.AlertSource;
import app.lectern.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What of recordings is worth telling: those that Teams is about to remove and that are not on this computer, and drives that
/// are nearly full.
public final class RecordingAlerts implements AlertSource {
    private final RecordingHealthStore recordings;
    private final DriveSpace space;
    private final RecordingChoices choices;
    private final Words words;

    /// @param choices say from when on of both is told
    public RecordingAlerts(Store store, DriveSpace space, RecordingChoices choices, Words words) {
        this.recordings = new RecordingHealthStore(store);
        this.space = space;
        this.choices = choices;
        this.words = words;
    }

    @Override
    public List<AlertFinding> find(Integration of, Instant now) {
        var all = new ArrayList<AlertFinding>();
        var expiring = recordings.expiring(of.id(), choices.of(of).warning(now));
        if (expiring.count() > 0) {
            all.add(new AlertFinding(AlertCause.RECORDINGS_EXPIRING, "", Map.of("count", words.count(expiring.count()),
                    "first", words.when(expiring.first().orElse(now)))));
        }
        space.nearlyFull(of).forEach(drive -> all.add(new AlertFinding(AlertCause.STORAGE_FULL,
                drive.ownerId(), Map.of("owner", drive.owner(), "share", words.percent(drive.share()), "used", words.size(drive.used()),
                        "total", words.size(drive.total())))));
        return all;
    }

    /// What waits to be downloaded: how many recordings and how large they are together.
    public Waiting waiting(Integration of, Instant now) {
        return recordings.waiting(of.id(), now, choices.of(of).warnDays());
    }

    /// @param expiring how many of them Teams removes within so many days
    /// @param days     as the settings say
    public record Waiting(int count, long bytes, int expiring, int days) {}
}
