package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.Ids;
import app.lectern.demo.school.Mailbox;
import app.lectern.demo.school.MailboxState;
import app.lectern.demo.school.School;
import app.lectern.demo.school.SchoolCalendar;
import app.lectern.demo.school.TimeZones;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Mailbox settings, calendars, and who may look into them.
final class MailboxOperations {
    private static final Paging PAGES = new Paging(10, 1000);

    private final Reception reception;
    private final EventJson json;
    private final ScheduleAnswer schedule;

    MailboxOperations(Reception reception) {
        this.reception = reception;
        this.json = new EventJson(reception.school());
        this.schedule = new ScheduleAnswer(reception);
    }

    void register(LockedRoutes routes) {
        routes.get("/users/{user}/mailboxSettings", Right.READ_MAILBOX_SETTINGS, this::settings);
        routes.get("/users/{user}/outlook/supportedTimeZones", Right.READ_USERS, call -> zones(call, false));
        routes.get("/users/{user}/outlook/supportedTimeZones(TimeZoneStandard={standard})", Right.READ_USERS,
                call -> zones(call, call.variable("standard").contains("Iana")));
        routes.post("/users/{user}/translateExchangeIds", Right.READ_CALENDAR, this::translate)
                .acceptsAction("microsoft.graph.user", "translateExchangeIds");
        routes.get("/users/{user}/calendars", Right.READ_CALENDAR_BASIC, this::calendars);
        routes.post("/users/{user}/calendars", Right.WRITE_CALENDAR, this::create).accepts("microsoft.graph.calendar");
        for (var path : List.of("/users/{user}/calendar", "/users/{user}/calendars/{calendar}")) {
            routes.get(path, Right.READ_CALENDAR_BASIC, this::calendar);
            routes.patch(path, Right.WRITE_CALENDAR, this::rename).accepts("microsoft.graph.calendar");
            routes.get(path + "/calendarPermissions", Right.READ_CALENDAR, this::shares);
            routes.post(path + "/calendarPermissions", Right.WRITE_CALENDAR, this::share)
                    .accepts("microsoft.graph.calendarPermission");
            routes.patch(path + "/calendarPermissions/{permission}", Right.WRITE_CALENDAR, this::changeShare)
                    .accepts("microsoft.graph.calendarPermission");
            routes.delete(path + "/calendarPermissions/{permission}", Right.WRITE_CALENDAR, this::unshare);
        }
        routes.delete("/users/{user}/calendars/{calendar}", Right.WRITE_CALENDAR, this::delete);
        routes.post("/users/{user}/calendar/getSchedule", Right.READ_CALENDAR, schedule::answer)
                .acceptsAction("microsoft.graph.calendar", "getSchedule");
    }

    static SchoolCalendar calendar(GraphCall call, Mailbox mailbox, Ids ids) {
        if (call.variable("calendar") == null) {
            return mailbox.calendar(0).orElseThrow();
        }
        var id = ExchangeId.parse(call.variable("calendar"), ids);
        return mailbox.calendar(id.mailbox() == mailbox.owner().number() ? id.calendar() : -1)
                .orElseThrow(() -> GraphRefusal.of(404, "ErrorItemNotFound", "The specified object was not found in the store."));
    }

    private SchoolCalendar named(GraphCall call) {
        return calendar(call, reception.mailbox(call), reception.school().ids());
    }

    private GraphAnswer settings(GraphCall call) {
        var owner = reception.mailbox(call).owner();
        var node = Json.object().put("@odata.context", Paging.context(call, "users('" + owner.id() + "')/mailboxSettings"))
                .put("archiveFolder", reception.school().ids().letters("archive", owner.number(), 60))
                .put("timeZone", School.WINDOWS_ZONE)
                .put("delegateMeetingMessageDeliveryOptions", "sendToDelegateOnly").put("dateFormat", "dd/MM/yyyy")
                .put("timeFormat", "HH:mm")
                .put("userPurpose", owner.mailbox() == MailboxState.SHARED ? "shared" : "user");
        var replies = node.putObject("automaticRepliesSetting").put("status", "disabled").put("externalAudience", "all")
                .put("internalReplyMessage", "").put("externalReplyMessage", "");
        var today = call.now().atZone(School.ZONE).toLocalDate().atStartOfDay();
        replies.set("scheduledStartDateTime", Json.dateTime(today, "UTC"));
        replies.set("scheduledEndDateTime", Json.dateTime(today.plusDays(1), "UTC"));
        node.putObject("language").put("locale", "en-GB").put("displayName", "English (United Kingdom)");
        node.set("workingHours", ScheduleAnswer.workingHours());
        return GraphAnswer.ok(Projection.apply(call, node));
    }

    private GraphAnswer zones(GraphCall call, boolean iana) {
        var names = iana ? TimeZones.ianaNames() : TimeZones.windowsNames();
        return new Paging(1000, 1000).answer(call, "Collection(microsoft.graph.timeZoneInformation)", names,
                name -> Json.object().put("alias", name).put("displayName", name));
    }

    private GraphAnswer translate(GraphCall call) {
        reception.mailbox(call);
        var immutable = Json.parameter(call.object(), "targetIdType").asText().startsWith("restImmutable");
        var node = Json.object().put("@odata.context", Paging.context(call, "Collection(microsoft.graph.convertIdResult)"));
        var values = node.putArray("value");
        for (var id : Json.parameter(call.object(), "inputIds")) {
            var known = ExchangeId.parse(id.asText(), reception.school().ids());
            var event = reception.school().calendars().event(known.event());
            var target = new ExchangeId(known.mailbox(), immutable ? -1 : event.map(found -> found.calendar().number())
                    .orElse(0), known.event(), known.date());
            values.addObject().put("sourceId", id.asText()).put("targetId", target.text(reception.school().ids()));
        }
        return GraphAnswer.ok(node);
    }

    private GraphAnswer calendars(GraphCall call) {
        var mailbox = reception.mailbox(call);
        return PAGES.answer(call, "users('" + mailbox.owner().id() + "')/calendars", mailbox.calendars(),
                calendar -> json.calendar(calendar, call.now()));
    }

    private GraphAnswer calendar(GraphCall call) {
        return GraphAnswer.ok(Projection.apply(call, answer(call, named(call))));
    }

    private ObjectNode answer(GraphCall call, SchoolCalendar calendar) {
        var node = Json.object()
                .put("@odata.context", Paging.context(call, "users('" + calendar.owner().id() + "')/calendars/$entity"));
        node.setAll(json.calendar(calendar, call.now()));
        return node;
    }

    private GraphAnswer create(GraphCall call) {
        var mailbox = reception.mailbox(call);
        var name = newName(call, mailbox);
        return GraphAnswer.created(answer(call, mailbox.addCalendar(name)));
    }

    private static String newName(GraphCall call, Mailbox mailbox) {
        var name = call.object().path("name").asText("");
        if (name.isBlank()) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest",
                    "Your request can't be completed. The name of the calendar can't be empty.");
        }
        if (mailbox.calendars().stream().anyMatch(calendar -> calendar.name().equalsIgnoreCase(name))) {
            throw GraphRefusal.of(409, "ErrorFolderExists", "A folder with the specified name already exists.");
        }
        return name;
    }

    private GraphAnswer rename(GraphCall call) {
        var calendar = named(call);
        var mailbox = reception.mailbox(call);
        if (call.object().has("name") && !call.object().path("name").asText().equals(calendar.name())) {
            mailbox.renameCalendar(calendar, newName(call, mailbox));
        }
        return GraphAnswer.ok(answer(call, mailbox.calendar(calendar.number()).orElseThrow()));
    }

    private GraphAnswer delete(GraphCall call) {
        var calendar = named(call);
        if (calendar.isDefault()) {
            throw GraphRefusal.of(400, "ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted.");
        }
        reception.school().calendars().deleteCalendar(calendar);
        return GraphAnswer.noContent();
    }

    private List<Mailbox.Share> shares(GraphCall call, Mailbox mailbox) {
        return mailbox.shares(named(call).number());
    }

    private GraphAnswer shares(GraphCall call) {
        var mailbox = reception.mailbox(call);
        return PAGES.answer(call, "users('" + mailbox.owner().id() + "')/calendar/calendarPermissions", shares(call, mailbox),
                this::share);
    }

    private ObjectNode share(Mailbox.Share share) {
        var node = Json.object().put("id", share.id()).put("isRemovable", share.address() != null)
                .put("isInsideOrganization", share.inside())
                .put("role", share.role());
        node.set("allowedRoles",
                Json.array(share.inside() ? List.of("freeBusyRead", "limitedRead", "read", "write")
                : List.of("freeBusyRead", "limitedRead", "read")));
        var address = node.putObject("emailAddress").put("name", share.name());
        if (share.address() != null) {
            address.put("address", share.address());
        }
        return node;
    }

    private GraphAnswer share(GraphCall call) {
        var mailbox = reception.mailbox(call);
        var address = call.object().path("emailAddress").path("address").asText("");
        if (shares(call, mailbox).stream().anyMatch(share -> address.equalsIgnoreCase(share.address()))) {
            throw GraphRefusal.of(409, "ErrorCalendarSharingDuplicate", "The calendar is already shared with this recipient.");
        }
        var known = reception.school().people().findByAddress(address);
        var share = new Mailbox.Share(reception.school().ids().letters("share" + address, mailbox.owner().number(), 60),
                call.object().path("emailAddress").path("name")
                .asText(known.map(person -> person.displayName()).orElse(address)), address,
                call.object().path("role").asText("read"), known.isPresent());
        shares(call, mailbox).add(share);
        return shared(call, mailbox, share);
    }

    private GraphAnswer shared(GraphCall call, Mailbox mailbox, Mailbox.Share share) {
        var node = Json.object().put("@odata.context",
                Paging.context(call, "users('" + mailbox.owner().id() + "')/calendar/calendarPermissions/$entity"));
        node.setAll(share(share));
        // 200, not 201: so the reference says, and so it is
        return GraphAnswer.ok(node);
    }

    private Mailbox.Share wanted(GraphCall call, Mailbox mailbox) {
        return shares(call, mailbox).stream().filter(share -> share.id().equals(call.variable("permission"))).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "ErrorItemNotFound", "The specified object was not found in the store."));
    }

    private GraphAnswer changeShare(GraphCall call) {
        var mailbox = reception.mailbox(call);
        var old = wanted(call, mailbox);
        var share = new Mailbox.Share(old.id(), old.name(), old.address(), call.object().path("role").asText(old.role()),
                old.inside());
        shares(call, mailbox).set(shares(call, mailbox).indexOf(old), share);
        return shared(call, mailbox, share);
    }

    private GraphAnswer unshare(GraphCall call) {
        var mailbox = reception.mailbox(call);
        var share = wanted(call, mailbox);
        if (share.address() == null) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest", "The permission of \"My Organization\" can't be removed.");
        }
        shares(call, mailbox).remove(share);
        return GraphAnswer.noContent();
    }
}
