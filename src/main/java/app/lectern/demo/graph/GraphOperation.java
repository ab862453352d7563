package app.lectern.demo.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// One operation as it stands in an HTTP request or in an item of a batch, before it is looked up.
///
/// @param target  path and query after `/v1.0`, percent-encoded
/// @param headers in a map that ignores case
record GraphOperation(String method, String target, Map<String, String> headers, JsonNode body, Caller caller) {

    String path() {
        var mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    String query() {
        var mark = target.indexOf('?');
        return mark < 0 ? null : target.substring(mark + 1);
    }
}
