package app.lectern.recordings;

import app.lectern.meetings.Organiser;
import app.lectern.sync.Facet;
import java.time.Clock;

/// Gives what was seen its row, and the row its meeting.
final class Placement {
    private final RecordingsStore store;
    private final MeetingMatch match;
    private final Clock clock;

    Placement(RecordingsStore store, MeetingMatch match, Clock clock) {
        this.store = store;
        this.match = match;
        this.clock = clock;
    }

    void keep(SyncPass pass, Seen seen, Organiser of) {
        var found = match.find(pass.of(), seen, of.objectId());
        var facet = seen.kind() == RecordingKind.TRANSCRIPT ? Facet.TRANSCRIPTS : Facet.RECORDINGS;
        switch (store.keep(pass.of().id(), seen, found, of.objectId(), of.name(), clock.instant())) {
            case CREATED -> pass.tally().created(facet);
            case UPDATED -> pass.tally().updated(facet);
            case UNCHANGED -> pass.tally().unchanged(facet);
        }
    }

    /// Its meeting has become known since.
    void keep(SyncPass pass, RecordingsStore.Stranger stranger) {
        match.byId(pass.of(), stranger.graphMeeting(), stranger.from()).ifPresent(found -> store.assign(stranger.id(), found, clock.instant()));
    }
}
