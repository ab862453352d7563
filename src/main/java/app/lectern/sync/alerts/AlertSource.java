package app.lectern.sync.alerts;

import app.lectern.integrations.Integration;
import java.time.Instant;
import java.util.List;

/// Where findings come from; each feature that has some is connected from outside. Asks the store only.
public interface AlertSource {
    List<AlertFinding> find(Integration of, Instant now);
}
