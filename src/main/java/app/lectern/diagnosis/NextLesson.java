package app.lectern.diagnosis;

import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.Planned;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// The lesson that is scheduled in place of one whose data is missing: the same subject, organiser, people and time of the week, but in a
/// calendar and still to come.
final class NextLesson {
    private static final int QUARTER = 15;
    /// What lasted longer was left open by somebody.
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final LocalTime USUAL_START = LocalTime.of(10, 0);

    private NextLesson() {}

    static Planned after(MeetingFacts facts, List<Attendee> invited, Instant now, ZoneId zone) {
        var today = LocalDateTime.ofInstant(now, zone);
        var start = facts.start().map(at -> toQuarter(LocalDateTime.ofInstant(at, zone))).orElse(today.toLocalDate().plusDays(1).atTime(USUAL_START));
        while (!start.isAfter(today)) {
            start = start.plusWeeks(1);
        }
        var plan = Planned.at(facts.subject(), start, zone);
        var fresh = invited.stream().map(each -> new Attendee(each.address(), each.name(), each.required())).toList();
        return plan.withTimes(start, start.plus(length(facts))).withOrganiser(facts.organiser().contains("@") ? facts.organiser() : "").withAttendees(fresh);
    }

    /// Somebody who meets at once begins a few minutes early or late.
    private static LocalDateTime toQuarter(LocalDateTime at) {
        int minutes = (at.getMinute() + QUARTER / 2) / QUARTER * QUARTER;
        return at.toLocalDate().atTime(at.getHour(), 0).plusMinutes(minutes);
    }

    private static Duration length(MeetingFacts facts) {
        var took = facts.start().flatMap(from -> facts.end().map(until -> Duration.between(from, until))).orElse(Planned.USUAL_LENGTH);
        if (!took.isPositive() || took.compareTo(LONGEST) > 0) {
            return Planned.USUAL_LENGTH;
        }
        return Duration.ofMinutes(Math.max(1, (took.toMinutes() + QUARTER - 1) / QUARTER) * QUARTER);
    }
}
