package app.lectern.recordings.screen;

import app.lectern.accounts.AccountVerifier;
import app.lectern.graph.Sleeper;
import app.lectern.meetings.MeetingIds;
import app.lectern.recordings.RecordingList;
import app.lectern.recordings.RecordingListFile;
import app.lectern.recordings.RecordingsRoom;
import app.lectern.recordings.WhyNoRecording;
import java.util.Optional;

/// The screen's services on a room of the tests.
final class Desks {
    private Desks() {}

    static RecordingsDesk of(RecordingsRoom with) {
        var room = with.room;
        var list = new RecordingList(room.store);
        var accounts = new AccountVerifier(room.access::session, room.store, room.clock, Sleeper.REAL);
        var why = new WhyNoRecording(new WhyNoRecording.Parts(room.store, with.known, new MeetingIds(room.store, room.access::session, room.clock),
                room.access::session, accounts::fresh, (of, meeting) -> Optional.empty(), with.choices, room.words, room.clock));
        return new RecordingsDesk(list, new RecordingListFile(list, room.words), with.library, with.queue, with.ledger, with.words, with.copies, with.cleanUp,
                with.tenantDeletion, with.space, with.manifest, why, with.choices, with.known);
    }
}
