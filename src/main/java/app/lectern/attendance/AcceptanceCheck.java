package app.lectern.attendance;

import app.lectern.attendance.Acceptance.Await;
import app.lectern.attendance.Acceptance.Line;
import app.lectern.integrations.Integration;
import app.lectern.meetings.HeldEvidence;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Ticks, step by step, what the first meetings of an integration have shown: a link was made, somebody came, the attendance was read, a
/// recording was found. From what the syncs have brought; asks nobody.
public final class AcceptanceCheck {
    private static final Duration BACK = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(30);

    private final KnownMeetings known;
    private final AttendanceMeetingsStore lines;
    private final HeldEvidence recorded;
    private final Clock clock;

    /// @param recorded says of a meeting that it was held when it was recorded
    public AcceptanceCheck(Store store, KnownMeetings known, HeldEvidence recorded, Clock clock) {
        this.lines = new AttendanceMeetingsStore(store);
        this.known = known;
        this.recorded = recorded;
        this.clock = clock;
    }

    public Acceptance of(Integration in) {
        var now = clock.instant();
        var around = known.between(in, now.minus(BACK), now.plus(AHEAD)).stream().filter(each -> each.hasLink() && each.state().isHeld()).toList();
        var ended = around.stream().filter(each -> each.endedBy(now)).toList();
        var coming = around.stream().filter(each -> !each.endedBy(now)).min(Comparator.comparing(Meeting::start));
        var read = lines.find(ended.stream().map(Meeting::id).toList());
        var inRecordings = recorded.of(in, ended).keySet();
        var withRecording = ended.stream().filter(each -> inRecordings.contains(each.id())).findFirst();
        var attended = ended.stream().filter(each -> isKnown(read.get(each.id())) && read.get(each.id()).figures().joined() > 0).findFirst();
        var reported = ended.stream().filter(each -> isKnown(read.get(each.id())) && read.get(each.id()).sources().contains(AttendanceSource.API)).findFirst();
        var waited = ended.stream().max(Comparator.comparing(Meeting::end));
        var first = around.stream().min(Comparator.comparing((Meeting each) -> !each.plannedHere()).thenComparing(Meeting::start));
        return new Acceptance(List.of(
                first.map(each -> new Line(AcceptanceStep.LINK, Await.DONE, each.subject(), Optional.of(each.start())))
                        .orElseGet(() -> new Line(AcceptanceStep.LINK, Await.NOTHING_YET, "", Optional.empty())),
                line(AcceptanceStep.HELD, attended.or(() -> withRecording), waited, coming, now),
                line(AcceptanceStep.ATTENDANCE, reported, waited, coming, now),
                line(AcceptanceStep.RECORDING, withRecording, waited, coming, now)), ended.size());
    }

    private static boolean isKnown(MeetingLine line) {
        return line != null && line.standing() == Standing.KNOWN;
    }

    private static Line line(AcceptanceStep step, Optional<Meeting> shown, Optional<Meeting> waited, Optional<Meeting> coming, Instant now) {
        if (shown.isPresent()) {
            return new Line(step, Await.DONE, shown.get().subject(), Optional.of(shown.get().start()));
        }
        if (waited.filter(each -> ReportTimes.mayStillCome(each.end(), now)).isPresent()) {
            return new Line(step, Await.DUE, waited.get().subject(), Optional.of(waited.get().end().plus(ReportTimes.LATEST)));
        }
        if (coming.isPresent()) {
            return new Line(step, Await.COMING, coming.get().subject(), Optional.of(coming.get().start()));
        }
        return waited.map(each -> new Line(step, Await.OVERDUE, each.subject(), Optional.of(each.end())))
                .orElseGet(() -> new Line(step, Await.NOTHING_YET, "", Optional.empty()));
    }
}
