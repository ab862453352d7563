package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.Drive;
import app.lectern.demo.school.DriveItem;
import app.lectern.demo.school.TeamChannel;
import app.lectern.demo.storage.DownloadLinks;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Drives and their items, addressed through a person, by the drive's id, or through a site.
final class DriveOperations {
    private static final Paging PAGES = new Paging(200, 1000);
    private static final Map<String, String> SPECIAL = Map.of("documents", "", "recordings", "Recordings");

    private final Reception reception;
    private final DownloadLinks links;
    private final DriveJson json;
    private final DriveDelta delta;

    DriveOperations(Reception reception, DownloadLinks links) {
        this.reception = reception;
        this.links = links;
        this.json = new DriveJson(reception.school(), links);
        this.delta = new DriveDelta(reception.school().changes(), json);
    }

    void register(LockedRoutes routes) {
        register(routes, "/users/{user}/drive", reception::drive);
        register(routes, "/drives/{drive}", reception::driveById);
        register(routes, "/sites/{site}/drive", this::siteDrive);
        routes.get("/users/{user}/drives", Right.READ_FILES, call -> drives(call, reception.drive(call)));
        routes.get("/sites/{site}/drives", Right.READ_FILES, call -> drives(call, siteDrive(call)));
        routes.get("/sites/{site}", Right.READ_SITES, call -> GraphAnswer.ok(Projection.apply(call, json.site(team(call)))));
    }

    private void register(LockedRoutes routes, String path, Function<GraphCall, Drive> drive) {
        routes.get(path, Right.READ_FILES, call -> single(call, "drives/$entity", json.drive(drive.apply(call), call.now())));
        for (var name : List.of("/root/delta", "/root/delta(token='{token}')")) {
            routes.get(path + name, Right.READ_FILES, call -> delta.answer(call, drive.apply(call)));
        }
        item(routes, path + "/root", call -> drive.apply(call).root());
        item(routes, path + "/root:/{path}:", call -> byPath(call, drive.apply(call)));
        item(routes, path + "/special/{special}", call -> special(call, drive.apply(call)));
        item(routes, path + "/items/{item}", call -> byId(call, drive.apply(call)));
        routes.get(path + "/root:/{path}", Right.READ_FILES,
                call -> single(call, "driveItems/$entity", json.item(byPath(call, drive.apply(call)), call.now())));
        routes.delete(path + "/items/{item}", Right.WRITE_FILES, call -> delete(call, byId(call, drive.apply(call))));
    }

    private void item(LockedRoutes routes, String path, Function<GraphCall, DriveItem> item) {
        if (!path.endsWith(":")) {
            routes.get(path, Right.READ_FILES,
                    call -> single(call, "driveItems/$entity", json.item(item.apply(call), call.now())));
        }
        routes.get(path + "/children", Right.READ_FILES, call -> children(call, item.apply(call)));
        routes.get(path + "/content", Right.READ_FILES, call -> content(item.apply(call)));
    }

    private static GraphAnswer single(GraphCall call, String context, ObjectNode item) {
        var node = Json.object().put("@odata.context", Paging.context(call, context));
        node.setAll(item);
        return GraphAnswer.ok(Projection.apply(call, node));
    }

    private GraphAnswer drives(GraphCall call, Drive drive) {
        return PAGES.answer(call, "drives", List.of(drive), one -> json.drive(one, call.now()));
    }

    private TeamChannel.Team team(GraphCall call) {
        return reception.school().channels().stream().map(channel -> channel.team())
                .filter(team -> json.siteId(team).equals(call.variable("site")))
                .findFirst().orElseThrow(() -> GraphRefusal.of(404, "itemNotFound", "Requested site could not be found"));
    }

    private Drive siteDrive(GraphCall call) {
        return team(call).drive();
    }

    private static DriveItem byId(GraphCall call, Drive drive) {
        var id = call.variable("item");
        return (id.equals("root") ? Optional.of(drive.root()) : drive.find(id)).filter(item -> item.exists(call.now()))
                .orElseThrow(DriveOperations::notFound);
    }

    private static DriveItem byPath(GraphCall call, Drive drive) {
        return drive.at(call.variable("path"), call.now()).orElseThrow(DriveOperations::notFound);
    }

    private static GraphRefusal notFound() {
        return GraphRefusal.of(404, "itemNotFound", "The resource could not be found.");
    }

    /// Folders by what they are for, whatever they are called in the owner's language.
    private static DriveItem special(GraphCall call, Drive drive) {
        var path = SPECIAL.get(call.variable("special").toLowerCase(Locale.ROOT));
        if (path == null) {
            throw GraphRefusal.of(400, "invalidRequest", "The special folder identifier isn't valid");
        }
        return drive.at(path, call.now()).orElseThrow(DriveOperations::notFound);
    }

    private GraphAnswer children(GraphCall call, DriveItem folder) {
        var order = call.query().get("$orderby").orElse("name");
        var byName = Comparator.comparing((DriveItem item) -> item.name().toLowerCase(Locale.ROOT));
        var byTime = Comparator.comparing(DriveItem::created);
        var chosen = order.startsWith("name") ? byName : byTime;
        var children = folder.drive().children(folder, call.now()).stream()
                .sorted(order.endsWith("desc") ? chosen.reversed() : chosen).toList();
        return PAGES.answer(call, "driveItems", children, item -> json.item(item, call.now()));
    }

    private GraphAnswer content(DriveItem item) {
        if (item.isFolder()) {
            throw GraphRefusal.of(400, "invalidRequest", "You cannot get content for a folder");
        }
        return GraphAnswer.redirect(links.issue(item.key()));
    }

    private GraphAnswer delete(GraphCall call, DriveItem item) {
        var wanted = call.header("If-Match");
        if (wanted.isPresent() && !wanted.get().equals("*") && !wanted.get().equals(item.eTag()) && !wanted.get()
                .equals(item.cTag())) {
            throw GraphRefusal.of(412, "resourceModified", "ETag does not match current item's value");
        }
        reception.school().control().bin(item);
        return GraphAnswer.noContent();
    }
}
