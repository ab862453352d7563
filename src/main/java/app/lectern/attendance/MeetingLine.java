package app.lectern.attendance;

import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingKind;
import app.lectern.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A meeting as the list of attendance shows it. The figures say nothing while nothing is known.
///
/// @param settled whether another look would find nothing new
/// @param verdict why there is nothing, where there is nothing
public record MeetingLine(
        long meeting, long integration, String subject, String organiser, String organiserName, Instant start, Instant end, String zone,
        MeetingKind kind, String series, Standing standing, boolean settled, Optional<Verdict> verdict, Optional<Problem> problem,
        Optional<Instant> lookedAt, Optional<Instant> nextLook, Set<AttendanceSource> sources, Figures figures) {

    public record Figures(int invited, int joined, int noShows, Duration average) {
        public static final Figures NONE = new Figures(0, 0, 0, Duration.ZERO);

        static Figures of(RollCall.Result result, int invited) {
            return new Figures(invited, result.participants().size(), result.noShows().size(), result.average());
        }
    }

    public MeetingLine {
        sources = Set.copyOf(sources);
    }

    static MeetingLine of(Meeting meeting) {
        return new MeetingLine(meeting.id(), meeting.integration(), meeting.subject(), meeting.organiser().address(), meeting.organiser().name(),
                meeting.start(), meeting.end(), meeting.zone(), meeting.kind(), meeting.seriesId(), Standing.WAITING, false, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Figures.NONE);
    }

    MeetingLine known(Set<AttendanceSource> from, Figures counted, boolean settledNow) {
        return new MeetingLine(meeting, integration, subject, organiser, organiserName, start, end, zone, kind, series, Standing.KNOWN, settledNow,
                Optional.empty(), Optional.empty(), lookedAt, nextLook, from, counted);
    }

    MeetingLine waiting(Instant next) {
        return new MeetingLine(meeting, integration, subject, organiser, organiserName, start, end, zone, kind, series, Standing.WAITING, false,
                Optional.empty(), Optional.empty(), lookedAt, Optional.of(next), sources, figures);
    }

    MeetingLine none(Verdict why, Optional<Problem> met, boolean settledNow) {
        return new MeetingLine(meeting, integration, subject, organiser, organiserName, start, end, zone, kind, series, Standing.NONE, settledNow,
                Optional.of(why), met, lookedAt, Optional.empty(), Set.of(), Figures.NONE);
    }

    MeetingLine looked(Instant at, Optional<Instant> next) {
        return new MeetingLine(meeting, integration, subject, organiser, organiserName, start, end, zone, kind, series, standing, settled, verdict,
                problem, Optional.of(at), next, sources, figures);
    }

    /// Nothing is known of it any more.
    MeetingLine emptied() {
        return new MeetingLine(meeting, integration, subject, organiser, organiserName, start, end, zone, kind, series, standing, settled, verdict,
                problem, lookedAt, nextLook, Set.of(), Figures.NONE);
    }

    /// The same with the meeting as it is called and planned now.
    MeetingLine refreshed(Meeting now) {
        return new MeetingLine(meeting, integration, now.subject(), now.organiser().address(), now.organiser().name(), now.start(), now.end(),
                now.zone(), now.kind(), now.seriesId(), standing, settled, verdict, problem, lookedAt, nextLook, sources, figures);
    }

    public boolean isManualOnly() {
        return sources.equals(Set.of(AttendanceSource.MANUAL));
    }
}
