package app.lectern.demo.operations;

import app.lectern.demo.school.AttendanceEntry;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.Person;
import app.lectern.demo.school.School;
import app.lectern.demo.school.Session;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Call records, made from the same people and times as the attendance reports.
final class CallRecordJson {
    private static final String SERVICE = "#microsoft.graph.callRecords.";

    private final School school;

    CallRecordJson(School school) {
        this.school = school;
    }

    Stream<AttendanceEntry> participants(Session session) {
        return school.attendance().of(session).stream();
    }

    ObjectNode summary(Session session, Instant now) {
        var meeting = session.meeting();
        var isCall = meeting.kind() == MeetingKind.AD_HOC;
        var json = Json.object().put("id", session.callId()).put("version", version(session, now))
                .put("type", isCall && meeting.invited().size() == 1 ? "peerToPeer" : "groupCall");
        json.set("modalities", Json.array(List.of("audio", "video")));
        json.put("lastModifiedDateTime", Json.time(session.end().plus(Duration.ofMinutes(14))))
                .put("startDateTime", Json.time(session.start()))
                .put("endDateTime", Json.time(session.end())).put("joinWebUrl", isCall ? null : meeting.joinUrl());
        json.set("organizer", user(meeting.organiser()));
        json.putObject("organizer_v2").put("id", meeting.organiser().id()).set("identity", user(meeting.organiser()));
        return json;
    }

    ObjectNode whole(Session session, Instant now) {
        var json = summary(session, now);
        var list = json.putArray("participants");
        participants(session).forEach(entry -> list.add(identity(entry)));
        return json;
    }

    /// Data keeps arriving for an hour, and each time the version grows.
    private static int version(Session session, Instant now) {
        return Duration.between(session.end(), now).toMinutes() < 60 ? 1 : 2;
    }

    private ObjectNode user(Person person) {
        var set = Json.object();
        set.putObject("user").put("id", person.id()).put("displayName", person.displayName())
                .put("tenantId", school.identity().tenantId());
        return set;
    }

    private ObjectNode identity(AttendanceEntry entry) {
        var set = Json.object();
        if (entry.identityId() == null) {
            set.putObject("phone").put("id", entry.name().startsWith("+") ? entry.name() : null).put("displayName", entry.name())
                    .putNull("tenantId");
        } else if (entry.email() == null) {
            set.putObject("guest").put("id", entry.identityId()).put("displayName", entry.name()).putNull("tenantId");
        } else {
            set.putObject("user").put("id", entry.identityId()).put("displayName", entry.name())
                    .put("tenantId", school.identity().tenantId());
        }
        return set;
    }

    ObjectNode participant(AttendanceEntry entry) {
        var node = Json.object().put("id", entry.identityId() == null ? entry.name() : entry.identityId());
        node.set("identity", identity(entry));
        return node;
    }

    /// What one participant had with the conference. Those who dropped out show why in their segments.
    ObjectNode session(Session session, AttendanceEntry entry, boolean withSegments) {
        var json = Json.object().put("id", entry.id());
        json.set("modalities", Json.array(List.of("audio")));
        json.put("startDateTime", Json.time(entry.stays().getFirst().joined()))
                .put("endDateTime", Json.time(entry.stays().getLast().left())).put("isTest", false);
        json.set("caller", caller(entry));
        json.set("callee", callee());
        json.set("failureInfo", json.nullNode());
        if (withSegments) {
            var segments = json.putArray("segments");
            for (int i = 0; i < entry.stays().size(); i++) {
                segments.add(segment(session, entry, i));
            }
        }
        return json;
    }

    private ObjectNode segment(Session session, AttendanceEntry entry, int index) {
        var stay = entry.stays().get(index);
        var json = Json.object().put("id", school.ids().guid("segment" + entry.id(), index))
                .put("startDateTime", Json.time(stay.joined()))
                .put("endDateTime", Json.time(stay.left()));
        json.set("caller", caller(entry));
        json.set("callee", callee());
        var dropped = index < entry.stays().size() - 1;
        json.set("failureInfo", dropped ? Json.object().put("stage", "midcall").put("reason", "The network connection was lost.")
                : json.nullNode());
        var media = json.putArray("media").addObject().put("label", "main-audio");
        var random = school.ids().random("stream", session.number() * 31 + index);
        media.putArray("streams").addObject().put("streamId", Long.toString(1_000_000_000L + random.nextInt(900_000_000)))
                .put("streamDirection", "callerToCallee").put("averageJitter", "PT0.0" + (10 + random.nextInt(40)) + "S")
                .put("maxJitter", "PT0.0" + (50 + random.nextInt(45)) + "S")
                .put("averagePacketLossRate", dropped ? 0.081 : 0.0021).put("maxPacketLossRate", dropped ? 0.3125 : 0.014)
                .put("averageRoundTripTime", "PT0.0" + (20 + random.nextInt(70)) + "S")
                .put("maxRoundTripTime", "PT0.1" + (10 + random.nextInt(80)) + "S");
        return json;
    }

    private ObjectNode caller(AttendanceEntry entry) {
        var json = Json.object().put("@odata.type", SERVICE + "participantEndpoint");
        json.putObject("userAgent").put("@odata.type", SERVICE + "clientUserAgent")
                .put("headerValue", "CallSignalingAgent (27/1415/0)")
                .put("platform", "windows").put("productFamily", "teams");
        json.set("identity", identity(entry));
        return json;
    }

    private static ObjectNode callee() {
        var json = Json.object().put("@odata.type", SERVICE + "serviceEndpoint");
        json.putObject("userAgent").put("@odata.type", SERVICE + "serviceUserAgent")
                .put("headerValue", "Microsoft Teams media processor").put("role", "mediaController");
        return json;
    }
}
