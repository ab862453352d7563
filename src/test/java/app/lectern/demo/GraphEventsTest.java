package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphEventsTest {
    private static final String OSEI = "/users/daniel.osei@northfield.example";
    private static final String TEAMS = """
            {"subject":"Mathematics clinic: Vectors","isOnlineMeeting":true,"onlineMeetingProvider":"teamsForBusiness","transactionId":"t-1",
             "body":{"contentType":"html","content":"Bring your notes."},
             "start":{"dateTime":"2026-12-01T10:15:00","timeZone":"Europe/London"},"end":{"dateTime":"2026-12-01T11:15:00","timeZone":"GMT Standard Time"},
             "attendees":[{"type":"required","emailAddress":{"address":"lena.fischer@northfield.example","name":"Lena Fischer"}}]}""";

    private DemoGraph graph;

    @BeforeEach
    void start() throws IOException {
        graph = new DemoGraph();
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void todaysMeetingsAreThere() throws IOException {
        var subjects = graph.all("/users/ruth.okafor@northfield.example/calendarView?startDateTime=2026-11-19T00:00:00Z&endDateTime=2026-11-20T00:00:00Z")
                .stream().map(event -> event.get("subject").asText()).toList();
        assertThat(subjects).contains("Staff briefing", "Parents’ evening: Year 8");
    }

    @Test
    void teamsEventGetsALinkAndAnOnlineMeetingAndReachesTheInvited() throws IOException {
        var created = created(TEAMS);
        assertThat(created.get("onlineMeetingProvider").asText()).isEqualTo("teamsForBusiness");
        assertThat(created.get("onlineMeetingUrl").isNull()).isTrue();
        assertThat(created.get("start").get("dateTime").asText()).isEqualTo("2026-12-01T10:15:00.0000000");
        var link = created.get("onlineMeeting").get("joinUrl").asText();
        assertThat(created.get("body").get("content").asText()).contains("Bring your notes.", link);
        var meeting = graph.ok("/users/" + graph.id("daniel.osei") + "/onlineMeetings?$filter="
                + DemoGraph.encoded("JoinWebUrl eq '" + link + "'"));
        assertThat(meeting.get("value").get(0).get("subject").asText()).isEqualTo("Mathematics clinic: Vectors");
        var seen = graph.all("/users/lena.fischer@northfield.example/events?$filter=subject eq 'Mathematics clinic: Vectors'")
                .getFirst();
        assertThat(seen.get("isOrganizer").asBoolean()).isFalse();
        assertThat(seen.get("iCalUId")).isEqualTo(created.get("iCalUId"));
        assertThat(seen.get("id")).isNotEqualTo(created.get("id"));
    }

    private JsonNode created(String body) throws IOException {
        var answer = graph.send("POST", OSEI + "/events", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void repeatedTransactionMakesNoSecondEvent() throws IOException {
        var first = created(TEAMS);
        assertThat(created(TEAMS).get("id")).isEqualTo(first.get("id"));
        var other = graph.send("POST", OSEI + "/events", TEAMS.replace("Vectors", "Proof"));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.error().get("code").asText()).isEqualTo("ErrorDuplicateTransactionId");
        assertThat(other.error().get("message").asText())
                .isEqualTo("Your request can't be completed. The TransactionId specified in the request "
                + "has already been used to create a different event.");
        assertThat(other.error().get("@event.existingEventId")).isEqualTo(first.get("id"));
    }

    @Test
    void organiserWithoutTeamsIsDowngradedSilently() throws IOException {
        var answer = graph.send("POST", "/users/tomasz.nowak@northfield.example/events", TEAMS);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("isOnlineMeeting").asBoolean()).isFalse();
        assertThat(answer.json().get("onlineMeetingProvider").asText()).isEqualTo("unknown");
        assertThat(answer.json().get("onlineMeeting").isNull()).isTrue();
    }

    @Test
    void linkMayComeLater() throws IOException {
        graph.tenant.school().control().delayJoinLinks(Duration.ofSeconds(20));
        var created = created(TEAMS);
        assertThat(created.get("isOnlineMeeting").asBoolean()).isTrue();
        assertThat(created.get("onlineMeeting").isNull()).isTrue();
        graph.clock.advance(Duration.ofSeconds(20));
        var later = graph.ok(OSEI + "/events/" + created.get("id").asText()
                + "?$select=isOnlineMeeting,onlineMeetingProvider,onlineMeeting");
        assertThat(later.get("onlineMeeting").get("joinUrl").asText()).startsWith("https://teams.microsoft.com/");
    }

    @Test
    void timesThatExchangeRefusesAreRefused() throws IOException {
        var backwards = graph.send("POST", OSEI + "/events", TEAMS.replace("T11:15", "T09:15"));
        assertThat(backwards.status()).isEqualTo(400);
        var noon = graph.send("POST", OSEI + "/events", allDay("2026-12-01T12:00:00", "2026-12-02T00:00:00"));
        assertThat(noon.error().get("code").asText()).isEqualTo("ErrorInvalidRequest");
        assertThat(noon.error().get("message").asText())
                .isEqualTo("The Event.Start property for an all-day event needs to be set to midnight.");
        assertThat(graph.send("POST", OSEI + "/events", allDay("2026-12-01T00:00:00", "2026-12-01T23:59:59")).status())
                .isEqualTo(400);
        assertThat(graph.send("POST", OSEI + "/events", TEAMS.replace("Europe/London", "Mars/Base")).error().get("code").asText())
                .isEqualTo("TimeZoneNotSupportedException");
    }

    private static String allDay(String from, String to) {
        return "{\"subject\":\"Due\",\"isAllDay\":true,\"start\":{\"dateTime\":\"" + from
                + "\",\"timeZone\":\"Europe/London\"},\"end\":{\"dateTime\":\""
                + to + "\",\"timeZone\":\"Europe/London\"}}";
    }

    @Test
    void allDayEventStaysAtMidnightInEveryZone() throws IOException {
        var created = created(allDay("2026-12-01T00:00:00", "2026-12-02T00:00:00"));
        var read = graph.ok(OSEI + "/events/" + created.get("id").asText(), "Prefer", "outlook.timezone=\"Tokyo Standard Time\"");
        assertThat(read.get("start").get("dateTime").asText()).isEqualTo("2026-12-01T00:00:00.0000000");
        assertThat(read.get("end").get("dateTime").asText()).isEqualTo("2026-12-02T00:00:00.0000000");
    }

    @Test
    void preferredZoneAndImmutableIdAreFollowed() throws IOException {
        var created = created(TEAMS);
        var answer = graph.get(OSEI + "/events/" + created.get("id").asText(), "Prefer",
                "outlook.timezone=\"Central European Standard Time\", IdType=\"ImmutableId\"");
        assertThat(answer.json().get("start").get("dateTime").asText()).isEqualTo("2026-12-01T11:15:00.0000000");
        assertThat(answer.header("Preference-Applied")).contains("outlook.timezone");
        var immutable = answer.json().get("id").asText();
        assertThat(immutable).isNotEqualTo(created.get("id").asText());
        assertThat(graph.ok(OSEI + "/events/" + immutable).get("subject")).isEqualTo(created.get("subject"));
    }

    @Test
    void cutIdIsMalformedAndForeignIdIsNotFound() throws IOException {
        var id = created(TEAMS).get("id").asText();
        var cut = graph.get(OSEI + "/events/" + id.substring(0, id.length() - 9));
        assertThat(cut.status()).isEqualTo(400);
        assertThat(cut.error().get("code").asText()).isEqualTo("ErrorInvalidIdMalformed");
        assertThat(cut.error().get("message").asText()).isEqualTo("Id is malformed.");
        assertThat(graph.get("/users/ruth.okafor@northfield.example/events/" + id).error().get("code").asText())
                .isEqualTo("ErrorItemNotFound");
    }

    @Test
    void changeMovesTheTagAndAnOldTagIsRefused() throws IOException {
        var created = created(TEAMS);
        var path = OSEI + "/events/" + created.get("id").asText();
        var changed = graph.send("PATCH", path, "{\"subject\":\"Moved\",\"showAs\":\"free\"}", "If-Match",
                created.get("@odata.etag").asText());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("@odata.etag")).isNotEqualTo(created.get("@odata.etag"));
        assertThat(changed.json().get("showAs").asText()).isEqualTo("free");
        assertThat(graph.send("PATCH", path, "{\"subject\":\"Again\"}", "If-Match", created.get("@odata.etag").asText()).status())
                .isEqualTo(412);
        assertThat(graph.ok(path).get("subject").asText()).isEqualTo("Moved");
    }

    @Test
    void bodyWithoutItsJoinBlockEndsTheOnlineMeeting() throws IOException {
        var path = OSEI + "/events/" + created(TEAMS).get("id").asText();
        var kept = graph.ok(path).get("body").get("content").asText().replace("Bring your notes.", "Bring a ruler.");
        var body = DemoClient.JSON.createObjectNode();
        body.putObject("body").put("contentType", "html").put("content", kept);
        assertThat(graph.send("PATCH", path, body.toString()).json().get("isOnlineMeeting").asBoolean()).isTrue();
        assertThat(graph.send("PATCH", path, "{\"body\":{\"contentType\":\"html\",\"content\":\"gone\"}}").json()
                .get("isOnlineMeeting").asBoolean()).isFalse();
    }

    @Test
    void onlyTheOrganiserCancels() throws IOException {
        var created = created(TEAMS);
        var copy = graph.all("/users/lena.fischer@northfield.example/events?$filter=subject eq 'Mathematics clinic: Vectors'")
                .getFirst();
        var refused = graph.send("POST", "/users/lena.fischer@northfield.example/events/" + copy.get("id").asText() + "/cancel",
                "{\"Comment\":\"no\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error().get("message").asText()).isEqualTo("You need to be an organizer to cancel a meeting.");
        var path = OSEI + "/events/" + created.get("id").asText();
        assertThat(graph.send("POST", path + "/cancel", "{\"Comment\":\"ill\"}").status()).isEqualTo(202);
        assertThat(graph.get(path).status()).isEqualTo(404);
        assertThat(graph.ok("/users/lena.fischer@northfield.example/events/" + copy.get("id").asText()).get("isCancelled")
                .asBoolean()).isTrue();
    }

    @Test
    void deletedEventIsGoneForEverybody() throws IOException {
        var path = OSEI + "/events/" + created(TEAMS).get("id").asText();
        assertThat(graph.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(graph.get(path).error().get("code").asText()).isEqualTo("ErrorItemNotFound");
        assertThat(graph.all("/users/lena.fischer@northfield.example/events?$filter=subject eq 'Mathematics clinic: Vectors'"))
                .isEmpty();
    }

    @Test
    void seriesExpandsInTheViewAndNotInTheList() throws IOException {
        var events = "/users/amina.hassan@northfield.example/events";
        var master = graph.all(events + "?$filter=subject eq 'Tutor group 11K'").getFirst();
        assertThat(master.get("type").asText()).isEqualTo("seriesMaster");
        var window = "startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z";
        var dates = graph.all(events + "/" + master.get("id").asText() + "/instances?" + window);
        assertThat(dates).hasSize(4).allMatch(date -> date.get("seriesMasterId").equals(master.get("id")));
        assertThat(dates.stream().map(date -> date.get("iCalUId").asText()).distinct()).hasSize(4);
        var second = events + "/" + dates.get(1).get("id").asText();
        var crossing = graph.send("PATCH", second,
                "{\"start\":{\"dateTime\":\"2026-12-20T08:30:00\",\"timeZone\":\"UTC\"},\"end\":{\"dateTime\":\"2026-12-20T09:00:00\",\"timeZone\":\"UTC\"}}");
        assertThat(crossing.error().get("code").asText()).isEqualTo("ErrorOccurrenceCrossingBoundary");
        assertThat(graph.send("PATCH", second, "{\"subject\":\"Tutor group, changed\"}").json().get("type").asText())
                .isEqualTo("exception");
        assertThat(graph.send("DELETE", events + "/" + dates.get(2).get("id").asText(), null).status()).isEqualTo(204);
        assertThat(graph.all("/users/amina.hassan@northfield.example/calendarView?" + window).stream()
                .filter(event -> event.path("seriesMasterId").equals(master.get("id")))
                .map(event -> event.get("subject").asText()))
                .containsExactly("Tutor group 11K", "Tutor group, changed", "Tutor group 11K");
    }

    @Test
    void weeklySeriesIsMadeFromItsPattern() throws IOException {
        var body = TEAMS.replace("\"transactionId\":\"t-1\"",
                "\"recurrence\":{\"pattern\":{\"type\":\"weekly\",\"interval\":2,\"daysOfWeek\":[\"tuesday\",\"thursday\"]},"
                + "\"range\":{\"type\":\"endDate\",\"startDate\":\"2026-12-01\",\"endDate\":\"2026-12-31\"}}");
        var id = created(body).get("id").asText();
        var dates = graph.all(OSEI + "/events/" + id
                + "/instances?startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-02-01T00:00:00Z&$select=start");
        assertThat(dates.stream().map(date -> date.get("start").get("dateTime").asText().substring(0, 10)))
                .containsExactly("2026-12-01", "2026-12-03", "2026-12-15", "2026-12-17", "2026-12-29", "2026-12-31");
    }

    @Test
    void viewOfMoreThanFiveYearsIsRefused() throws IOException {
        var view = OSEI + "/calendarView?startDateTime=2024-01-01T00:00:00Z&endDateTime=";
        assertThat(graph.get(view + "2028-12-30T00:00:00Z").status()).isEqualTo(200);
        var answer = graph.get(view + "2029-01-01T00:00:00Z");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().get("message").asText())
                .isEqualTo("Your request can't be completed. The range between the start and end dates is "
                + "greater than the allowed range. Maximum number of days: 1825");
    }

    @Test
    void marksOfAProgramAreKeptAndToldToThoseWhoExpandThem() throws IOException {
        var mark = "String {66f5a359-4659-4830-9070-00040ec6ac6e} Name lectern";
        var body = TEAMS.replace("\"transactionId\":\"t-1\"", "\"singleValueExtendedProperties\":[{\"id\":\"" + mark
                + "\",\"value\":\"d-17\"}],\"extensions\":[{\"@odata.type\":\"microsoft.graph.openTypeExtension\","
                + "\"extensionName\":\"app.lectern\",\"deliverable\":\"d-17\"}]");
        var id = created(body).get("id").asText();
        assertThat(graph.ok(OSEI + "/events/" + id).has("singleValueExtendedProperties")).isFalse();
        var expanded = graph.ok(OSEI + "/events/" + id + "?$select=subject&$expand="
                + DemoGraph.encoded("singleValueExtendedProperties($filter=id eq '" + mark
                + "'),extensions($filter=id eq 'app.lectern')"));
        assertThat(expanded.get("singleValueExtendedProperties").get(0).get("value").asText()).isEqualTo("d-17");
        assertThat(expanded.get("extensions").get(0).get("deliverable").asText()).isEqualTo("d-17");
        var filter = "singleValueExtendedProperties/any(ep: ep/id eq '" + mark + "' and ep/value eq 'd-17')";
        assertThat(graph.all(OSEI + "/events?$filter=" + DemoGraph.encoded(filter))).hasSize(1);
    }
}
