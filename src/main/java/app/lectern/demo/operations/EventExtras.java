package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphCall;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What programs leave on events for themselves, open extensions and extended properties: kept, and told only to those who expand
/// them.
final class EventExtras {
    private static final List<String> NAMES = List.of("extensions", "singleValueExtendedProperties");
    private static final Pattern BY_VALUE = Pattern.compile(
            "singleValueExtendedProperties/any\\(\\s*(\\w+)\\s*:\\s*\\1/id eq '([^']*)' and \\1/value eq '((?:[^']|'')*)'\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    private EventExtras() {
    }

    static void expand(GraphCall call, ObjectNode json, JsonNode kept) {
        var expand = call.query().expand().orElse("");
        for (var name : NAMES) {
            var wanted = Pattern.compile(name + "(?:\\(\\$filter=id eq '([^']*)'\\))?").matcher(expand);
            if (wanted.find() && kept.path(name).isArray()) {
                var list = json.putArray(name);
                kept.path(name).forEach(item -> {
                    var id = item.path("id").asText(item.path("extensionName").asText());
                    if (wanted.group(1) == null || id.equalsIgnoreCase(wanted.group(1))) {
                        list.add(((ObjectNode) item.deepCopy()).put("id", id));
                    }
                });
            }
        }
    }

    /// The filter by the value of an extended property, or null when the text is another filter.
    static Predicate<SeenEvent> filter(String text) {
        var matcher = BY_VALUE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        var value = matcher.group(3).replace("''", "'");
        return seen -> {
            for (var property : seen.event().details().path("singleValueExtendedProperties")) {
                if (property.path("id").asText().equalsIgnoreCase(matcher.group(2)) && property.path("value").asText()
                        .equals(value)) {
                    return true;
                }
            }
            return false;
        };
    }
}
