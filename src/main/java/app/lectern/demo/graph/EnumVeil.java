package app.lectern.demo.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/// Shows clients that did not ask for more the `unknownFutureValue` in place of younger members of evolvable enums.
final class EnumVeil {

    private static final String VEILED = "unknownFutureValue";

    private final Metadata metadata;

    EnumVeil(Metadata metadata) {
        this.metadata = metadata;
    }

    /// The answer as this client gets to see it; a copy, so that nothing of the tenant's own state changes.
    JsonNode veil(GraphCall call, String type, JsonNode answer) {
        if (type == null || answer == null || call.prefer("include-unknown-enum-members").isPresent()) {
            return answer;
        }
        var copy = answer.deepCopy();
        if (copy.path("value") instanceof ArrayNode items) {
            items.forEach(item -> veil(type, item));
        } else {
            veil(type, copy);
        }
        return copy;
    }

    private void veil(String type, JsonNode node) {
        if (node instanceof ObjectNode object) {
            metadata.properties(type).ifPresent(properties -> veil(properties, object));
        }
    }

    private void veil(Map<String, Metadata.Property> properties, ObjectNode object) {
        for (var entry : object.properties()) {
            var property = properties.get(entry.getKey());
            if (property == null) {
                continue;
            }
            if (property.kind().equals("enum")) {
                entry.setValue(shown(property, entry.getValue()));
            } else if (!property.kind().equals("primitive")) {
                if (entry.getValue().isArray()) {
                    entry.getValue().forEach(item -> veil(property.type(), item));
                } else {
                    veil(property.type(), entry.getValue());
                }
            }
        }
    }

    private JsonNode shown(Metadata.Property property, JsonNode value) {
        var hidden = metadata.members(property.type())
                .filter(members -> value.isTextual() && members.hidden().contains(value.textValue())).isPresent();
        return hidden ? TextNode.valueOf(VEILED) : value;
    }
}
