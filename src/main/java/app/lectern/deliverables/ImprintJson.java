package app.lectern.deliverables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Imprints and event contents as JSON: in extended properties, and in the store.
final class ImprintJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ImprintJson() {}

    static String write(Imprint imprint) {
        var of = imprint.deliverable();
        var node = JsonNodeFactory.instance.objectNode().put("key", of.key()).put("project", of.project()).put("client", of.client())
                .put("description", of.description());
        of.percentage().ifPresent(percent -> node.put("percentage", percent));
        of.date().ifPresent(day -> node.put("date", day.toString()));
        node.put("notes", of.notes()).put("link", of.link());
        var assignees = node.putArray("assignees");
        of.assignees().forEach(assignees::add);
        of.doneOn().ifPresent(day -> node.put("done", day.toString()));
        node.set("written", node(imprint.written()));
        return text(node);
    }

    static String write(EventContent content) {
        return text(node(content));
    }

    private static ObjectNode node(EventContent content) {
        var node = JsonNodeFactory.instance.objectNode();
        content.values().forEach((field, value) -> {
            if (!value.isEmpty()) {
                node.put(field.name().toLowerCase(Locale.ROOT), value);
            }
        });
        return node;
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Empty when it is none, or one that somebody has spoiled.
    static Optional<Imprint> readImprint(String text) {
        try {
            var node = JSON.readTree(text);
            var assignees = new ArrayList<String>();
            node.path("assignees").forEach(each -> assignees.add(each.asText()));
            var deliverable = new Deliverable(node.path("key").asText(), node.path("project").asText(), node.path("client").asText(),
                    node.path("description").asText(),
                    node.has("percentage") ? OptionalInt.of(node.path("percentage").asInt()) : OptionalInt.empty(), day(node, "date"),
                    node.path("notes").asText(), assignees, node.path("link").asText(), day(node, "done"));
            return deliverable.key().isEmpty() ? Optional.empty() : Optional.of(new Imprint(deliverable, content(node.path("written"))));
        } catch (JsonProcessingException | DateTimeException spoiled) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(LocalDate.parse(node.path(name).asText())) : Optional.empty();
    }

    static EventContent readContent(String text) {
        try {
            return content(JSON.readTree(text));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    private static EventContent content(JsonNode node) {
        var values = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            values.put(field, node.path(field.name().toLowerCase(Locale.ROOT)).asText(""));
        }
        return new EventContent(values);
    }
}
