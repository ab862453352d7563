package app.lectern.demo.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The table of operations that this Graph knows. Whoever owns the content registers routes here; the front looks them up.
/// Paths start after `/v1.0`; what is registered under `/users/{user}/…` also answers `/me/…` of a signed-in user.
public final class GraphRoutes {

    private final List<GraphRoute> routes = new ArrayList<>();

    public GraphRoute get(String template, GraphService service, GraphHandler handler) {
        return add("GET", template, service, handler);
    }

    public GraphRoute post(String template, GraphService service, GraphHandler handler) {
        return add("POST", template, service, handler);
    }

    public GraphRoute patch(String template, GraphService service, GraphHandler handler) {
        return add("PATCH", template, service, handler);
    }

    public GraphRoute delete(String template, GraphService service, GraphHandler handler) {
        return add("DELETE", template, service, handler);
    }

    public GraphRoute add(String method, String template, GraphService service, GraphHandler handler) {
        var route = new GraphRoute(method, template, service, handler);
        routes.add(route);
        return route;
    }

    /// A route with what its variables matched.
    record Found(GraphRoute route, Map<String, String> variables) {
    }

    Found find(String method, List<String> segments, GraphQuery query) {
        var candidates = new ArrayList<Found>();
        for (var route : routes) {
            route.template().match(segments, query).ifPresent(values -> candidates.add(new Found(route, values)));
        }
        if (candidates.isEmpty()) {
            throw GraphRefusal.unknownSegment(firstUnknown(segments, query));
        }
        return candidates.stream().filter(found -> found.route().method().equals(method))
                .min(Comparator.comparing(found -> found.route().template().rank()))
                .orElseThrow(() -> GraphRefusal.of(405, "Request_BadRequest",
                        "Specified HTTP method is not allowed for the request target."));
    }

    private String firstUnknown(List<String> segments, GraphQuery query) {
        var known = routes.stream().mapToInt(route -> route.template().matchingPrefix(segments, query)).max().orElse(0);
        return segments.isEmpty() ? "" : segments.get(Math.min(known, segments.size() - 1));
    }
}
