package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.Person;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Users and their licences.
final class UserOperations {
    private static final Paging PAGES = new Paging(100, 999);
    private static final Set<String> BASIC = Set.of("id", "displayname", "givenname", "surname", "mail", "userprincipalname");

    private final Reception reception;
    private final PersonJson json;

    UserOperations(Reception reception) {
        this.reception = reception;
        this.json = new PersonJson(reception.school());
    }

    void register(LockedRoutes routes) {
        routes.get("/users", Right.READ_USERS, this::list);
        routes.get("/users/$count", Right.READ_USERS, this::count);
        routes.get("/users/{user}", Right.READ_USERS, this::get);
        routes.get("/users/{user}/licenseDetails", Right.READ_LICENCES, this::licences);
        routes.post("/directoryObjects/getByIds", Right.READ_USERS, this::byIds);
    }

    private GraphAnswer get(GraphCall call) {
        var person = reception.person(call);
        requireReadable(call, person);
        var node = Json.object().put("@odata.context", Paging.context(call, "users/$entity"));
        node.setAll(shown(call, person));
        return GraphAnswer.ok(Projection.apply(call, node));
    }

    private ObjectNode shown(GraphCall call, Person person) {
        var node = call.query().select().isEmpty() ? json.defaults(person) : json.everything(person, call.now());
        var held = call.caller().isAppOnly() ? call.caller().roles() : call.caller().scopes();
        var self = person.id().equals(call.caller().userId());
        if (!self && held.stream().noneMatch(UserOperations::readsWholeUsers)) {
            node.properties().forEach(entry -> {
                if (!BASIC.contains(entry.getKey().toLowerCase(Locale.ROOT))) {
                    entry.setValue(node.nullNode());
                }
            });
        }
        return node;
    }

    private static boolean readsWholeUsers(String permission) {
        return permission.startsWith("Directory.Read") || permission.startsWith("User.Read") && permission.endsWith(".All")
                && !permission.contains("Basic");
    }

    /// `User.Read` opens the signed-in user's own account only.
    private static void requireReadable(GraphCall call, Person person) {
        var caller = call.caller();
        if (!caller.isAppOnly() && !person.id().equals(caller.userId())) {
            requireMoreThanOwn(call);
        }
    }

    private static void requireMoreThanOwn(GraphCall call) {
        var caller = call.caller();
        if (!caller.isAppOnly() && caller.scopes().stream().noneMatch(scope -> scope.endsWith(".All")
                && (scope.startsWith("User.") || scope.startsWith("Directory.") || scope.startsWith("LicenseAssignment.")))) {
            throw GraphRefusal.of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        }
    }

    private GraphAnswer list(GraphCall call) {
        requireMoreThanOwn(call);
        var found = found(call);
        if (call.query().count()) {
            requireEventual(call, "$count");
        }
        return PAGES.answer(call, "users", found, person -> shown(call, person));
    }

    private GraphAnswer count(GraphCall call) {
        requireMoreThanOwn(call);
        requireEventual(call, "$count");
        return GraphAnswer.text("text/plain", Integer.toString(found(call).size()));
    }

    private List<Person> found(GraphCall call) {
        var stream = reception.school().people().all().stream();
        var filter = call.query().filter();
        if (filter.isPresent()) {
            var wanted = new UserFilter(filter.get(), call);
            stream = stream.filter(person -> wanted.accepts(json.everything(person, call.now())));
        }
        var search = call.query().get("$search");
        if (search.isPresent()) {
            requireEventual(call, "$search");
            var wanted = UserFilter.search(search.get());
            stream = stream.filter(person -> wanted.test(json.everything(person, call.now())));
        }
        return stream.sorted(Comparator.comparing(person -> person.card().displayName())).toList();
    }

    static void requireEventual(GraphCall call, String feature) {
        if (!call.header("ConsistencyLevel").filter("eventual"::equalsIgnoreCase).isPresent()) {
            throw GraphRefusal.of(400, "Request_UnsupportedQuery", feature.equals("$search")
                    ? "Request with $search query parameter only works through MSGraph with a special request header: "
                    + "'ConsistencyLevel: eventual'"
                    : feature + " is not currently supported without the 'ConsistencyLevel: eventual' header and the "
                    + "'$count=true' query parameter.");
        }
    }

    private GraphAnswer licences(GraphCall call) {
        var person = reception.person(call);
        requireReadable(call, person);
        return PAGES.answer(call, "users('" + person.id() + "')/licenseDetails", List.copyOf(person.licences().entrySet()),
                entry -> json.licence(person, entry.getKey(), entry.getValue(), call.now()));
    }

    private GraphAnswer byIds(GraphCall call) {
        var wanted = new HashSet<String>();
        call.object().path("ids").forEach(id -> wanted.add(id.asText()));
        if (wanted.isEmpty() || wanted.size() > 1000) {
            throw GraphRefusal.of(400, "Request_BadRequest", "Invalid value specified for property 'ids' of resource.");
        }
        var people = wanted.stream().flatMap(id -> reception.school().people().find(id).stream()).toList();
        return PAGES.answer(call, "directoryObjects", people,
                person -> Json.object().put("@odata.type", "#microsoft.graph.user").setAll(json.defaults(person)));
    }
}
