package app.lectern.sync.health;

import app.lectern.integrations.Integration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the health gets its meetings from; the feature that knows them is connected from outside.
public interface HeldMeetings {
    List<HeldMeeting> ended(Integration of, Instant since, Instant until);

    Optional<HeldMeeting> find(Integration of, long id);
}
