package app.lectern.attendance;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.jobs.Progress;
import app.lectern.jobs.SideBySide;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.store.Store;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncTally;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Reads every attendance report of every meeting that has ended, soon after it has, and keeps it for good: Microsoft deletes
/// reports after a year. A meeting whose report cannot be there yet waits, and one that is wholly read is not asked for again.
public final class AttendanceSync implements SyncPart {
    private static final int CHUNK = 40;
    /// Chunks at once. The gate of the mailboxes bounds what reaches one organiser; this bounds memory and threads.
    private static final int LANES = 10;

    private final AttendanceMeetingsStore lines;
    private final AttendanceRecordsStore records;
    private final AttendancePeopleStore people;
    private final RulesStore rules;
    private final KnownMeetings known;
    private final MeetingIds ids;
    private final Function<Integration, GraphSession> sessions;
    private final Clock clock;

    public AttendanceSync(Store store, KnownMeetings known, MeetingIds ids, Function<Integration, GraphSession> sessions, Clock clock) {
        this.lines = new AttendanceMeetingsStore(store);
        this.records = new AttendanceRecordsStore(store);
        this.people = new AttendancePeopleStore(store);
        this.rules = new RulesStore(store);
        this.known = known;
        this.ids = ids;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Set<Facet> facets() {
        return Set.of(Facet.ATTENDANCE);
    }

    @Override
    public Set<Capability> jobs() {
        return Set.of(Capability.READ_ATTENDANCE);
    }

    @Override
    public void sync(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        var due = new DueMeetings(known, lines).find(order, clock.instant());
        if (due.isEmpty()) {
            return;
        }
        var parts = new ReportChunk.Parts(records, people, known, ids, new MeetingFigures(known), new AttendanceGraph(sessions.apply(order.integration())),
                rules.of(order.integration().id()), clock);
        var reading = new ReportChunk.Reading(order, due, tally, new ChunkProgress(progress));
        var chunk = new ReportChunk(parts, reading);
        var done = new AtomicInteger();
        progress.count(0, due.size());
        SideBySide.each(DueMeetings.chunks(due.keySet(), CHUNK), LANES, "attendance", meetings -> {
            chunk.read(meetings);
            progress.count(done.addAndGet(meetings.size()), due.size());
        });
    }
}
