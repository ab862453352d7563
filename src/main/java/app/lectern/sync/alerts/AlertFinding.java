package app.lectern.sync.alerts;

import java.util.Map;

/// That something is so at this moment.
///
/// @param thing what it is about, always written alike: an account, a meeting's id; empty for the integration as a whole
/// @param facts for the alert's sentences, by name
public record AlertFinding(AlertCause cause, String thing, Map<String, String> facts) {
    public AlertFinding {
        facts = Map.copyOf(facts);
    }
}
