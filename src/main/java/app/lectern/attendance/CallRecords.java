package app.lectern.attendance;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/// Reads who was in a meeting from Teams' call records, to be compared with the report. They are kept for thirty days, need a
/// permission of their own, and count connections, not attendance.
public final class CallRecords {
    static final Duration KEPT = Duration.ofDays(30);

    private final AddedAttendance added;
    private final KnownMeetings known;
    private final Function<Integration, GraphSession> sessions;
    private final Clock clock;

    public CallRecords(AddedAttendance added, KnownMeetings known, Function<Integration, GraphSession> sessions, Clock clock) {
        this.added = added;
        this.known = known;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Keeps what the call records tell of the meeting, as a source of its own.
    public MeetingLine read(Integration in, long meeting, Progress progress) {
        var found = known.find(meeting).filter(each -> each.integration() == in.id() && each.hasLink())
                .orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(meeting)).raise());
        var told = new CallRecordsGraph(sessions.apply(in)).of(found, clock.instant(), progress);
        if (told.isEmpty()) {
            throw Problem.of(Problem.Code.ITEM_GONE).with("item", found.subject()).raise();
        }
        MeetingLine line = null;
        for (var each : told) {
            line = added.keep(in, meeting, each);
        }
        return line;
    }
}
