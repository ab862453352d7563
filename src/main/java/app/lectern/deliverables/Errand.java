package app.lectern.deliverables;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// One write on its way into a calendar, committed before it is sent.
///
/// @param key     by which a repetition is recognised: the event's transaction id
/// @param imprint what is written; absent for a deletion
/// @param fields  which fields a change writes; the others keep what somebody made of them
/// @param after   the errand that has to succeed first; empty for none
record Errand(
        String key, Kind kind, String deliverable, String title, Target target, String eventId, String etag, Optional<Imprint> imprint,
        Set<Field> fields, ZoneId zone, String after) {
    enum Kind { CREATE, UPDATE, DELETE }
}
