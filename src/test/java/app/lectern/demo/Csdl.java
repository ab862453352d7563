package app.lectern.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Microsoft's published metadata as far as a test needs it: which properties a type has, and of which type they are.
final class Csdl {
    private final JsonNode types;

    Csdl() {
        try (var in = Csdl.class.getResourceAsStream("/app/lectern/demo/csdl-subset.json")) {
            types = DemoClient.JSON.readTree(Objects.requireNonNull(in)).get("types");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The properties with their types, those of base types and navigations included; empty for a type outside the subset.
    Optional<Map<String, String>> properties(String type) {
        if (!types.has(type)) {
            return Optional.empty();
        }
        var found = new LinkedHashMap<String, String>();
        for (var at = types.path(type); !at.isMissingNode(); at = types.path(at.path("baseType").asText())) {
            for (var kind : new String[] {"properties", "navigationProperties"}) {
                at.path(kind).forEach(property -> found.put(property.path("name").asText(), property.path("type").asText()));
            }
        }
        return Optional.of(found);
    }
}
