package app.lectern.recordings;

import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.Organiser;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.recordings.RecordingsGraph.Changes;
import app.lectern.store.Store;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.Facet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads what one organiser holds, from the drive and from the meetings API, each with a checkpoint of its own, into the library.
final class OrganiserReading {
    /// Meetings that ended longer ago are not asked for one by one.
    static final Duration BACK = Duration.ofDays(120);
    /// So long after a call its recording may turn up.
    private static final Duration LATE = Duration.ofDays(2);
    private static final Duration AROUND = Duration.ofHours(12);

    private final KnownMeetings meetings;
    private final MeetingIds ids;
    private final Checkpoints checkpoints;
    private final RecordingsStore store;
    private final QuotaStore quotas;
    private final Placement placement;
    private final Clock clock;

    OrganiserReading(KnownMeetings meetings, MeetingIds ids, Checkpoints checkpoints, Store store, Placement placement, Clock clock) {
        this.meetings = meetings;
        this.ids = ids;
        this.checkpoints = checkpoints;
        this.store = new RecordingsStore(store);
        this.quotas = new QuotaStore(store);
        this.placement = placement;
        this.clock = clock;
    }

    void drive(SyncPass pass, Organiser of) {
        var drive = pass.graph().drive(of);
        if (drive.isEmpty()) {
            return;
        }
        quotas.keep(pass.of().id(), of, drive.get(), clock.instant());
        var folder = pass.graph().recordingsFolder(of, drive.get());
        if (folder.isEmpty()) {
            return;
        }
        var name = "recordings/drive/" + drive.get().id();
        var last = checkpoints.find(pass.of(), name);
        var read = restartable(last, from -> pass.graph().driveChanges(of, drive.get(), folder.get(), from, pass.progress()));
        read.changes().seen().forEach(seen -> placement.keep(pass, seen, of));
        var known = store.items(pass.of().id(), drive.get().id());
        var gone = new HashSet<>(read.changes().gone());
        if (read.fresh()) {
            // a first round names what is there; what was known and is not named was removed
            gone.addAll(known);
            read.changes().seen().forEach(seen -> gone.remove(seen.itemId()));
        }
        gone.retainAll(known);
        removed(pass, drive.get().id(), gone);
        checkpoints.keep(pass.of(), name, read.changes().next());
    }

    /// What was read, and whether it is everything rather than what changed.
    private record Read(Changes changes, boolean fresh) {}

    private static Read restartable(Optional<String> last, Function<Optional<String>, Changes> read) {
        try {
            return new Read(read.apply(last), last.isEmpty());
        } catch (ProblemException refused) {
            if (refused.problem().code() != Problem.Code.SYNC_RESTART || last.isEmpty()) {
                throw refused;
            }
            return new Read(read.apply(Optional.empty()), true);
        }
    }

    private void removed(SyncPass pass, String drive, Collection<String> items) {
        items.forEach(item -> {
            if (store.remove(pass.of().id(), drive, item, clock.instant()) > 0) {
                pass.tally().removed(Facet.RECORDINGS);
            }
        });
    }

    void artifacts(SyncPass pass, Organiser of, Facet facet) throws InterruptedException {
        var name = "recordings/" + facet + "/" + of.objectId();
        var read = restartable(checkpoints.find(pass.of(), name), last -> facet == Facet.RECORDINGS
                ? pass.graph().recordingChanges(of, last, pass.progress()) : pass.graph().transcriptChanges(of, last, pass.progress()));
        identify(pass, of, read.changes().seen());
        read.changes().seen().forEach(seen -> placement.keep(pass, seen, of));
        checkpoints.keep(pass.of(), name, read.changes().next());
    }

    /// Calls that were no meetings. There is no delta of them: those since the last look are read again.
    void calls(SyncPass pass, Organiser of) {
        var name = "recordings/calls/" + of.objectId();
        var now = clock.instant();
        var since = checkpoints.find(pass.of(), name).map(Instant::parse).map(last -> last.minus(LATE));
        pass.graph().callRecordings(of, since, pass.progress()).forEach(seen -> placement.keep(pass, seen, of));
        checkpoints.keep(pass.of(), name, now.toString());
    }

    /// An organiser's list names online meetings only. Those that no known meeting has are looked up first, so that what the drive
    /// told already is recognised.
    private void identify(SyncPass pass, Organiser of, List<Seen> all) throws InterruptedException {
        var strangers = all.stream().filter(seen -> meetings.byOnlineMeeting(pass.of(), seen.graphMeeting()).isEmpty()).map(Seen::recordedAt).toList();
        if (strangers.isEmpty()) {
            return;
        }
        var from = strangers.stream().min(Instant::compareTo).orElseThrow().minus(AROUND);
        var until = strangers.stream().max(Instant::compareTo).orElseThrow().plus(AROUND);
        var open = meetings.ofOrganiser(pass.of(), of.objectId(), from, until).stream().filter(meeting -> meeting.onlineMeetingId().isEmpty())
                .filter(meeting -> strangers.stream().anyMatch(at -> meeting.distance(at).compareTo(AROUND) <= 0)).toList();
        ids.resolve(pass.of(), open, pass.progress());
    }

    void meeting(SyncPass pass, Meeting meeting, Facet facet) {
        var seen = facet == Facet.RECORDINGS ? pass.graph().recordings(meeting, pass.progress()) : pass.graph().transcripts(meeting, pass.progress());
        seen.forEach(one -> placement.keep(pass, one, meeting.organiser()));
    }
}
