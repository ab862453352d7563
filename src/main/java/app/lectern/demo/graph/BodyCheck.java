package app.lectern.demo.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Holds request bodies against the metadata: unknown properties, values of another type and names that no enum has are
/// refused. Open types are checked as strictly as closed ones: a property that only looks right is a client's mistake.
final class BodyCheck {

    /// Not in the metadata, yet understood by the service.
    private static final Set<String> UNDECLARED = Set.of("autoAdmittedUsers", "joinUrl", "meetingCode");

    private final Metadata metadata;

    BodyCheck(Metadata metadata) {
        this.metadata = metadata;
    }

    void require(GraphRoute route, JsonNode body) {
        if (route.bodyType() != null) {
            var properties = metadata.properties(route.bodyType())
                    .orElseThrow(() -> new IllegalStateException("no metadata for " + route.bodyType()));
            new Check(route.service()).object(requireObject(body), route.bodyType(), name -> Optional.ofNullable(properties.get(name)));
        }
        if (route.action() != null) {
            var parameters = metadata.parameters(route.action())
                    .orElseThrow(() -> new IllegalStateException("no metadata for " + route.action()));
            // parameters of actions are matched without regard to case, as the service does
            new Check(route.service()).object(requireObject(body), route.action().name(),
                    name -> Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT))));
        }
    }

    private static ObjectNode requireObject(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw GraphRefusal.badRequest("Empty Payload. JSON content expected.");
    }

    /// One walk through one body; the service decides how refusals are worded.
    private final class Check {

        private final GraphService service;

        Check(GraphService service) {
            this.service = service;
        }

        void object(ObjectNode node, String type, Function<String, Optional<Metadata.Property>> properties) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                var name = entry.getKey();
                if (name.startsWith("@") || name.contains("@odata.") || UNDECLARED.contains(name)) {
                    continue;
                }
                var property = properties.apply(name).orElseThrow(() -> refuse("The property '" + name
                        + "' does not exist on type '" + type + "'. Make sure to only use property names that are defined by the type."));
                value(property, entry.getValue());
            }
        }

        private void value(Metadata.Property property, JsonNode value) {
            if (value.isNull()) {
                if (!property.nullable() && !property.collection()) {
                    throw refuse("A null value was found for the property named '" + property.name() + "', which has the expected type '"
                            + property.type() + "[Nullable=False]'. The expected type '" + property.type()
                            + "[Nullable=False]' does not allow null values.");
                }
            } else if (property.collection()) {
                if (!value.isArray()) {
                    throw unexpectedNode(value, "StartArray");
                }
                value.forEach(item -> single(property, item));
            } else {
                single(property, value);
            }
        }

        private void single(Metadata.Property property, JsonNode value) {
            switch (property.kind()) {
                case "primitive" -> primitive(property, value);
                case "enum" -> enumeration(property, value);
                default -> {
                    if (!(value instanceof ObjectNode object)) {
                        throw unexpectedNode(value, "StartObject");
                    }
                    metadata.properties(property.type()).ifPresent(known ->
                            object(object, property.type(), name -> Optional.ofNullable(known.get(name))));
                }
            }
        }

        private void enumeration(Metadata.Property property, JsonNode value) {
            var members = metadata.members(property.type());
            if (members.isEmpty()) {
                return;
            }
            if (!value.isTextual()) {
                throw unexpectedNode(value, "PrimitiveValue");
            }
            var given = members.get().isFlags() ? Arrays.asList(value.textValue().split("\\s*,\\s*")) : java.util.List.of(value.textValue());
            for (var name : given) {
                if (members.get().names().stream().noneMatch(name::equalsIgnoreCase) || name.equals("unknownFutureValue")) {
                    throw refuse(service == GraphService.TEAMS || service == GraphService.DIRECTORY
                            ? "Invalid value specified for property '" + property.name() + "' of resource '" + property.type() + "'."
                            : "Requested value '" + name + "' was not found.");
                }
            }
        }

        private void primitive(Metadata.Property property, JsonNode value) {
            if (value.isContainerNode()) {
                throw unexpectedNode(value, "PrimitiveValue");
            }
            if (!fits(property.type(), value)) {
                throw refuse("Cannot convert the literal '" + value.asText() + "' to the expected type '" + property.type() + "'.");
            }
        }

        private GraphRefusal unexpectedNode(JsonNode found, String wanted) {
            var name = found.isObject() ? "StartObject" : found.isArray() ? "StartArray" : "PrimitiveValue";
            return refuse("An unexpected '" + name + "' node was found when reading from the JSON reader. A '" + wanted + "' node was expected.");
        }

        private GraphRefusal refuse(String message) {
            return switch (service) {
                case EXCHANGE -> GraphRefusal.of(400, "RequestBodyRead", message);
                case DIRECTORY -> GraphRefusal.of(400, "Request_BadRequest", message);
                case TEAMS -> GraphRefusal.badRequest(message);
                case FILES -> GraphRefusal.of(400, "invalidRequest", message);
            };
        }
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "Edm.Boolean" -> value.isBoolean();
            case "Edm.Int16", "Edm.Int32" -> value.isInt() || value.isShort();
            case "Edm.Int64" -> value.isIntegralNumber() || value.isTextual() && value.textValue().matches("-?\\d{1,19}");
            case "Edm.Double", "Edm.Single" -> value.isNumber();
            case "Edm.DateTimeOffset" -> value.isTextual() && parses(value.textValue(), OffsetDateTime::parse);
            case "Edm.Date" -> value.isTextual() && parses(value.textValue(), LocalDate::parse);
            case "Edm.Duration" -> value.isTextual() && parses(value.textValue(), Duration::parse);
            case "Edm.Guid" -> value.isTextual() && value.textValue().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
            default -> value.isTextual();
        };
    }

    private static boolean parses(String text, Function<String, Object> parser) {
        try {
            parser.apply(text);
            return true;
        } catch (DateTimeException notThat) {
            return false;
        }
    }
}
