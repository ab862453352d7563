package app.lectern.deliverables;

import app.lectern.problems.Problem;
import java.util.Map;

/// How an application ended.
///
/// @param kept     conflicts that were settled in Outlook's favour
/// @param failures by the event's subject; what failed is planned again by the next dry run
public record SyncReport(int created, int updated, int moved, int deleted, int kept, Map<String, Problem> failures) {
    public static final SyncReport NOTHING = new SyncReport(0, 0, 0, 0, 0, Map.of());

    public SyncReport {
        failures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(failures));
    }

    public int done() {
        return created + updated + moved + deleted + kept;
    }

    SyncReport plus(SyncReport other) {
        var all = new java.util.LinkedHashMap<>(failures);
        all.putAll(other.failures);
        return new SyncReport(created + other.created, updated + other.updated, moved + other.moved, deleted + other.deleted,
                kept + other.kept, all);
    }
}
