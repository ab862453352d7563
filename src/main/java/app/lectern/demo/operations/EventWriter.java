package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.Attendee;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.EventTimes;
import app.lectern.demo.school.People;
import app.lectern.demo.school.Recurrence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes over what a client sent into an event, after the checks that Exchange makes beyond the metadata.
final class EventWriter {
    private static final int MOST_ATTENDEES = 500;
    /// Handled by name, or made by Exchange alone; everything else a client may say is kept and read back.
    private static final Set<String> NOT_KEPT = Set.of("subject", "body", "start", "end", "isAllDay", "attendees", "recurrence",
            "isOnlineMeeting",
            "onlineMeetingProvider", "transactionId", "organizer", "id", "iCalUId", "webLink", "onlineMeeting",
            "onlineMeetingUrl", "bodyPreview",
            "createdDateTime", "lastModifiedDateTime", "changeKey", "type", "seriesMasterId", "isCancelled", "isOrganizer");

    private static final String PROPERTIES = "singleValueExtendedProperties";

    private final People people;

    EventWriter(People people) {
        this.people = people;
    }

    void write(CalendarEvent event, ObjectNode sent) {
        if (sent.has("subject")) {
            event.subject(text(sent, "subject"));
        }
        event.times(times(sent, event.times()));
        if (sent.has("body")) {
            event.body(sent.path("body").path("content").asText(""));
        }
        if (sent.has("attendees")) {
            event.attendees(attendees(sent.path("attendees")));
        }
        if (sent.has("recurrence")) {
            event.recurrence(sent.path("recurrence").isNull() ? null : recurrence(sent.path("recurrence"), event.times()));
        }
        var kept = event.details().deepCopy();
        sent.properties().forEach(entry -> {
            if (!NOT_KEPT.contains(entry.getKey()) && !entry.getKey().contains("@")) {
                kept.set(entry.getKey(), entry.getKey().equals(PROPERTIES) ? merged(kept.path(PROPERTIES), entry.getValue()) : entry.getValue());
            }
        });
        if (!kept.isEmpty()) {
            event.details(kept);
        }
    }

    /// Extended properties are set one by one: those that are not named stay as they are.
    private static JsonNode merged(JsonNode before, JsonNode sent) {
        var byId = new LinkedHashMap<String, JsonNode>();
        before.forEach(property -> byId.put(property.path("id").asText().toLowerCase(Locale.ROOT), property));
        sent.forEach(property -> byId.put(property.path("id").asText().toLowerCase(Locale.ROOT), property));
        var all = Json.object().putArray(PROPERTIES);
        byId.values().forEach(all::add);
        return all;
    }

    /// The times after this request; `before` is null for a new event.
    static EventTimes times(ObjectNode sent, EventTimes before) {
        if (before == null && (!sent.hasNonNull("start") || !sent.hasNonNull("end"))) {
            throw GraphRefusal.of(400, "ErrorPropertyValidationFailure", "At least one property failed validation.");
        }
        var allDay = sent.hasNonNull("isAllDay") ? sent.path("isAllDay").asBoolean() : before != null && before.allDay();
        var start = sent.hasNonNull("start") ? local(sent.path("start")) : before.start();
        var end = sent.hasNonNull("end") ? local(sent.path("end")) : before.end();
        var startZone = sent.hasNonNull("start") ? zone(sent.path("start")) : before.zoneName();
        var endZone = sent.hasNonNull("end") ? zone(sent.path("end")) : before.zoneName();
        if (allDay) {
            requireMidnight(start, "Start");
            requireMidnight(end, "End");
            requireSameZone(startZone, endZone);
        }
        var inStartZone = startZone.equals(endZone) ? end
                : end.atZone(EventJson.zone(endZone)).withZoneSameInstant(EventJson.zone(startZone)).toLocalDateTime();
        if (inStartZone.isBefore(start) || allDay && !inStartZone.isAfter(start)) {
            throw GraphRefusal.of(400, "ErrorPropertyValidationFailure", "At least one property failed validation.");
        }
        return new EventTimes(start, inStartZone, startZone, allDay);
    }

    private static void requireMidnight(LocalDateTime time, String property) {
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest",
                    "The Event." + property + " property for an all-day event needs to be set to midnight.");
        }
    }

    private static void requireSameZone(String start, String end) {
        if (!start.equals(end)) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest",
                    "The Event.Start and Event.End properties for an all-day event need to be in the same time zone.");
        }
    }

    private static LocalDateTime local(JsonNode time) {
        var text = time.path("dateTime").asText();
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(text).atZoneSameInstant(EventJson.zone(zone(time))).toLocalDateTime()
                    : LocalDateTime.parse(text);
        } catch (DateTimeException unreadable) {
            throw GraphRefusal.of(400, "RequestBodyRead", "Cannot convert the literal '" + text
                    + "' to the expected type 'Edm.DateTime'.");
        }
    }

    private static String zone(JsonNode time) {
        var name = time.hasNonNull("timeZone") ? time.path("timeZone").asText() : "UTC";
        EventJson.zone(name);
        return name;
    }

    private List<Attendee> attendees(JsonNode sent) {
        if (sent.size() > MOST_ATTENDEES) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest",
                    "Your request can't be completed. The number of attendees exceeds the limit of " + MOST_ATTENDEES + ".");
        }
        var list = new ArrayList<Attendee>();
        for (var node : sent) {
            var address = node.path("emailAddress").path("address").asText("");
            if (!address.contains("@")) {
                throw GraphRefusal.of(400, "ErrorInvalidRecipients", "At least one recipient isn't valid.");
            }
            var known = people.findByAddress(address).map(person -> person.displayName()).orElse(address);
            list.add(new Attendee(node.path("emailAddress").path("name").asText(known), address, node.path("type")
                    .asText("required"), "none"));
        }
        return List.copyOf(list);
    }

    private static Recurrence recurrence(JsonNode sent, EventTimes times) {
        var pattern = Json.object().put("type", "daily").put("interval", 1).put("month", 0).put("dayOfMonth", 0);
        var days = pattern.putArray("daysOfWeek");
        sent.path("pattern").path("daysOfWeek").forEach(day -> days.add(day.asText().toLowerCase(Locale.ROOT)));
        var given = sent.path("pattern").deepCopy();
        if (given instanceof ObjectNode object) {
            object.remove("daysOfWeek");
            pattern.setAll(object);
        }
        if (pattern.path("type").asText().equals("weekly") && days.isEmpty()) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest", "The recurrence pattern is missing the days of the week.");
        }
        pattern.put("firstDayOfWeek", pattern.path("firstDayOfWeek").asText("sunday"))
                .put("index", pattern.path("index").asText("first"));
        var range = Json.object().put("type", "noEnd").put("startDate", times.start().toLocalDate().toString())
                .put("endDate", "0001-01-01")
                .put("recurrenceTimeZone", times.zoneName()).put("numberOfOccurrences", 0);
        if (sent.path("range").deepCopy() instanceof ObjectNode object) {
            range.setAll(object);
        }
        var json = Json.object();
        json.set("pattern", pattern);
        json.set("range", range);
        return new Recurrence(json);
    }

    private static String text(ObjectNode sent, String name) {
        return sent.hasNonNull(name) ? sent.path(name).asText() : "";
    }
}
