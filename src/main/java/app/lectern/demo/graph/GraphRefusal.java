package app.lectern.demo.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/// Graph saying no. Thrown by routes and checks; the front renders it as Graph's error body with its inner error.
public final class GraphRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String innerCode;
    private final transient Map<String, String> annotations;
    private final transient Map<String, String> headers;

    private GraphRefusal(int status, String code, String message, String innerCode,
                         Map<String, String> annotations, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.innerCode = innerCode;
        this.annotations = annotations;
        this.headers = headers;
    }

    public static GraphRefusal of(int status, String code, String message) {
        return new GraphRefusal(status, code, message, null, Map.of(), Map.of());
    }

    public static GraphRefusal badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    /// The directory's answer when nobody has this id or name.
    public static GraphRefusal directoryNotFound(String id) {
        return of(404, "Request_ResourceNotFound", "Resource '" + id
                + "' does not exist or one of its queried reference-property objects are not present.");
    }

    /// The answer to a path that Graph does not have.
    public static GraphRefusal unknownSegment(String segment) {
        return badRequest("Resource not found for the segment '" + segment + "'.");
    }

    /// The same refusal with a code inside `innerError`.
    public GraphRefusal withInnerCode(String inner) {
        return new GraphRefusal(status, code, getMessage(), inner, annotations, headers);
    }

    /// The same refusal with one more member beside `code` and `message`, such as `@event.existingEventId`.
    public GraphRefusal withAnnotation(String name, String value) {
        return new GraphRefusal(status, code, getMessage(), innerCode, with(annotations, name, value), headers);
    }

    public GraphRefusal withHeader(String name, String value) {
        return new GraphRefusal(status, code, getMessage(), innerCode, annotations, with(headers, name, value));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    String innerCode() {
        return innerCode;
    }

    Map<String, String> annotations() {
        return annotations;
    }

    Map<String, String> headers() {
        return headers;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
