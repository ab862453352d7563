package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.Changes;
import app.lectern.demo.school.Drive;
import app.lectern.demo.school.DriveItem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Change tracking over a whole drive.
final class DriveDelta {
    private static final int PAGE = 200;

    private final Changes changes;
    private final DriveJson json;

    DriveDelta(Changes changes, DriveJson json) {
        this.changes = changes;
        this.json = json;
    }

    GraphAnswer answer(GraphCall call, Drive drive) {
        var given = call.variable("token") != null ? call.variable("token") : call.query().get("token").orElse(null);
        var path = call.url().replaceFirst("/delta.*", "/delta");
        var latest = "latest".equals(given);
        var token = given == null || latest ? DeltaToken.first(drive.id(), changes, call.now()) : parse(given, call, drive, path);
        var items = latest ? List.<DriveItem>of() : items(call, drive, token);
        var size = call.query().top().orElse(PAGE);
        var end = Math.min(items.size(), token.offset() + Math.max(1, size));
        var page = Json.object().put("@odata.context", Paging.context(call, "Collection(driveItem)"));
        var values = page.putArray("value");
        items.subList(Math.min(token.offset(), end), end).forEach(item -> values.add(node(call, item)));
        // a delta link carries the time at which its round began, so that what appears meanwhile is in the next one
        return GraphAnswer.ok(end < items.size() ? page.put("@odata.nextLink", path + "?token=" + token.at(end).text())
                : page.put("@odata.deltaLink", path + "?token=" + token.at(-1).text()));
    }

    private DeltaToken parse(String given, GraphCall call, Drive drive, String path) {
        var resync = GraphRefusal.of(410, "resyncRequired", "Resync required. Replace any local items with the server's version.")
                .withHeader("Location", path);
        var token = DeltaToken.parse(given, changes, call.now(), resync);
        if (!token.scope().equals(drive.id())) {
            throw resync;
        }
        return token.offset() >= 0 ? token : DeltaToken.next(token, changes, call.now());
    }

    private static List<DriveItem> items(GraphCall call, Drive drive, DeltaToken token) {
        return drive.all().stream().filter(item -> token.isFirstRound() ? item.exists(call.now())
                : item.changedSince(token.since(), token.sinceTime(), call.now())).toList();
    }

    private ObjectNode node(GraphCall call, DriveItem item) {
        return item.exists(call.now()) ? Projection.apply(call, json.item(item, call.now())) : json.deleted(item);
    }
}
