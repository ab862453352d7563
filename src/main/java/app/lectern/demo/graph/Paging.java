package app.lectern.demo.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Collections in pages: `$top`, `$skip`, `$count`, `Prefer: odata.maxpagesize`, and next links that carry an opaque token.
///
/// @param defaultSize items on a page when the client does not say
/// @param maximumSize what a larger `$top` is cut down to
public record Paging(int defaultSize, int maximumSize) {

    /// One page of the list as an OData collection; items are built only for the page and pass through `$select`.
    public <T> GraphAnswer answer(GraphCall call, String context, List<T> all, Function<T, ObjectNode> item) {
        return GraphAnswer.ok(page(call, context, all, item));
    }

    /// The same page as a node, for routes that add to it (a delta link on the last page, for example).
    public <T> ObjectNode page(GraphCall call, String context, List<T> all, Function<T, ObjectNode> item) {
        var start = call.query().get("$skiptoken").map(Paging::offset)
                .orElseGet(() -> call.query().skip().orElse(0));
        var size = pageSize(call);
        var end = Math.min(all.size(), start + size);
        var page = JsonNodeFactory.instance.objectNode();
        page.put("@odata.context", context(call, context));
        if (call.query().count()) {
            page.put("@odata.count", all.size());
        }
        var values = page.putArray("value");
        for (var i = start; i < end; i++) {
            values.add(Projection.apply(call, item.apply(all.get(i))));
        }
        if (end < all.size() && end >= start) {
            page.put("@odata.nextLink", link(call, Map.of("$skiptoken", token(end))));
        }
        return page;
    }

    /// The address of this call with some parameters replaced; paging parameters that no longer fit are left out.
    public static String link(GraphCall call, Map<String, String> replaced) {
        var query = call.query().ordered();
        query.remove("$skip");
        query.putAll(replaced);
        var path = call.url().contains("?") ? call.url().substring(0, call.url().indexOf('?')) : call.url();
        return path + "?" + query.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue())).collect(Collectors.joining("&"));
    }

    /// The metadata address that stands in `@odata.context`.
    public static String context(GraphCall call, String context) {
        var version = call.url().indexOf("/v1.0");
        return call.url().substring(0, version) + "/v1.0/$metadata#" + context;
    }

    private int pageSize(GraphCall call) {
        var preferred = call.prefer("odata.maxpagesize").map(Integer::parseInt);
        var wanted = call.query().top().orElseGet(() -> preferred.orElse(defaultSize));
        return Math.max(1, Math.min(wanted, maximumSize));
    }

    private static String token(int offset) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("at:" + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring("at:".length()));
        } catch (RuntimeException notOurs) {
            throw GraphRefusal.badRequest("Invalid skip token.");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%24", "$");
    }
}
