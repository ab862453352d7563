package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.school.EventTimes;
import app.lectern.demo.school.Person;
import app.lectern.demo.school.School;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// `getSchedule`: free and busy times of up to twenty mailboxes, each of which may fail by itself.
final class ScheduleAnswer {
    private static final int MOST_SCHEDULES = 20;

    private final Reception reception;

    ScheduleAnswer(Reception reception) {
        this.reception = reception;
    }

    GraphAnswer answer(GraphCall call) {
        reception.mailbox(call);
        var body = call.object();
        var schedules = Json.parameter(body, "schedules");
        if (!schedules.isArray() || schedules.isEmpty() || schedules.size() > MOST_SCHEDULES) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest",
                    "Your request can't be completed. The number of schedules has to be between 1 and 20.");
        }
        var times = EventWriter.times(Json.object().<ObjectNode>set("start", Json.parameter(body, "startTime"))
                .set("end", Json.parameter(body, "endTime")), null);
        if (!times.start().isBefore(times.end())) {
            throw GraphRefusal.of(400, "ErrorInvalidRequest",
                    "Your request can't be completed. The end time must be after the start time.");
        }
        var minutes = Json.parameter(body, "availabilityViewInterval").asInt(30);
        var zoneName = call.prefer("outlook.timezone").orElse("UTC");
        var node = Json.object().put("@odata.context", Paging.context(call, "Collection(microsoft.graph.scheduleInformation)"));
        var values = node.putArray("value");
        schedules.forEach(address -> values.add(one(call, address.asText(), times, Math.max(5, minutes), zoneName)));
        return GraphAnswer.ok(node);
    }

    private ObjectNode one(GraphCall call, String address, EventTimes times, int minutes, String zoneName) {
        var person = reception.school().people().findByAddress(address).filter(found -> found.hasMailbox(call.now()));
        var node = Json.object().put("scheduleId", address);
        if (person.isEmpty()) {
            node.put("availabilityView", "");
            node.putArray("scheduleItems");
            node.putObject("error")
                    .put("message", "Microsoft.Exchange.InfoWorker.Common.Availability.MailRecipientNotFoundException: "
                    + "Unable to resolve e-mail address " + address + " to an Active Directory object.")
                    .put("responseCode", "ErrorMailRecipientNotFound");
            return node;
        }
        var busy = busy(person.get(), times.startInstant(), times.endInstant());
        node.put("availabilityView", availability(busy, times, minutes));
        var items = node.putArray("scheduleItems");
        var zone = EventJson.zone(zoneName);
        busy.forEach(seen -> items.add(item(seen, zone, zoneName)));
        node.set("workingHours", workingHours());
        return node;
    }

    private List<SeenEvent> busy(Person person, Instant from, Instant to) {
        return SeenEvent.expandAll(reception.school().calendars().of(person).events(0), person, from, to).stream()
                .filter(seen -> !seen.event().isCancelled() && !status(seen).equals("free")).toList();
    }

    private static String status(SeenEvent seen) {
        return seen.event().details().path("showAs").asText(seen.times().allDay() ? "free" : "busy");
    }

    private static ObjectNode item(SeenEvent seen, ZoneId zone, String zoneName) {
        var item = Json.object().put("isPrivate", false).put("status", status(seen)).put("subject", seen.subject())
                .put("location", seen.event().details().path("location").path("displayName").asText(""));
        item.set("start", EventJson.time(seen.times(), true, zone, zoneName));
        item.set("end", EventJson.time(seen.times(), false, zone, zoneName));
        return item;
    }

    private static String availability(List<SeenEvent> busy, EventTimes times, int minutes) {
        var view = new StringBuilder();
        var step = Duration.ofMinutes(minutes);
        for (var at = times.startInstant(); at.isBefore(times.endInstant()); at = at.plus(step)) {
            var from = at;
            var taken = busy.stream().filter(seen -> seen.times().touches(from, from.plus(step))).findFirst();
            view.append(taken.map(seen -> switch (status(seen)) {
                case "tentative" -> '1';
                case "oof" -> '3';
                case "workingElsewhere" -> '4';
                default -> '2';
            }).orElse('0').charValue());
        }
        return view.toString();
    }

    static ObjectNode workingHours() {
        var hours = Json.object();
        hours.set("daysOfWeek", Json.array(List.of("monday", "tuesday", "wednesday", "thursday", "friday")));
        hours.put("startTime", "08:00:00.0000000").put("endTime", "17:00:00.0000000").putObject("timeZone")
                .put("name", School.WINDOWS_ZONE);
        return hours;
    }
}
