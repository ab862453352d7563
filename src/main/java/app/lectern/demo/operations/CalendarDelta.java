package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.Changes;
import app.lectern.demo.school.SchoolCalendar;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Change tracking over a calendar view: the first call fixes the window, later rounds tell what changed and what is gone.
final class CalendarDelta {
    private static final int PAGE = 50;
    private static final Set<String> UNSUPPORTED = Set.of("$orderby", "$filter", "$select", "$expand", "$search");

    private final Reception reception;
    private final EventJson json;

    CalendarDelta(Reception reception, EventJson json) {
        this.reception = reception;
        this.json = json;
    }

    GraphAnswer answer(GraphCall call, SchoolCalendar calendar) {
        if (UNSUPPORTED.stream().anyMatch(call.query()::has)) {
            throw GraphRefusal.of(400, "ErrorInvalidUrlQuery",
                    "The following parameters are not supported with change tracking over the "
                    + "'CalendarView' resource: '$orderby, $filter, $select, $expand, $search'.");
        }
        var token = token(call, calendar);
        var items = token.isFirstRound() ? everything(call, calendar, token) : changed(call, calendar, token);
        var size = call.prefer("odata.maxpagesize").map(Integer::parseInt).orElse(PAGE);
        var end = Math.min(items.size(), token.offset() + Math.max(1, size));
        var page = Json.object().put("@odata.context", Paging.context(call, "Collection(event)"));
        var values = page.putArray("value");
        items.subList(Math.min(token.offset(), end), end).forEach(item -> values.add(item.get()));
        var path = call.url().contains("?") ? call.url().substring(0, call.url().indexOf('?')) : call.url();
        if (end < items.size()) {
            page.put("@odata.nextLink", path + "?$skiptoken=" + token.at(end).text());
        } else {
            page.put("@odata.deltaLink", path + "?$deltatoken=" + token.at(0).text());
        }
        return GraphAnswer.ok(page);
    }

    private DeltaToken token(GraphCall call, SchoolCalendar calendar) {
        Changes changes = reception.school().changes();
        var gone = GraphRefusal.of(410, "SyncStateNotFound", "The sync state generation is not found.");
        var skip = call.query().get("$skiptoken");
        if (skip.isPresent()) {
            return DeltaToken.parse(skip.get(), changes, call.now(), gone);
        }
        var delta = call.query().get("$deltatoken");
        if (delta.isPresent()) {
            return DeltaToken.next(DeltaToken.parse(delta.get(), changes, call.now(), gone), changes, call.now());
        }
        var window = EventOperations.Window.of(call);
        return DeltaToken.first(window.from() + "/" + window.to() + "/" + calendar.number(), changes, call.now());
    }

    private List<Supplier<ObjectNode>> everything(GraphCall call, SchoolCalendar calendar, DeltaToken token) {
        var owner = calendar.owner();
        var events = reception.school().calendars().of(owner).events(calendar.number());
        return SeenEvent.expandAll(events, owner, from(token), to(token)).stream().map(seen -> whole(call, seen)).toList();
    }

    private List<Supplier<ObjectNode>> changed(GraphCall call, SchoolCalendar calendar, DeltaToken token) {
        var owner = calendar.owner();
        var mailbox = reception.school().calendars().of(owner);
        var items = new ArrayList<Supplier<ObjectNode>>();
        for (var event : mailbox.events(calendar.number())) {
            if (event.lastChange() > token.since()) {
                var seen = SeenEvent.expand(event, owner, from(token), to(token));
                seen.forEach(item -> items.add(whole(call, item)));
                if (event.firstChange() <= token.since()) {
                    items.addAll(lost(call, calendar, event, seen, token));
                }
            }
        }
        for (var gone : mailbox.removedSince(token.since())) {
            if (gone.event().firstChange() <= token.since()) {
                SeenEvent.expand(gone.event(), owner, from(token), to(token))
                        .forEach(item -> items.add(removed(json.id(call, item))));
            }
        }
        return items;
    }

    /// What the client knows of a changed event that is no longer in the window: the event itself, or dates taken out of a
    /// series.
    private List<Supplier<ObjectNode>> lost(GraphCall call, SchoolCalendar calendar, CalendarEvent event, List<SeenEvent> seen,
            DeltaToken token) {
        var lost = new ArrayList<Supplier<ObjectNode>>();
        if (event.recurrence() == null && seen.isEmpty()) {
            lost.add(removed(json.id(call, event, calendar.owner(), null)));
        }
        event.changes().forEach((date, change) -> {
            if (change.times() == null && change.at() > token.since()) {
                lost.add(removed(json.id(call, event, calendar.owner(), date)));
            }
        });
        return lost;
    }

    private Supplier<ObjectNode> whole(GraphCall call, SeenEvent seen) {
        return () -> {
            var node = Json.object().put("@odata.type", "#microsoft.graph.event");
            node.setAll(json.event(call, seen));
            return node;
        };
    }

    private static Supplier<ObjectNode> removed(String id) {
        return () -> {
            var node = Json.object().put("@odata.type", "#microsoft.graph.event").put("id", id);
            node.putObject("@removed").put("reason", "deleted");
            return node;
        };
    }

    private static Instant from(DeltaToken token) {
        return Instant.parse(token.scope().split("/")[0]);
    }

    private static Instant to(DeltaToken token) {
        return Instant.parse(token.scope().split("/")[1]);
    }
}
