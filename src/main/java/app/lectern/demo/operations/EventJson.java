package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.Attendee;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.EventTimes;
import app.lectern.demo.school.Person;
import app.lectern.demo.school.School;
import app.lectern.demo.school.SchoolCalendar;
import app.lectern.demo.school.TimeZones;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// Writes events as Graph does, in the zone and with the kind of ids that the caller prefers.
final class EventJson {
    private static final String NEVER = "0001-01-01T00:00:00Z";
    private static final String RULE = "________________________________________________________________________________";

    private final School school;

    EventJson(School school) {
        this.school = school;
    }

    ObjectNode event(GraphCall call, SeenEvent seen) {
        var event = seen.event();
        var kept = event.details();
        var key = changeKey(seen);
        var json = Json.object().put("@odata.etag", "W/\"" + key + "\"").put("id", id(call, seen))
                .put("createdDateTime", Json.time(event.created())).put("lastModifiedDateTime", Json.time(event.modified()))
                .put("changeKey", key);
        json.set("categories", kept.has("categories") ? kept.get("categories") : json.arrayNode());
        if (event.transactionId() != null && seen.isOrganiser()) {
            json.put("transactionId", event.transactionId());
        }
        json.put("originalStartTimeZone", event.times().zoneName()).put("originalEndTimeZone", event.times().zoneName())
                .put("iCalUId", school.ids().iCalUid(event.number(), seen.date()))
                .put("reminderMinutesBeforeStart", kept.path("reminderMinutesBeforeStart").asInt(15))
                .put("isReminderOn", kept.path("isReminderOn").asBoolean(true)).put("hasAttachments", false)
                .put("subject", event.isCancelled() ? "Canceled: " + seen.subject() : seen.subject());
        var body = body(seen, call.now());
        json.put("bodyPreview", preview(body)).put("importance", kept.path("importance").asText("normal"))
                .put("sensitivity", kept.path("sensitivity").asText("normal")).put("isAllDay", seen.times().allDay())
                .put("isCancelled", event.isCancelled()).put("isOrganizer", seen.isOrganiser())
                .put("responseRequested", kept.path("responseRequested").asBoolean(true))
                .put("seriesMasterId", seen.date() == null ? null : id(call, SeenEvent.whole(event, seen.viewer())))
                .put("showAs", kept.path("showAs").asText(seen.times().allDay() ? "free" : "busy")).put("type", seen.type())
                .put("webLink", "https://outlook.office365.com/owa/?itemid="
                + URLEncoder.encode(id(call, seen), StandardCharsets.UTF_8)
                        + "&exvsurl=1&path=/calendar/item")
                .putNull("onlineMeetingUrl").put("isOnlineMeeting", event.meeting() != null)
                .put("onlineMeetingProvider", event.meeting() == null ? "unknown" : "teamsForBusiness")
                .put("allowNewTimeProposals", kept.path("allowNewTimeProposals").asBoolean(true))
                .put("hideAttendees", kept.path("hideAttendees").asBoolean(false)).put("isDraft", false);
        people(json, seen, body);
        times(json, call, seen);
        places(json, kept);
        EventExtras.expand(call, json, kept);
        return json;
    }

    private void people(ObjectNode json, SeenEvent seen, String body) {
        var event = seen.event();
        json.putObject("responseStatus").put("response", seen.isOrganiser() ? "organizer" : response(seen)).put("time", NEVER);
        json.putObject("body").put("contentType", "html").put("content", body);
        json.set("recurrence", seen.date() == null && event.recurrence() != null ? event.recurrence().json() : json.nullNode());
        var attendees = json.putArray("attendees");
        for (var attendee : event.attendees()) {
            var node = attendees.addObject().put("type", attendee.type());
            node.putObject("status").put("response", attendee.response()).put("time", NEVER);
            node.putObject("emailAddress").put("name", attendee.name()).put("address", attendee.address());
        }
        json.putObject("organizer").putObject("emailAddress").put("name", event.organiser().displayName())
                .put("address", event.organiser().mail());
    }

    private static String response(SeenEvent seen) {
        return seen.event().attendees().stream().filter(attendee -> attendee.address().equalsIgnoreCase(seen.viewer().mail()))
                .map(Attendee::response).findFirst().orElse("none");
    }

    private void times(ObjectNode json, GraphCall call, SeenEvent seen) {
        var zoneName = call.prefer("outlook.timezone").orElse("UTC");
        var zone = zone(zoneName);
        json.set("start", time(seen.times(), true, zone, zoneName));
        json.set("end", time(seen.times(), false, zone, zoneName));
        if (seen.date() != null) {
            json.put("originalStart", Json.seconds(seen.event().times().on(seen.date()).startInstant()));
        }
        var meeting = seen.event().meeting();
        if (seen.event().showsLink(call.now())) {
            json.putObject("onlineMeeting").put("joinUrl", meeting.joinUrl()).put("conferenceId", meeting.conferenceId());
        } else {
            json.putNull("onlineMeeting");
        }
    }

    static ZoneId zone(String name) {
        return TimeZones.find(name).orElseThrow(() -> GraphRefusal.of(400, "TimeZoneNotSupportedException",
                "A valid TimeZone value must be specified. The following TimeZone value is not supported: '" + name + "'."));
    }

    /// All-day events have dates rather than times: they are midnight in whatever zone is asked for.
    static ObjectNode time(EventTimes times, boolean start, ZoneId zone, String zoneName) {
        if (times.allDay()) {
            return Json.dateTime(start ? times.start() : times.end(), "UTC");
        }
        return Json.dateTime((start ? times.startInstant() : times.endInstant()).atZone(zone).toLocalDateTime(), zoneName);
    }

    private static void places(ObjectNode json, JsonNode kept) {
        var places = json.putArray("locations");
        if (kept.path("locations").isArray()) {
            kept.path("locations").forEach(place -> places.add(place(place)));
        } else if (!kept.path("location").path("displayName").asText("").isEmpty()) {
            places.add(place(kept.path("location")));
        }
        var nowhere = Json.object().put("displayName", "").put("locationType", "default").put("uniqueIdType", "unknown");
        json.set("location", places.isEmpty() ? nowhere : places.get(0).deepCopy());
    }

    private static ObjectNode place(JsonNode given) {
        var place = Json.object();
        place.setAll((ObjectNode) given.deepCopy());
        var name = given.path("displayName").asText("");
        return place.put("displayName", name).put("locationType", given.path("locationType").asText("default"))
                .put("uniqueId", name).put("uniqueIdType", "private");
    }

    private String body(SeenEvent seen, Instant now) {
        var own = seen.event().body();
        if (!seen.event().showsLink(now)) {
            return html(own);
        }
        var meeting = seen.event().meeting();
        return html(own.contains(meeting.joinUrl()) ? own : own + "<div>" + RULE
                + "</div><div><h2>Microsoft Teams meeting</h2><a href=\""
                + meeting.joinUrl() + "\">Join the meeting now</a><div>Meeting ID: " + spaced(meeting.joinMeetingId())
                + "</div><div>Passcode: "
                + meeting.passcode() + "</div></div><div>" + RULE + "</div>");
    }

    private static String spaced(String digits) {
        return digits.replaceAll("(\\d{3})(?=\\d)", "$1 ");
    }

    private static String html(String own) {
        return own.contains("<html") ? own
                : "<html><head>\r\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body>"
                + own + "</body></html>";
    }

    private static String preview(String body) {
        var text = body.replaceAll("(?s)<head>.*?</head>", "").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
        return text.substring(0, Math.min(255, text.length()));
    }

    String id(GraphCall call, SeenEvent seen) {
        return id(call, seen.event(), seen.viewer(), seen.date());
    }

    String id(GraphCall call, CalendarEvent event, Person viewer, LocalDate date) {
        var immutable = call.prefer("IdType").filter("ImmutableId"::equalsIgnoreCase).isPresent();
        return ExchangeId.of(event, viewer, date, immutable).text(school.ids());
    }

    /// Moves with every change of the event, and is the same for every date of a series.
    String changeKey(SeenEvent seen) {
        return school.ids().letters("changeKey", seen.event().number() << 24 ^ seen.event().lastChange(), 30) + "==";
    }

    ObjectNode calendar(SchoolCalendar calendar, Instant now) {
        var owner = calendar.owner();
        var teams = owner.hasTeams(now);
        var json = Json.object().put("id", ExchangeId.of(calendar).text(school.ids())).put("name", calendar.name())
                .put("color", "auto")
                .put("hexColor", "").put("isDefaultCalendar", calendar.isDefault())
                .put("changeKey", school.ids().letters("calendarKey", owner.number() * 100L + calendar.number(), 30) + "==")
                .put("canShare", true).put("canViewPrivateItems", true).put("canEdit", true);
        json.set("allowedOnlineMeetingProviders", Json.array(teams ? List.of("teamsForBusiness") : List.of()));
        json.put("defaultOnlineMeetingProvider", teams ? "teamsForBusiness" : "unknown")
                .put("isTallyingResponses", calendar.isDefault())
                .put("isRemovable", !calendar.isDefault());
        json.putObject("owner").put("name", owner.displayName()).put("address", owner.mail());
        return json;
    }

    static Instant instant(String text, String parameter) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$") ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                    : (text.length() <= 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            throw GraphRefusal.of(400, "ErrorInvalidParameter", "The value '" + text + "' of parameter '" + parameter
                    + "' is invalid.");
        }
    }
}
