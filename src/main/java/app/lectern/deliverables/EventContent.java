package app.lectern.deliverables;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// An event as far as Lectern cares for it: each field as a canonical text, so that what was sent and what Exchange made of it
/// can be compared. `WHEN` is a date for a single all-day day; anything else is what somebody made of it in Outlook.
public record EventContent(Map<Field, String> values) {
    public EventContent {
        var whole = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            whole.put(field, values.getOrDefault(field, ""));
        }
        values = java.util.Collections.unmodifiableMap(whole);
    }

    public String value(Field field) {
        return values.get(field);
    }

    EventContent with(Field field, String value) {
        var more = new EnumMap<>(values);
        more.put(field, value);
        return new EventContent(more);
    }

    /// Where the two say different things.
    Set<Field> differences(EventContent other) {
        var found = EnumSet.noneOf(Field.class);
        for (var field : Field.values()) {
            if (!value(field).equals(other.value(field))) {
                found.add(field);
            }
        }
        return found;
    }
}
