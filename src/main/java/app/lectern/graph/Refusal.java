package app.lectern.graph;

import app.lectern.problems.Evidence;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.serialization.UntypedNode;
import java.util.Map;
import java.util.Set;

/// What Graph said when it refused, wherever it said it: status, innermost and outer code, message, request-id.
///
/// @param path          the template of the path that was asked, empty when unknown
/// @param existingEvent the event that a transaction id belongs to already, where Exchange names it
record Refusal(int status, String code, String innerCode, String message, String requestId, String retryAfter, String path, String existingEvent) {
    private static final String EXISTING_EVENT = '@' + "event.existingEventId";
    private static final String INSUFFICIENT_CLAIMS = "insufficient_claims";

    static Refusal of(ODataError error, String path) {
        var main = error.getError();
        if (main == null) {
            return of((ApiException) error, path);
        }
        var inner = main.getInnerError();
        // Graph also spells it "innererror", which the SDK does not know
        Object other = main.getAdditionalData().get("innererror");
        var innerCode = inner != null ? text(inner.getAdditionalData().get("code")) : text(member(other, "code"));
        var requestId = inner != null ? text(inner.getRequestId()) : text(member(other, "request-id"));
        return new Refusal(
                error.getResponseStatusCode(),
                text(main.getCode()),
                demandsClaims(error) ? INSUFFICIENT_CLAIMS : innerCode,
                text(main.getMessage()),
                requestId.isEmpty() ? header(error, "request-id") : requestId,
                header(error, "Retry-After"),
                path,
                text(main.getAdditionalData().get(EXISTING_EVENT)));
    }

    /// An answer without a body.
    static Refusal of(ApiException error, String path) {
        return new Refusal(
                error.getResponseStatusCode(), "", demandsClaims(error) ? INSUFFICIENT_CLAIMS : "", "", header(error, "request-id"), header(error, "Retry-After"), path, "");
    }

    /// One item of a batch.
    static Refusal of(int status, JsonNode body, Map<String, String> headers, String path) {
        var error = body.path("error");
        var inner = error.has("innerError") ? error.path("innerError") : error.path("innererror");
        return new Refusal(
                status,
                error.path("code").asText(""),
                inner.path("code").asText(""),
                error.path("message").asText(""),
                inner.path("request-id").asText(headers.getOrDefault("request-id", "")),
                headers.getOrDefault("retry-after", ""),
                path,
                error.path(EXISTING_EVENT).asText(""));
    }

    /// Conditional Access says so in a header only.
    private static boolean demandsClaims(ApiException error) {
        return header(error, "WWW-Authenticate").contains(INSUFFICIENT_CLAIMS);
    }

    private static Object member(Object node, String name) {
        if (node instanceof UntypedNode untyped && untyped.getValue() instanceof Map<?, ?> members) {
            return members.get(name);
        }
        return node instanceof Map<?, ?> members ? members.get(name) : null;
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case UntypedNode untyped -> text(untyped.getValue());
            default -> value.toString();
        };
    }

    private static String header(ApiException error, String name) {
        for (var header : error.getResponseHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                Set<String> values = header.getValue();
                return values.isEmpty() ? "" : values.iterator().next();
            }
        }
        return "";
    }

    boolean is(String... codes) {
        for (var known : codes) {
            if (known.equalsIgnoreCase(code) || known.equalsIgnoreCase(innerCode)) {
                return true;
            }
        }
        return false;
    }

    boolean says(String words) {
        return message.toLowerCase(java.util.Locale.ROOT).contains(words.toLowerCase(java.util.Locale.ROOT));
    }

    boolean on(String pathPart) {
        return path.contains(pathPart);
    }

    Evidence evidence() {
        return new Evidence("Microsoft Graph", status, innerCode.isEmpty() ? code : innerCode, message, requestId);
    }
}
