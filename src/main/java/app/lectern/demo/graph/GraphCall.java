package app.lectern.demo.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request to Graph after the front has checked its token, its permissions and the shape of its body.
///
/// @param method    the HTTP method in capitals
/// @param url       the absolute address as the client sent it, the base of links to further pages
/// @param segments  the decoded path segments after `/v1.0`; `/me` is already `users/{object id}`
/// @param variables what the route's template variables matched, decoded, without the quotes of OData literals
/// @param query     the decoded query
/// @param headers   request headers, in a map that ignores case
/// @param body      the JSON body, or null when there is none
/// @param caller    whose token it is
/// @param service   the Microsoft service behind the route
/// @param now       the tenant's time at which the call arrived
public record GraphCall(String method, String url, List<String> segments, Map<String, String> variables, GraphQuery query,
                        Map<String, String> headers, JsonNode body, Caller caller, GraphService service, Instant now) {

    /// What a template variable matched; an optional variable that is absent gives null.
    public String variable(String name) {
        return variables.get(name);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The body of a request that must have one.
    public ObjectNode object() {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw GraphRefusal.badRequest("Empty Payload. JSON content expected.");
    }

    /// The items of all `Prefer` headers, for example `outlook.timezone="UTC"` and `IdType="ImmutableId"`.
    public List<String> prefers() {
        return header("Prefer").map(text -> Arrays.stream(text.split("[,;](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(String::strip).filter(item -> !item.isEmpty()).toList()).orElse(List.of());
    }

    /// The value of one preference without its quotes: `prefer("outlook.timezone")`; a bare preference gives "".
    public Optional<String> prefer(String name) {
        return prefers().stream()
                .filter(item -> item.equalsIgnoreCase(name) || item.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                .map(item -> item.length() == name.length() ? "" : item.substring(name.length() + 1).replace("\"", ""))
                .findFirst();
    }
}
