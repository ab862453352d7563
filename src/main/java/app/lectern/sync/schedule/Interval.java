package app.lectern.sync.schedule;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How often a system scheduler starts a sync. Only steps that divide an hour or a day, because cron and systemd can say no others.
public enum Interval {
    QUARTER_HOUR(15), HALF_HOUR(30), HOUR(60), TWO_HOURS(120), FOUR_HOURS(240), SIX_HOURS(360), HALF_DAY(720), DAY(1440);

    private final int minutes;

    Interval(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }

    public static Optional<Interval> ofMinutes(int minutes) {
        return Arrays.stream(values()).filter(each -> each.minutes == minutes).findFirst();
    }

    /// The five fields of a crontab line. Not at the full hour, when everybody's jobs start.
    String cron() {
        if (minutes < 60) {
            return "3-59/" + minutes + " * * * *";
        }
        return minutes == 60 ? "7 * * * *" : minutes == 1440 ? "7 5 * * *" : "7 */" + minutes / 60 + " * * *";
    }

    /// As systemd's `OnCalendar=` wants it; a calendar expression, since only those are caught up after a sleep.
    String onCalendar() {
        if (minutes < 60) {
            return "*-*-* *:3/" + minutes + ":00";
        }
        return minutes == 60 ? "*-*-* *:07:00" : minutes == 1440 ? "*-*-* 05:07:00" : "*-*-* 0/" + minutes / 60 + ":07:00";
    }

    /// As Task Scheduler's `Interval` wants it.
    String iso() {
        return minutes % 60 == 0 ? "PT" + minutes / 60 + "H" : "PT" + minutes + "M";
    }
}
