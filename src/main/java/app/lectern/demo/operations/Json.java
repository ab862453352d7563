package app.lectern.demo.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/// Small pieces of JSON as Graph writes them.
final class Json {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private Json() {
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<String> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    /// Seven digits of a second and a Z, as Teams and Exchange write.
    static String time(Instant time) {
        return LOCAL.format(time.atZone(ZoneOffset.UTC)) + "Z";
    }

    /// Whole seconds and a Z, as the directory and OneDrive write.
    static String seconds(Instant time) {
        return SECONDS.format(time.atZone(ZoneOffset.UTC));
    }

    /// A parameter of an action, whose name clients write with and without a capital.
    static JsonNode parameter(ObjectNode body, String name) {
        return body.properties().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    static ObjectNode dateTime(LocalDateTime time, String zone) {
        return object().put("dateTime", LOCAL.format(time)).put("timeZone", zone);
    }
}
