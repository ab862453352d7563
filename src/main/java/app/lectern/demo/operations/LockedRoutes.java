package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphHandler;
import app.lectern.demo.graph.GraphRoute;
import app.lectern.demo.graph.GraphRoutes;
import app.lectern.demo.graph.GraphService;
import app.lectern.demo.school.School;

/// Registers routes of one service whose handlers see the school one at a time.
final class LockedRoutes {
    private final GraphRoutes routes;
    private final GraphService service;
    private final School school;

    LockedRoutes(GraphRoutes routes, GraphService service, School school) {
        this.routes = routes;
        this.service = service;
        this.school = school;
    }

    GraphRoute get(String template, Right right, GraphHandler handler) {
        return add("GET", template, right, handler);
    }

    GraphRoute post(String template, Right right, GraphHandler handler) {
        return add("POST", template, right, handler);
    }

    GraphRoute patch(String template, Right right, GraphHandler handler) {
        return add("PATCH", template, right, handler);
    }

    GraphRoute delete(String template, Right right, GraphHandler handler) {
        return add("DELETE", template, right, handler);
    }

    private GraphRoute add(String method, String template, Right right, GraphHandler handler) {
        return routes.add(method, template, service, call -> school.exclusively(() -> handler.answer(call)))
                .application(right.application()).delegated(right.delegated());
    }
}
