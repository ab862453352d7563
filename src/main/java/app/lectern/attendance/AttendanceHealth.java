package app.lectern.attendance;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import app.lectern.sync.Facet;
import app.lectern.sync.health.FacetHealth;
import app.lectern.sync.health.HealthSource;
import app.lectern.sync.health.HealthState;
import app.lectern.sync.health.HeldMeeting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How well the attendance of meetings is synced.
public final class AttendanceHealth implements HealthSource {
    /// A look that is so much overdue was missed; the schedule is hourly at the most.
    private static final Duration OVERDUE = Duration.ofHours(3);

    private final AttendanceMeetingsStore lines;

    public AttendanceHealth(Store store) {
        this.lines = new AttendanceMeetingsStore(store);
    }

    @Override
    public Facet facet() {
        return Facet.ATTENDANCE;
    }

    @Override
    public Map<Long, FacetHealth> of(Integration of, List<HeldMeeting> meetings, Instant now) {
        var known = lines.find(meetings.stream().map(HeldMeeting::id).toList());
        var all = new HashMap<Long, FacetHealth>();
        meetings.forEach(meeting -> all.put(meeting.id(), known.containsKey(meeting.id()) ? read(known.get(meeting.id()), now) : unread(meeting, now)));
        return all;
    }

    private static FacetHealth unread(HeldMeeting meeting, Instant now) {
        return ReportTimes.mayStillCome(meeting.end(), now) ? FacetHealth.of(HealthState.WAITING, meeting.end(), "sync-health.why.report-due")
                : FacetHealth.of(HealthState.STALE, meeting.end(), "sync-health.why.never-looked");
    }

    private static FacetHealth read(MeetingLine line, Instant now) {
        var missed = line.settled() ? java.util.Optional.<Instant>empty() : line.nextLook().filter(next -> next.plus(OVERDUE).isBefore(now));
        if (missed.isPresent()) {
            return FacetHealth.of(HealthState.STALE, missed.get(), "sync-health.why.look-missed");
        }
        return switch (line.standing()) {
            case KNOWN -> FacetHealth.of(HealthState.SYNCED, line.lookedAt().orElse(line.end()), "");
            case WAITING -> FacetHealth.of(HealthState.WAITING, line.end(), "sync-health.why.report-due");
            case NONE -> line.problem().map(problem -> FacetHealth.failing(line.lookedAt().orElse(line.end()), problem)).orElseGet(() ->
                    FacetHealth.of(HealthState.MISSING, line.lookedAt().orElse(line.end()), line.verdict()
                            .map(verdict -> "verdict." + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".title")
                            .orElse("sync-health.why.no-report")));
        };
    }
}
