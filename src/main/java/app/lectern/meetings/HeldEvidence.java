package app.lectern.meetings;

import app.lectern.integrations.Integration;
import java.util.List;
import java.util.Map;

/// What a feature knows of whether meetings were held. A meeting of which it knows nothing is left out.
public interface HeldEvidence {
    Map<Long, Turnout> of(Integration in, List<Meeting> ended);
}
