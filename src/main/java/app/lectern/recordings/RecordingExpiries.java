package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.sync.expiry.Expiring;
import app.lectern.sync.expiry.ExpiryKind;
import app.lectern.sync.expiry.ExpirySource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The recordings that Teams will remove and of which no whole copy is here.
public final class RecordingExpiries implements ExpirySource {
    private static final int MOST = 500;

    private final RecordingHealthStore recordings;
    private final RecordingChoices choices;

    public RecordingExpiries(Store store, RecordingChoices choices) {
        this.recordings = new RecordingHealthStore(store);
        this.choices = choices;
    }

    @Override
    public List<Expiring> find(Integration of, Instant now) {
        var settings = choices.of(of);
        return recordings.ending(of.id(), now, MOST).stream().map(one -> new Expiring(ExpiryKind.RECORDING, one.title(), one.at(),
                Map.of("organiser", one.organiser()), one.at().equals(one.recordedAt().plus(settings.tenantKeeps())),
                one.at().isAfter(now.plus(Duration.ofDays(settings.warnDays()))) ? Fix.of(FixKind.SHOW_RECORDINGS) : Fix.RECORDINGS_AT_RISK)).toList();
    }
}
