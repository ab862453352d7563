package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.SchoolCalendar;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Events: made, read, changed, cancelled and deleted, singly and as series.
final class EventOperations {
    private static final Paging PAGES = new Paging(10, 1000);
    private static final Duration WIDEST = Duration.ofDays(1825);

    private final Reception reception;
    private final EventJson json;
    private final EventWriter writer;
    private final CalendarDelta delta;

    EventOperations(Reception reception) {
        this.reception = reception;
        this.json = new EventJson(reception.school());
        this.writer = new EventWriter(reception.school().people());
        this.delta = new CalendarDelta(reception, json);
    }

    void register(LockedRoutes routes) {
        for (var calendar : List.of("/users/{user}", "/users/{user}/calendar", "/users/{user}/calendars/{calendar}")) {
            routes.post(calendar + "/events", Right.WRITE_CALENDAR, this::create).accepts("microsoft.graph.event");
            routes.get(calendar + "/events", Right.READ_CALENDAR_BASIC, this::list);
            routes.get(calendar + "/calendarView", Right.READ_CALENDAR_BASIC, this::view);
            routes.get(calendar + "/calendarView/delta", Right.READ_CALENDAR, call -> delta.answer(call, calendar(call)));
            var event = calendar + "/events/{event}";
            routes.get(event, Right.READ_CALENDAR_BASIC, this::get);
            routes.patch(event, Right.WRITE_CALENDAR, this::change).accepts("microsoft.graph.event");
            routes.delete(event, Right.WRITE_CALENDAR, this::delete);
            routes.post(event + "/cancel", Right.WRITE_CALENDAR, this::cancel).acceptsAction("microsoft.graph.event", "cancel");
            routes.get(event + "/instances", Right.READ_CALENDAR_BASIC, this::instances);
        }
    }

    /// The calendar that the path names, or the mailbox's own.
    private SchoolCalendar calendar(GraphCall call) {
        var mailbox = reception.mailbox(call);
        return MailboxOperations.calendar(call, mailbox, reception.school().ids());
    }

    private SeenEvent seen(GraphCall call) {
        var mailbox = reception.mailbox(call);
        var id = ExchangeId.parse(call.variable("event"), reception.school().ids());
        var event = id.mailbox() == mailbox.owner().number() ? reception.school().calendars().event(id.event()).orElse(null)
                : null;
        var moved = event != null && !id.isImmutable() && event.organiser() == mailbox.owner() && event.calendar()
                .number() != id.calendar();
        if (event == null || moved || !mailbox.sees(event)) {
            throw notFound();
        }
        return id.date() == null ? SeenEvent.whole(event, mailbox.owner())
                : SeenEvent.occurrence(event, mailbox.owner(), id.date()).orElseThrow(EventOperations::notFound);
    }

    private static GraphRefusal notFound() {
        return GraphRefusal.of(404, "ErrorItemNotFound", "The specified object was not found in the store.");
    }

    private GraphAnswer create(GraphCall call) {
        var calendar = calendar(call);
        var sent = call.object();
        var transaction = sent.hasNonNull("transactionId") ? sent.path("transactionId").asText() : null;
        if (transaction != null) {
            var earlier = reception.school().calendars().of(calendar.owner()).own().stream()
                    .filter(event -> transaction.equals(event.transactionId())).findFirst();
            if (earlier.isPresent()) {
                return repeated(call, earlier.get(), sent);
            }
        }
        // everything that can be refused is, before the event exists
        EventWriter.times(sent, null);
        var scratch = reception.school().calendars();
        var event = scratch.create(calendar, call.now());
        try {
            writer.write(event, sent);
        } catch (GraphRefusal refused) {
            scratch.delete(event, calendar.owner());
            throw refused;
        }
        event.createdBy(transaction, sent.toString());
        if (wantsTeams(sent)) {
            scratch.bringOnline(event);
        }
        scratch.publish(event);
        return answer(call, SeenEvent.whole(event, calendar.owner()), true);
    }

    private GraphAnswer repeated(GraphCall call, CalendarEvent earlier, ObjectNode sent) {
        if (sent.toString().equals(earlier.request())) {
            return answer(call, SeenEvent.whole(earlier, earlier.organiser()), true);
        }
        throw GraphRefusal.of(400, "ErrorDuplicateTransactionId", "Your request can't be completed. "
                        + "The TransactionId specified in the request has already been used to create a different event.")
                .withAnnotation("@event.existingEventId", json.id(call, earlier, earlier.organiser(), null));
    }

    private static boolean wantsTeams(ObjectNode sent) {
        var provider = sent.path("onlineMeetingProvider").asText("teamsForBusiness");
        return sent.path("isOnlineMeeting").asBoolean(false)
                && (provider.equals("teamsForBusiness") || provider.equals("unknown"));
    }

    private GraphAnswer answer(GraphCall call, SeenEvent seen, boolean created) {
        var node = json.event(call, seen);
        var context = "users('" + seen.viewer().id() + "')/events/$entity";
        var whole = Json.object().put("@odata.context", Paging.context(call, context));
        whole.setAll(node);
        var answer = created ? GraphAnswer.created(whole) : GraphAnswer.ok(Projection.apply(call, whole));
        return applied(call, answer);
    }

    /// Says which of the caller's preferences were followed.
    private static GraphAnswer applied(GraphCall call, GraphAnswer answer) {
        var followed = call.prefers().stream()
                .filter(item -> item.toLowerCase(Locale.ROOT).startsWith("outlook.timezone")
                || item.toLowerCase(Locale.ROOT).startsWith("idtype"))
                .toList();
        return followed.isEmpty() ? answer : answer.withHeader("Preference-Applied", String.join(", ", followed));
    }

    private GraphAnswer get(GraphCall call) {
        return answer(call, seen(call), false);
    }

    private GraphAnswer list(GraphCall call) {
        var calendar = calendar(call);
        var filter = EventFilter.of(call);
        var mailbox = reception.school().calendars().of(calendar.owner());
        var events = mailbox.events(calendar.number()).stream().map(event -> SeenEvent.whole(event, calendar.owner()))
                .filter(filter).sorted(order(call)).toList();
        return applied(call,
                PAGES.answer(call, "users('" + calendar.owner().id() + "')/events", events, seen -> json.event(call, seen)));
    }

    private static Comparator<SeenEvent> order(GraphCall call) {
        var byStart = Comparator.comparing((SeenEvent seen) -> seen.times().startInstant())
                .thenComparing(seen -> seen.event().number());
        var order = call.query().get("$orderby").orElse("").toLowerCase(Locale.ROOT);
        var bySubject = Comparator.comparing((SeenEvent seen) -> String.valueOf(seen.subject()));
        var chosen = order.startsWith("subject") ? bySubject : byStart;
        return order.endsWith(" desc") ? chosen.reversed() : chosen;
    }

    private GraphAnswer view(GraphCall call) {
        var calendar = calendar(call);
        var window = Window.of(call);
        var mailbox = reception.school().calendars().of(calendar.owner());
        var events = SeenEvent.expandAll(mailbox.events(calendar.number()), calendar.owner(), window.from(), window.to()).stream()
                .filter(EventFilter.of(call)).sorted(order(call)).toList();
        return applied(call,
                PAGES.answer(call, "users('" + calendar.owner().id() + "')/calendarView", events,
                seen -> json.event(call, seen)));
    }

    private GraphAnswer instances(GraphCall call) {
        var seen = seen(call);
        var window = Window.of(call);
        if (seen.event().recurrence() == null || seen.date() != null) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest",
                    "Expanding this recurrence is not supported: the event is not a series master.");
        }
        var dates = SeenEvent.expand(seen.event(), seen.viewer(), window.from(), window.to());
        return PAGES.answer(call, "users('" + seen.viewer().id() + "')/events('" + call.variable("event") + "')/instances", dates,
                item -> json.event(call, item));
    }

    /// The span of a calendar view, which has its own offset whatever the caller prefers.
    record Window(Instant from, Instant to) {
        static Window of(GraphCall call) {
            var from = EventJson.instant(parameter(call, "startDateTime"), "startDateTime");
            var to = EventJson.instant(parameter(call, "endDateTime"), "endDateTime");
            if (Duration.between(from, to).compareTo(WIDEST) > 0) {
                throw GraphRefusal.of(400, "ErrorInvalidRequest",
                        "Your request can't be completed. The range between the start and end dates "
                        + "is greater than the allowed range. Maximum number of days: 1825");
            }
            return new Window(from, to);
        }

        private static String parameter(GraphCall call, String name) {
            return call.query().get(name).orElseThrow(() -> GraphRefusal.of(400, "ErrorInvalidParameter",
                    "This request requires a time window specified by the query string parameters StartDateTime and "
                    + "EndDateTime."));
        }
    }

    private GraphAnswer change(GraphCall call) {
        var seen = seen(call);
        requireMatch(call, seen);
        var sent = call.object();
        var calendars = reception.school().calendars();
        if (seen.date() != null) {
            new OccurrenceChange(seen).apply(sent, calendars);
            return answer(call, SeenEvent.occurrence(seen.event(), seen.viewer(), seen.date()).orElseThrow(), false);
        }
        if (!seen.isOrganiser() && (sent.has("start") || sent.has("end") || sent.has("attendees"))) {
            throw GraphRefusal.of(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
        writer.write(seen.event(), sent);
        if (wantsTeams(sent)) {
            calendars.bringOnline(seen.event());
        }
        var meeting = seen.event().meeting();
        if (meeting != null && sent.has("body") && !seen.event().body().contains(meeting.joinUrl())) {
            // a body without its join block is how a meeting stops being online
            seen.event().meeting(null, Instant.EPOCH);
        }
        calendars.publish(seen.event());
        return answer(call, SeenEvent.whole(seen.event(), seen.viewer()), false);
    }

    private void requireMatch(GraphCall call, SeenEvent seen) {
        var wanted = call.header("If-Match");
        if (wanted.isPresent() && !wanted.get().equals("*") && !wanted.get().contains(json.changeKey(seen))) {
            throw GraphRefusal.of(412, "ErrorIrresolvableConflict",
                    "The send or update operation could not be performed because the change key "
                    + "passed in the request does not match the current change key for the item.");
        }
    }

    private GraphAnswer delete(GraphCall call) {
        var seen = seen(call);
        requireMatch(call, seen);
        if (seen.date() == null) {
            reception.school().calendars().delete(seen.event(), seen.viewer());
        } else {
            reception.school().calendars().changeOccurrence(seen.event(), seen.date(), null, null);
        }
        return GraphAnswer.noContent();
    }

    private GraphAnswer cancel(GraphCall call) {
        var seen = seen(call);
        if (!seen.isOrganiser()) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest", "You need to be an organizer to cancel a meeting.");
        }
        if (seen.date() == null) {
            reception.school().calendars().cancel(seen.event());
        } else {
            reception.school().calendars().changeOccurrence(seen.event(), seen.date(), null, null);
        }
        return GraphAnswer.accepted();
    }

}
