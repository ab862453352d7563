package app.lectern.sync.expiry;

import app.lectern.integrations.Integration;
import java.time.Instant;
import java.util.List;

/// Where ends are known; each feature that has some is connected from outside. Asks the store only.
public interface ExpirySource {
    List<Expiring> find(Integration of, Instant now);
}
