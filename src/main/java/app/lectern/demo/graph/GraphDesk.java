package app.lectern.demo.graph;

import app.lectern.demo.entra.Accounts;
import app.lectern.demo.http.HttpCall;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Carries out one operation: finds its route, asks for its permission, watches the mailbox's limit, checks the body,
/// lets the route answer. The same for a request of its own and for an item of a batch.
final class GraphDesk {

    private final GraphRoutes routes;
    private final Mailboxes mailboxes;
    private final BodyCheck bodies;
    private final EnumVeil veil;
    private final Clock clock;
    private final String endpoint;

    GraphDesk(GraphRoutes routes, Accounts accounts, Clock clock, String endpoint) {
        var metadata = Metadata.load();
        this.routes = routes;
        this.mailboxes = new Mailboxes(accounts);
        this.bodies = new BodyCheck(metadata);
        this.veil = new EnumVeil(metadata);
        this.clock = clock;
        this.endpoint = endpoint;
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    /// Whether the operation works in a mailbox; such items of a batch run four at a time.
    boolean isMailboxWork(GraphOperation operation) {
        try {
            return routes.find(operation.method(), segments(operation), query(operation)).route().mailboxVariable() != null;
        } catch (GraphRefusal refusedLater) {
            return false;
        }
    }

    GraphAnswer carryOut(GraphOperation operation) {
        var query = query(operation);
        var segments = segments(operation);
        var found = routes.find(operation.method(), segments, query);
        var route = found.route();
        requirePermission(route, operation.caller());
        var call = new GraphCall(operation.method(), endpoint + operation.target(), segments, found.variables(), query,
                operation.headers(), operation.body(), operation.caller(), route.service(), clock.instant());
        var mailbox = route.mailboxVariable() == null ? null : call.variable(route.mailboxVariable());
        if (mailbox == null) {
            return answer(route, call);
        }
        try (var _ = mailboxes.enter(mailbox)) {
            return answer(route, call);
        }
    }

    private GraphAnswer answer(GraphRoute route, GraphCall call) {
        bodies.require(route, call.body());
        var answer = route.handler().answer(call);
        return new GraphAnswer(answer.status(), answer.headers(), veil.veil(call, route.answerType(), answer.json()),
                answer.content(), answer.contentType());
    }

    private static void requirePermission(GraphRoute route, Caller caller) {
        if (!route.opensFor(caller)) {
            var nothingGranted = caller.isAppOnly() && caller.roles().isEmpty();
            throw nothingGranted && route.service() != GraphService.DIRECTORY
                    ? GraphRefusals.noRoles() : GraphRefusals.missingPermission(route.service());
        }
    }

    private static GraphQuery query(GraphOperation operation) {
        return new GraphQuery(HttpCall.form(operation.query()));
    }

    /// The decoded segments, with `/me` replaced by the signed-in user.
    private static List<String> segments(GraphOperation operation) {
        var segments = PathTemplate.segments(operation.path());
        if (segments.isEmpty() || !segments.getFirst().equalsIgnoreCase("me")) {
            return segments;
        }
        if (operation.caller().isAppOnly()) {
            throw GraphRefusal.badRequest("/me request is only valid with delegated authentication flow.");
        }
        var resolved = new ArrayList<>(List.of("users", operation.caller().userId()));
        resolved.addAll(segments.subList(1, segments.size()));
        return resolved;
    }
}
