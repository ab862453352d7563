package app.lectern.demo.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// Writes refusals the way Entra's endpoints do, with trace and correlation ids in the text and beside it.
final class EntraErrors {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;

    EntraErrors(Clock clock) {
        this.clock = clock;
    }

    ObjectNode body(EntraRefusal refusal, String correlationId) {
        var trace = UUID.randomUUID().toString();
        var correlation = correlationId == null ? UUID.randomUUID().toString() : correlationId;
        var time = TIME.format(clock.instant());
        var body = JsonNodeFactory.instance.objectNode();
        body.put("error", refusal.error());
        body.put("error_description", text(refusal, trace, correlation, time));
        body.putArray("error_codes").add(refusal.number());
        body.put("timestamp", time).put("trace_id", trace).put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + refusal.number());
        if (refusal.suberror() != null) {
            body.put("suberror", refusal.suberror());
        }
        if (refusal.claims() != null) {
            body.put("claims", refusal.claims());
        }
        return body;
    }

    String describe(EntraRefusal refusal) {
        return body(refusal, null).get("error_description").textValue();
    }

    private static String text(EntraRefusal refusal, String trace, String correlation, String time) {
        return "AADSTS" + refusal.number() + ": " + refusal.getMessage() + " Trace ID: " + trace
                + " Correlation ID: " + correlation + " Timestamp: " + time;
    }
}
