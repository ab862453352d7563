package app.lectern.demo.graph;

import app.lectern.demo.storage.StoredBytes;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a route answers: a status with a JSON body, with bytes of some content type, or with nothing.
///
/// @param json        the JSON body, or null
/// @param content     the bytes of a body that is not JSON, or null
/// @param contentType the type of `content`, or null
public record GraphAnswer(int status, Map<String, String> headers, JsonNode json, StoredBytes content, String contentType) {

    public static GraphAnswer ok(JsonNode json) {
        return new GraphAnswer(200, Map.of(), json, null, null);
    }

    public static GraphAnswer created(JsonNode json) {
        return new GraphAnswer(201, Map.of(), json, null, null);
    }

    public static GraphAnswer accepted() {
        return new GraphAnswer(202, Map.of(), null, null, null);
    }

    public static GraphAnswer noContent() {
        return new GraphAnswer(204, Map.of(), null, null, null);
    }

    public static GraphAnswer content(String contentType, StoredBytes content) {
        return new GraphAnswer(200, Map.of(), null, content, contentType);
    }

    public static GraphAnswer text(String contentType, String text) {
        return content(contentType, StoredBytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The 302 with which a drive hands out a pre-authenticated address.
    public static GraphAnswer redirect(String location) {
        return new GraphAnswer(302, Map.of("Location", location), null, null, null);
    }

    public GraphAnswer withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new GraphAnswer(status, more, json, content, contentType);
    }
}
