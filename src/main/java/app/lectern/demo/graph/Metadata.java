package app.lectern.demo.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Microsoft's published description of Graph's types, as far as Lectern touches them.
final class Metadata {

    private final Map<String, Map<String, Property>> types = new HashMap<>();
    private final Map<String, Members> enums = new HashMap<>();
    private final Map<String, Map<String, Property>> actions = new HashMap<>();

    /// @param kind `primitive`, `enum`, `complex` or `entity`
    record Property(String name, String type, boolean collection, boolean nullable, String kind) {
    }

    /// @param hidden members that are sent only to clients that ask for them
    record Members(Set<String> names, Set<String> hidden, boolean isFlags) {
    }

    private Metadata(JsonNode csdl) {
        csdl.get("enums").properties().forEach(entry -> enums.put(entry.getKey(), members(entry.getValue())));
        csdl.get("types").properties().forEach(entry -> types.put(entry.getKey(), flatten(csdl.get("types"), entry.getKey())));
        csdl.get("operations").forEach(this::addAction);
    }

    static Metadata load() {
        try (var in = Metadata.class.getResourceAsStream("/app/lectern/demo/csdl-subset.json")) {
            return new Metadata(new ObjectMapper().readTree(Objects.requireNonNull(in)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The properties of a type, inherited ones included; nothing for a type that the extract does not describe.
    Optional<Map<String, Property>> properties(String type) {
        return Optional.ofNullable(types.get(type));
    }

    Optional<Map<String, Property>> parameters(GraphRoute.Action action) {
        return Optional.ofNullable(actions.get(action.boundTo() + "/" + action.name()));
    }

    Optional<Members> members(String type) {
        return Optional.ofNullable(enums.get(type));
    }

    private static Members members(JsonNode node) {
        var names = new HashSet<String>();
        node.get("members").forEach(member -> names.add(member.get("name").textValue()));
        var hidden = new HashSet<String>();
        node.path("membersBehindSentinel").forEach(member -> hidden.add(member.textValue()));
        return new Members(names, hidden, node.path("isFlags").booleanValue());
    }

    private static Map<String, Property> flatten(JsonNode all, String type) {
        var properties = new LinkedHashMap<String, Property>();
        var node = all.get(type);
        if (node != null) {
            properties.putAll(flatten(all, node.path("baseType").asText("")));
            node.get("properties").forEach(property -> add(properties, property));
            node.get("navigationProperties").forEach(property -> add(properties, property));
        }
        return properties;
    }

    private static void add(Map<String, Property> properties, JsonNode node) {
        var name = node.get("name").textValue();
        properties.put(name, new Property(name, node.get("type").textValue(), node.path("collection").booleanValue(),
                node.path("nullable").asBoolean(true), node.path("kind").asText("entity")));
    }

    private void addAction(JsonNode operation) {
        if (operation.get("kind").textValue().equals("action")) {
            var parameters = new LinkedHashMap<String, Property>();
            operation.get("parameters").forEach(node -> {
                if (!node.get("name").textValue().equalsIgnoreCase("bindingParameter")) {
                    var type = node.get("type").textValue();
                    var name = node.get("name").textValue();
                    parameters.put(name.toLowerCase(Locale.ROOT), new Property(name, type, node.path("collection").booleanValue(),
                            true, kindOf(type)));
                }
            });
            actions.put(operation.get("parameters").get(0).get("type").textValue() + "/" + operation.get("name").textValue(), parameters);
        }
    }

    private String kindOf(String type) {
        if (type.startsWith("Edm.")) {
            return "primitive";
        }
        return enums.containsKey(type) ? "enum" : "complex";
    }
}
