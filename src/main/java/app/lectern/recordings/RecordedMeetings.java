package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.meetings.HeldEvidence;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.Turnout;
import app.lectern.store.Store;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A meeting that was recorded was held, whatever its attendance says.
public final class RecordedMeetings implements HeldEvidence {
    private final RecordingHealthStore store;

    public RecordedMeetings(Store store) {
        this.store = new RecordingHealthStore(store);
    }

    @Override
    public Map<Long, Turnout> of(Integration in, List<Meeting> ended) {
        var recorded = store.byMeeting(in.id()).keySet();
        return ended.stream().map(Meeting::id).filter(recorded::contains).collect(Collectors.toMap(id -> id, id -> Turnout.HELD));
    }
}
