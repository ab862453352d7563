package app.lectern.demo.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes refusals as Graph's error body.
final class GraphErrors {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Clock clock;

    GraphErrors(Clock clock) {
        this.clock = clock;
    }

    ObjectNode body(GraphRefusal refusal, String requestId, String clientRequestId) {
        var body = JsonNodeFactory.instance.objectNode();
        var error = body.putObject("error").put("code", refusal.code()).put("message", refusal.getMessage());
        var inner = error.putObject("innerError");
        if (refusal.innerCode() != null) {
            inner.put("code", refusal.innerCode());
        }
        inner.put("date", TIME.format(clock.instant())).put("request-id", requestId)
                .put("client-request-id", clientRequestId == null ? requestId : clientRequestId);
        refusal.annotations().forEach(error::put);
        return body;
    }
}
