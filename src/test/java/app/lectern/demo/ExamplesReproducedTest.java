package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Asks the demo tenant what the documentation's samples ask, and holds the shapes of the answers side by side.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesReproducedTest {
    private static final String MARTA = "/users/marta.kowalska@northfield.example";

    private final Map<String, Call> calls = new LinkedHashMap<>();
    private DemoGraph graph;

    /// How a sample's call is made, and the metadata type of what it answers or lists.
    private record Call(String type, Answer answer) {
    }

    @FunctionalInterface
    private interface Answer {
        JsonNode get() throws IOException;
    }

    @BeforeAll
    void start() throws IOException {
        graph = new DemoGraph();
        directory();
        calendars();
        meetings();
        files();
    }

    @AfterAll
    void stop() {
        graph.close();
    }

    private void get(String example, String type, String path, String... headers) {
        calls.put(example, new Call("microsoft.graph." + type, () -> graph.ok(path, headers)));
    }

    /// Sends what the sample sends, to another address.
    private void send(String example, String type, String path) {
        calls.put(example, new Call("microsoft.graph." + type, () -> {
            var sample = GraphExample.named(example).sample();
            var answer = graph.send(sample.path("method").asText(), path, sample.path("request").toString());
            assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
            return answer.json();
        }));
    }

    private void directory() {
        get("user-get", "user", MARTA);
        get("user-list", "user", "/users?$select=displayName,mail,mailNickname,otherMails,proxyAddresses,userPrincipalName");
        get("user-list-by-license", "user", "/users?$select=id,mail,assignedLicenses&$filter="
                + DemoGraph.encoded("assignedLicenses/any(u:u/skuId eq 4b590615-0888-425a-a965-b3bf7789848d)"));
        get("user-mailboxsettings", "mailboxSettings", MARTA + "/mailboxSettings");
        get("organization-get", "organization", "/organization");
        get("subscribedsku-list", "subscribedSku", "/subscribedSkus");
        var app = graph.tenant.apps().complete();
        get("serviceprincipal-get", "servicePrincipal", "/servicePrincipals/" + app.servicePrincipalId());
        get("serviceprincipal-approleassignments", "appRoleAssignment", "/servicePrincipals/" + app.servicePrincipalId()
                + "/appRoleAssignments");
        get("serviceprincipal-oauth2permissiongrants", "oAuth2PermissionGrant", "/servicePrincipals/" + app.servicePrincipalId()
                + "/oauth2PermissionGrants");
        get("application-get", "application", "/applications/" + app.objectId());
        send("application-addpassword", "passwordCredential", "/applications/" + app.objectId() + "/addPassword");
    }

    private void calendars() throws IOException {
        get("calendar-list", "calendar", MARTA + "/calendars");
        send("calendar-create", "calendar", MARTA + "/calendars");
        calls.put("calendar-getschedule",
                new Call("microsoft.graph.scheduleInformation", () -> graph.send("POST", MARTA + "/calendar/getSchedule",
                "{\"schedules\":[\"marta.kowalska@northfield.example\"],\"startTime\":{\"dateTime\":\"2026-11-19T08:00:00\",\"timeZone\":\"UTC\"},"
                        + "\"endTime\":{\"dateTime\":\"2026-11-19T18:00:00\",\"timeZone\":\"UTC\"}}").json()));
        send("calendarpermission-create", "calendarPermission", MARTA + "/calendar/calendarPermissions");
        send("event-create-teams-online", "event", MARTA + "/events");
        send("event-create-recurring", "event", MARTA + "/events");
        send("event-create-in-calendar", "event", MARTA + "/calendar/events");
        var window = "startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z";
        var first = graph.all(MARTA + "/events").getFirst().get("id").asText();
        get("event-get", "event", MARTA + "/events/" + first
                + "?$select=subject,body,bodyPreview,organizer,attendees,start,end,location,hideAttendees",
                "Prefer", "outlook.timezone=\"Pacific Standard Time\"");
        get("event-get-onlinemeeting", "event", MARTA + "/events/" + first);
        send("event-update-to-online", "event", MARTA + "/events/" + first);
        var series = graph.all("/users/amina.hassan@northfield.example/events?$filter=subject eq 'Tutor group 11K'").getFirst()
                .get("id").asText();
        get("event-list-instances", "event", "/users/amina.hassan@northfield.example/events/" + series + "/instances?" + window);
        get("calendarview-list", "event", MARTA + "/calendarView?" + window);
        get("calendarview-delta-1-initial", "event", MARTA + "/calendarView/delta?" + window, "Prefer", "odata.maxpagesize=2");
        get("outlook-supportedtimezones", "timeZoneInformation", MARTA + "/outlook/supportedTimeZones");
        get("outlook-supportedtimezones-iana", "timeZoneInformation", MARTA
                + "/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')");
        calls.put("user-translateexchangeids",
                new Call("microsoft.graph.convertIdResult", () -> graph.send("POST", MARTA + "/translateExchangeIds",
                "{\"inputIds\":[\"" + first + "\"],\"sourceIdType\":\"restId\",\"targetIdType\":\"restImmutableEntryId\"}")
                .json()));
    }

    private void meetings() throws IOException {
        var now = graph.clock.instant();
        var meeting = graph.tenant.school().meetings().all().stream()
                .filter(one -> one.kind() == MeetingKind.SCHEDULED && one.start().isAfter(now.minus(Duration.ofDays(20)))
                && one.sessions().stream().anyMatch(session -> session.hasRecording(now) && session.hasTranscript(now)))
                .findFirst().orElseThrow();
        var user = "/users/" + meeting.organiser().id() + "/onlineMeetings";
        var path = user + "/" + meeting.id();
        send("onlinemeeting-create", "onlineMeeting", user);
        calls.put("onlinemeeting-createorget", new Call("microsoft.graph.onlineMeeting", () -> createOrGet(user)));
        get("onlinemeeting-get-by-id", "onlineMeeting", path);
        get("onlinemeeting-get-by-vtcid", "onlineMeeting", "/communications/onlineMeetings/?$filter="
                + DemoGraph.encoded("VideoTeleconferenceId eq '" + meeting.videoTeleconferenceId() + "'"));
        send("onlinemeeting-update-lobby", "onlineMeeting", path);
        get("attendancereports-list", "meetingAttendanceReport", path + "/attendanceReports");
        var report = path + "/attendanceReports/" + graph.all(path + "/attendanceReports").getFirst().get("id").asText();
        get("attendancereport-get-expanded", "meetingAttendanceReport", report + "?$expand=attendanceRecords");
        get("attendancerecords-list", "attendanceRecord", report + "/attendanceRecords");
        artifacts(meeting, user, path);
        get("callrecords-list", "callRecords.callRecord", "/communications/callRecords");
        var call = "/communications/callRecords/" + meeting.sessions().getFirst().callId();
        get("callrecord-get", "callRecords.callRecord", call);
        get("callrecord-get-expanded", "callRecords.callRecord", call + "?$expand=sessions($expand=segments)");
        get("chat-get", "chat", "/chats/" + meeting.threadId());
    }

    /// The sample has no role for an attendee who then comes back without one; the body goes as documented all the same.
    private JsonNode createOrGet(String user) throws IOException {
        return graph.send("POST", user + "/createOrGet", GraphExample.named("onlinemeeting-createorget").sample().path("request")
                .toString()).json();
    }

    private void artifacts(OnlineMeeting meeting, String user, String path) throws IOException {
        var id = meeting.organiser().id();
        get("recordings-list", "callRecording", path + "/recordings");
        get("recording-get", "callRecording", path + "/recordings/" + graph.all(path + "/recordings").getFirst().get("id")
                .asText());
        get("getallrecordings", "callRecording", user + "/getAllRecordings?$filter="
                + DemoGraph.encoded("MeetingOrganizer/User/Id eq '" + id + "'"));
        get("getallrecordings-daterange", "callRecording", user + "/getAllRecordings(meetingOrganizerUserId='" + id
                + "', startDateTime=2026-09-01T00:00:00Z, endDateTime=2026-12-01T00:00:00Z)");
        get("recordings-delta-1-initial", "callRecording", user + "/getAllRecordings(meetingOrganizerUserId='" + id + "')/delta");
        get("transcripts-list", "callTranscript", path + "/transcripts");
        get("transcript-get", "callTranscript", path + "/transcripts/" + graph.all(path + "/transcripts").getFirst().get("id")
                .asText());
    }

    private void files() throws IOException {
        get("drive-get", "drive", MARTA + "/drive");
        get("drive-special-documents", "driveItem", MARTA + "/drive/special/recordings");
        get("driveitem-get", "driveItem", MARTA + "/drive/root");
        get("driveitem-list-children", "driveItem", MARTA + "/drive/special/recordings/children");
        var file = graph.all(MARTA + "/drive/special/recordings/children").getFirst().get("id").asText();
        get("driveitem-downloadurl", "driveItem", MARTA + "/drive/items/" + file + "?select=id,@microsoft.graph.downloadUrl");
        get("driveitem-delta-initial", "driveItem", MARTA + "/drive/root/delta?$top=5");
        get("driveitem-delta-latest", "driveItem", MARTA + "/drive/root/delta?token=latest");
        var team = graph.all("/teams").getFirst().get("id").asText();
        var channel = graph.all("/teams/" + team + "/channels").getFirst().get("id").asText();
        get("channel-filesfolder", "driveItem", "/teams/" + team + "/channels/" + channel + "/filesFolder");
    }

    List<String> examples() {
        return List.copyOf(calls.keySet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answerHasTheShapeOfTheSample(String name) throws IOException {
        var call = calls.get(name);
        var example = GraphExample.named(name);
        var answer = call.answer().get();
        assertThat(answer.path("value").isArray() || answer.path("value").isMissingNode()).isTrue();
        var wrong = new ArrayList<String>();
        var shape = new AnswerShape(wrong);
        var sampleIsList = example.response().path("value").isArray();
        var items = answer.path("value").isArray() ? answer.path("value") : DemoClient.JSON.createArrayNode().add(answer);
        if (!name.equals("driveitem-delta-latest")) {
            assertThat(items).isNotEmpty();
        }
        var samples = sampleIsList ? example.response().path("value") : DemoClient.JSON.createArrayNode().add(example.response());
        for (var item : items) {
            for (var sample : samples) {
                shape.sameTypes(sample, item, "");
            }
            shape.known(item, call.type(), merged(samples), "");
        }
        assertThat(wrong.stream().distinct()).isEmpty();
    }

    /// What any of a sample's items says.
    private static ObjectNode merged(JsonNode samples) {
        var all = DemoClient.JSON.createObjectNode();
        samples.forEach(sample -> sample.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue())));
        return all;
    }

    @Test
    void nearlyEveryDocumentedReadIsAnsweredHere() {
        var left = GraphExample.all().stream().filter(example -> example.isJson() && example.sample().path("status").asInt() < 300
                && !example.response().has("error") && !calls.containsKey(example.name())).map(GraphExample::name);
        assertThat(left).as("samples of the same call again, of Entra, of a batch, and of subscriptions, which Lectern does "
                + "not use")
                .containsExactlyInAnyOrder("batch", "calendarpermission-update", "calendarview-delta-2-next",
                "calendarview-delta-4-next-round",
                        "callrecords-list-filter-start", "driveitem-delta-final", "subscription-create",
                        "token-client-credentials", "token-device-code");
    }
}
