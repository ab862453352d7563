package app.lectern.attendance;

import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingKind;
import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.Optional;

/// Why Microsoft hands out no attendance of a meeting, as far as its kind, its age and the refusal tell, in the verdicts of the
/// diagnosis, which looks closer when somebody asks it to.
final class Absence {
    private Absence() {}

    /// @param refusal what Microsoft answered; empty where it answered with no report at all
    static Verdict of(Meeting meeting, Optional<Problem> refusal, Instant now) {
        // an empty 404 says of an instant meeting what it says of an unknown organiser
        var refused = refusal.filter(problem -> meeting.kind() != MeetingKind.INSTANT || problem.evidence().status() != 404)
                .flatMap(Absence::ofRefusal);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (ReportTimes.isGone(meeting.end(), now)) {
            return Verdict.EXPIRED;
        }
        return switch (meeting.kind()) {
            case INSTANT -> Verdict.INSTANT;
            case LINK_ONLY -> Verdict.LINK_ONLY;
            case CHANNEL -> Verdict.CHANNEL;
            case SCHEDULED, RECURRING -> refusal.isPresent() ? Verdict.UNKNOWN : Verdict.NOBODY_JOINED;
            case UNKNOWN -> Verdict.UNKNOWN;
        };
    }

    private static Optional<Verdict> ofRefusal(Problem problem) {
        return switch (problem.code()) {
            case PERMISSION_MISSING, CONSENT_MISSING -> Optional.of(Verdict.PERMISSION_MISSING);
            case ACCESS_POLICY_MISSING -> Optional.of(Verdict.POLICY_MISSING);
            case NOT_ORGANISER -> Optional.of(Verdict.WRONG_ORGANISER);
            case USER_UNKNOWN, TEAMS_MISSING -> Optional.of(Verdict.ORGANISER_GONE);
            case CHANNEL_MEETING -> Optional.of(Verdict.CHANNEL);
            case SERVICE_DOWN, THROTTLED, TIMED_OUT, CONNECTION_LOST -> Optional.of(Verdict.SERVICE_FAULT);
            default -> Optional.empty();
        };
    }

    /// Whether the refusal concerns everything that this organiser holds, so that asking for the next meeting is no use.
    static boolean concernsOrganiser(Problem problem) {
        return switch (problem.code()) {
            case PERMISSION_MISSING, CONSENT_MISSING, ACCESS_POLICY_MISSING -> true;
            default -> false;
        };
    }

    /// Whether a later look may find what this one did not: the refusal can be mended.
    static boolean canBeMended(Verdict verdict) {
        return switch (verdict) {
            case PERMISSION_MISSING, POLICY_MISSING, WRONG_ORGANISER, SERVICE_FAULT -> true;
            default -> false;
        };
    }

}
