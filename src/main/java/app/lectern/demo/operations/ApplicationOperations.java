package app.lectern.demo.operations;

import app.lectern.demo.entra.AppRegistration;
import app.lectern.demo.entra.AppRegistrations;
import app.lectern.demo.entra.Permissions;
import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// App registrations, their enterprise applications, and what the administrator has consented to.
final class ApplicationOperations {
    private static final Paging PAGES = new Paging(100, 999);
    private static final Pattern BY_APP_ID = Pattern.compile("appId eq '([^']*)'");
    private static final String GRAPH_PRINCIPAL = "fea94d6d-b5bf-44d2-a887-4f72a8d74f44";

    private final AppRegistrations apps;
    private final Permissions permissions;
    private final ApplicationJson json;

    ApplicationOperations(AppRegistrations apps, Permissions permissions) {
        this.apps = apps;
        this.permissions = permissions;
        this.json = new ApplicationJson(permissions, GRAPH_PRINCIPAL);
    }

    void register(LockedRoutes routes) {
        for (var path : List.of("/servicePrincipals(appId='{appId}')", "/servicePrincipals/{principal}")) {
            routes.get(path, Right.READ_APPLICATIONS, this::principal);
            routes.get(path + "/appRoleAssignments", Right.READ_APPLICATIONS, this::roleAssignments);
            routes.get(path + "/oauth2PermissionGrants", Right.READ_GRANTS, this::grants);
        }
        routes.get("/servicePrincipals", Right.READ_APPLICATIONS, this::principals);
        for (var path : List.of("/applications(appId='{appId}')", "/applications/{application}")) {
            routes.get(path, Right.READ_APPLICATIONS,
                    call -> single(call, "applications/$entity", json.application(application(call))));
            routes.post(path + "/addPassword", Right.WRITE_APPLICATIONS, this::addPassword)
                    .acceptsAction("microsoft.graph.application", "addPassword");
            routes.post(path + "/removePassword", Right.WRITE_APPLICATIONS, this::removePassword)
                    .acceptsAction("microsoft.graph.application", "removePassword");
        }
        routes.get("/applications", Right.READ_APPLICATIONS, this::applications);
    }

    private static GraphAnswer single(GraphCall call, String context, ObjectNode item) {
        var node = Json.object().put("@odata.context", Paging.context(call, context));
        node.setAll(item);
        return GraphAnswer.ok(Projection.apply(call, node));
    }

    private GraphAnswer principals(GraphCall call) {
        var wanted = filtered(call);
        var list = apps.all().stream().filter(app -> wanted.isEmpty() || app.appId().equals(wanted.get())).map(json::principal)
                .toList();
        var graph = wanted.isEmpty() || wanted.get().equals(Permissions.GRAPH_APP_ID) ? List.of(json.graph())
                : List.<ObjectNode>of();
        return PAGES.answer(call, "servicePrincipals", Stream.concat(list.stream(), graph.stream()).toList(),
                node -> node);
    }

    private GraphAnswer applications(GraphCall call) {
        var wanted = filtered(call);
        return PAGES.answer(call, "applications", apps.all().stream()
                .filter(app -> wanted.isEmpty() || app.appId().equals(wanted.get())).toList(),
                json::application);
    }

    private static Optional<String> filtered(GraphCall call) {
        return call.query().filter().map(filter -> {
            var matcher = BY_APP_ID.matcher(filter.strip());
            if (!matcher.matches()) {
                throw GraphRefusal.of(400, "Request_UnsupportedQuery",
                        "Unsupported or invalid query filter clause specified for property.");
            }
            return matcher.group(1);
        });
    }

    private GraphAnswer principal(GraphCall call) {
        var id = call.variable("appId") == null ? call.variable("principal") : call.variable("appId");
        var graph = id.equals(Permissions.GRAPH_APP_ID) || id.equals(GRAPH_PRINCIPAL);
        return single(call, "servicePrincipals/$entity", graph ? json.graph() : json.principal(owner(call)));
    }

    private AppRegistration owner(GraphCall call) {
        var id = call.variable("appId") == null ? call.variable("principal") : call.variable("appId");
        return apps.all().stream().filter(app -> app.servicePrincipalId().equalsIgnoreCase(id)
                        || call.variable("appId") != null && app.appId().equalsIgnoreCase(id))
                .findFirst().orElseThrow(() -> GraphRefusal.directoryNotFound(id));
    }

    private AppRegistration application(GraphCall call) {
        var id = call.variable("appId") == null ? call.variable("application") : call.variable("appId");
        return apps.all().stream().filter(app -> app.objectId().equalsIgnoreCase(id)
                        || call.variable("appId") != null && app.appId().equalsIgnoreCase(id))
                .findFirst().orElseThrow(() -> GraphRefusal.directoryNotFound(id));
    }

    private GraphAnswer roleAssignments(GraphCall call) {
        var app = owner(call);
        var granted = app.roles().stream().sorted().filter(permissions.application()::containsKey).toList();
        return PAGES.answer(call, "appRoleAssignments", granted, role -> json.roleAssignment(app, role));
    }

    private GraphAnswer grants(GraphCall call) {
        var app = owner(call);
        return PAGES.answer(call, "oauth2PermissionGrants", app.scopes().isEmpty() ? List.<AppRegistration>of() : List.of(app),
                json::grant);
    }

    private GraphAnswer addPassword(GraphCall call) {
        var app = application(call);
        var wanted = Json.parameter(call.object(), "passwordCredential");
        var end = wanted.hasNonNull("endDateTime") ? Instant.parse(wanted.path("endDateTime").asText()) : call.now()
                .plus(730, ChronoUnit.DAYS);
        var name = wanted.hasNonNull("displayName") ? wanted.path("displayName").asText() : null;
        var key = UUID.nameUUIDFromBytes((app.appId() + app.secrets().size() + call.now())
                .getBytes(StandardCharsets.UTF_8)).toString();
        var secret = new AppRegistration.Secret(key, "r7~" + key.replace("-", "") + "~Qx", name, call.now(), end);
        app.add(secret);
        var answer = Json.object().put("@odata.context", Paging.context(call, "microsoft.graph.passwordCredential"));
        answer.setAll(json.password(secret));
        return GraphAnswer.ok(answer.put("secretText", secret.value()));
    }

    private GraphAnswer removePassword(GraphCall call) {
        var id = Json.parameter(call.object(), "keyId").asText();
        if (!application(call).removeSecret(id)) {
            throw GraphRefusal.of(400, "Request_BadRequest", "No password credential found with keyId.");
        }
        return GraphAnswer.noContent();
    }

}
