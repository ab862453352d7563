package app.lectern;

import app.lectern.integrations.IntegrationAccess;
import app.lectern.recordings.RecordingsSync;
import app.lectern.store.Store;
import app.lectern.sync.Checkpoints;
import app.lectern.words.Words;
import java.time.Clock;

/// The services of the room `recordings`, constructed and connected.
final class RecordingsWiring {
    final RecordingsSync sync;

    RecordingsWiring(Store store, IntegrationAccess access, MeetingsWiring meetings, Checkpoints checkpoints, Words words, Clock clock) {
        sync = new RecordingsSync(meetings.known, meetings.ids, checkpoints, access::session, store, clock, words.zone());
    }
}
