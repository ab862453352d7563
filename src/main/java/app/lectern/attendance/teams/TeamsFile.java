package app.lectern.attendance.teams;

import app.lectern.attendance.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What Teams' attendance file says.
///
/// @param unread lines that look like participants and could not be read, as they stand in the file
public record TeamsFile(String title, Optional<Instant> start, Optional<Instant> end, List<Presence> presences, List<String> unread) {
    public TeamsFile {
        presences = List.copyOf(presences);
        unread = List.copyOf(unread);
    }

    /// When it began as far as anybody can tell: as the summary says, or with the first who came.
    public Optional<Instant> began() {
        return start.or(() -> presences.stream().flatMap(each -> each.stays().stream()).map(stay -> stay.joined()).min(Instant::compareTo));
    }

    public Optional<Instant> ended() {
        return end.or(() -> presences.stream().flatMap(each -> each.stays().stream()).map(stay -> stay.left()).max(Instant::compareTo));
    }
}
