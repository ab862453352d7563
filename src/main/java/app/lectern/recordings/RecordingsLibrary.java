package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a person says of recordings (which meeting, keep), and what is known of single ones. Lists are [RecordingList]'s.
public final class RecordingsLibrary {
    private static final Duration AROUND = Duration.ofDays(1);

    private final RecordingsStore rows;
    private final KnownMeetings meetings;
    private final RecordingChoices choices;
    private final RecordingsTrail trail;
    private final Clock clock;

    public RecordingsLibrary(Store store, KnownMeetings meetings, RecordingChoices choices, RecordingsTrail trail, Clock clock) {
        this.rows = new RecordingsStore(store);
        this.meetings = meetings;
        this.choices = choices;
        this.trail = trail;
        this.clock = clock;
    }

    public long count(Integration of) {
        return rows.count(of.id());
    }

    /// Throws ITEM_GONE for an id that nobody knows.
    public Recording get(long id) {
        return rows.find(id).orElseThrow(() -> gone(id));
    }

    private static RuntimeException gone(long id) {
        return Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(id)).raise();
    }

    /// When the tenant removes it; told by nobody, it is reckoned from the number of days the settings name.
    public Optional<Expiry> expiry(Integration of, Recording recording) {
        return choices.of(of).expiry(recording);
    }

    public void keep(Integration of, List<Long> ids, boolean keep) {
        rows.keepFlag(ids, keep);
        ids.forEach(id -> rows.find(id).ifPresent(one -> trail.kept(of, one)));
    }

    /// Meetings that a recording could belong to: the organiser's own first, the nearest in time first.
    public List<Meeting> candidates(Integration of, Recording recording) {
        var from = recording.recordedAt().minus(AROUND);
        var until = recording.recordedAt().plus(AROUND);
        return meetings.between(of, from, until).stream()
                .sorted(Comparator.comparing((Meeting meeting) -> !meeting.organiser().objectId().equals(recording.organiserId()))
                        .thenComparing(meeting -> meeting.distance(recording.recordedAt())).thenComparing(Meeting::start)).toList();
    }

    /// A person says whose recording it is; no later sync changes that. An empty meeting says that it belongs to none.
    public Recording assign(Integration of, long recording, Optional<Long> meeting) {
        var found = meeting.map(id -> meetings.find(id).orElseThrow(() -> gone(id)));
        rows.assign(recording, new MeetingMatch.Found(found, MatchBy.PERSON, 100), clock.instant());
        var now = get(recording);
        trail.matched(of, now);
        return now;
    }
}
