package app.lectern.demo.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Microsoft Graph's published permissions with their ids, by name: application permissions (app roles) and delegated ones.
public record Permissions(Map<String, String> application, Map<String, String> delegated) {

    /// The application id under which Microsoft Graph is known in every tenant.
    public static final String GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

    public static Permissions load() {
        try (var in = Permissions.class.getResourceAsStream("/app/lectern/demo/permissions.json")) {
            var permissions = new ObjectMapper().readTree(Objects.requireNonNull(in)).get("permissions");
            return new Permissions(ids(permissions, "application"), ids(permissions, "delegated"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> ids(JsonNode permissions, String kind) {
        var ids = new LinkedHashMap<String, String>();
        permissions.properties().forEach(entry -> {
            var id = entry.getValue().path(kind).path("id");
            if (id.isTextual()) {
                ids.put(entry.getKey(), id.textValue());
            }
        });
        return ids;
    }
}
