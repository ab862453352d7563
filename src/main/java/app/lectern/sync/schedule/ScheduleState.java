package app.lectern.sync.schedule;

import java.util.Optional;

/// What the system's scheduler says about Lectern's sync.
///
/// @param scheduler  which scheduler this system has
/// @param where the file or list that the entry stands in
/// @param next  its next run in the scheduler's own words, where it tells
public record ScheduleState(Scheduler scheduler, boolean installed, String where, Optional<String> next) {
    public enum Scheduler {
        SYSTEMD, CRON, LAUNCHD, WINDOWS;

        /// cron starts what is due now and forgets what it missed.
        public boolean catchesUp() {
            return this != CRON;
        }
    }
}
