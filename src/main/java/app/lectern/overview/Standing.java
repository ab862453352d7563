package app.lectern.overview;

import app.lectern.integrations.Integration;
import app.lectern.integrations.health.HealthReport;
import app.lectern.meetings.Meeting;
import app.lectern.recordings.RecordingAlerts;
import app.lectern.sync.SyncRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one integration stands: its last health check, the days its credential still has, and what needs attention.
///
/// @param daysLeft of the secret or certificate; empty when nobody knows its end
/// @param runs     of the sync, newest first
/// @param next     when the sync starts by itself again, where it does
/// @param waiting  recordings to be downloaded
public record Standing(Integration integration, Optional<HealthReport> report, Optional<Long> daysLeft, Optional<String> ends, List<Attention> attention,
        List<SyncRun> runs, Optional<Instant> next, Today today, RecordingAlerts.Waiting waiting) {

    /// The meetings of this day in the person's zone.
    ///
    /// @param invited how many, by the meeting's id
    public record Today(List<Meeting> meetings, Map<Long, Integer> invited, Instant now) {
        public Today {
            meetings = List.copyOf(meetings);
            invited = Map.copyOf(invited);
        }
    }

    public Standing {
        attention = List.copyOf(attention);
        runs = List.copyOf(runs);
    }
}
