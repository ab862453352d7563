package app.lectern.attendance.screen;

import app.lectern.attendance.RollCall;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The one scale of time on which the table's bars and the chart are drawn.
record TimeScale(Instant from, Instant until) {
    private static final int MOST_TICKS = 6;
    private static final List<Duration> STEPS = List.of(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofMinutes(30),
            Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(7));

    /// From the first join, or the plan, to the last leave.
    static TimeScale of(RollCall.Result roll) {
        var from = roll.frame().start();
        var until = roll.frame().end();
        for (var person : roll.participants()) {
            from = person.time().firstJoin().filter(from::isAfter).orElse(from);
            until = person.time().lastLeave().filter(until::isBefore).orElse(until);
        }
        return new TimeScale(from, until.isAfter(from) ? until : from.plusSeconds(60));
    }

    double share(Instant at) {
        return Math.clamp((double) Duration.between(from, at).toMillis() / Duration.between(from, until).toMillis(), 0, 1);
    }

    /// Whole quarters, hours and the like, in the person's zone.
    List<Instant> ticks(ZoneId zone) {
        var whole = Duration.between(from, until);
        var step = STEPS.stream().filter(each -> whole.dividedBy(each) < MOST_TICKS).findFirst().orElse(Duration.ofDays(30));
        var day = from.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        var tick = day.plus(step.multipliedBy(Duration.between(day, from).dividedBy(step)));
        var ticks = new ArrayList<Instant>();
        for (; !tick.isAfter(until); tick = tick.plus(step)) {
            if (!tick.isBefore(from)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }
}
