package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphMeetingsTest {
    private DemoGraph graph;
    private String organiser;
    private String meetings;

    @BeforeEach
    void start() throws IOException {
        graph = new DemoGraph();
        organiser = graph.id("marta.kowalska");
        meetings = "/users/" + organiser + "/onlineMeetings";
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    private DemoClient.Answer find(String user, String filter) throws IOException {
        return graph.get("/users/" + user + "/onlineMeetings?$filter=" + DemoGraph.encoded(filter));
    }

    private String link(String user, boolean shortForm) throws IOException {
        return graph.all("/users/" + user + "/events?$select=onlineMeeting").stream()
                .map(event -> event.path("onlineMeeting").path("joinUrl").asText())
                .filter(url -> url.contains("/meet/") == shortForm && !url.isEmpty())
                .filter(url -> shortForm || url.contains(graph.id(user.split("@")[0])))
                .findFirst().orElseThrow();
    }

    @Test
    void meetingIsFoundByTheLinkAsIssuedAndByNoOtherText() throws IOException {
        var link = link("marta.kowalska@northfield.example", false);
        var found = find(organiser, "JoinWebUrl eq '" + link + "'").json().get("value");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("joinWebUrl").asText()).isEqualTo(link).contains("%3a", "%40");
        assertThat(new String(Base64.getDecoder().decode(found.get(0).get("id").asText()), StandardCharsets.US_ASCII))
                .startsWith("1*" + organiser + "*0**19:meeting_");
        assertThat(find(organiser, "JoinWebUrl eq '" + URLDecoder.decode(link, StandardCharsets.UTF_8) + "'").status())
                .isEqualTo(404);
        assertThat(find(organiser, "JoinWebUrl eq 'https://example.org/'").error().get("message").asText())
                .isEqualTo("1026: An error has occurred.");
    }

    @Test
    void meetingIsFoundByItsNumber() throws IOException {
        var made = created("{\"subject\":\"Clinic\"}");
        var digits = made.get("joinMeetingIdSettings").get("joinMeetingId").asText();
        assertThat(find(organiser, "joinMeetingIdSettings/joinMeetingId eq '" + digits + "'").json().get("value").get(0)
                .get("id")).isEqualTo(made.get("id"));
        var byRoom = graph.ok("/communications/onlineMeetings?$filter="
                + DemoGraph.encoded("VideoTeleconferenceId eq '" + made.get("videoTeleconferenceId").asText() + "'"));
        assertThat(byRoom.get("value").get(0).get("id")).isEqualTo(made.get("id"));
    }

    private JsonNode created(String body) throws IOException {
        var answer = graph.send("POST", meetings, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void listWithoutFilterIsRefused() throws IOException {
        var answer = graph.get(meetings);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().get("message").asText()).isEqualTo("Filter expression expected");
        assertThat(find(organiser, "subject eq 'x'").status()).isEqualTo(400);
    }

    @Test
    void principalNameInThePathIsAnUnknownErrorWithoutWords() throws IOException {
        for (var user : new String[] {"marta.kowalska@northfield.example", "00000000-1111-2222-3333-444444444444"}) {
            var answer = graph.get("/users/" + user + "/onlineMeetings?$filter=" + DemoGraph.encoded("JoinWebUrl eq 'x'"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.error().get("code").asText()).isEqualTo("UnknownError");
            assertThat(answer.error().get("message").asText()).isEmpty();
        }
    }

    @Test
    void linkOfAnotherOrganiserIsRefused() throws IOException {
        var answer = find(organiser, "JoinWebUrl eq '" + link("daniel.osei@northfield.example", false) + "'");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error().get("code").asText()).isEqualTo("Forbidden");
        assertThat(answer.error().get("message").asText()).isEqualTo("3003: User does not have access to lookup meeting");
    }

    @Test
    void organiserWithoutAccessPolicyIsRefusedUntilItIsGranted() throws IOException {
        var yuki = graph.id("y.tanaka");
        var app = graph.tenant.apps().complete().appId();
        var answer = graph.send("POST", "/users/" + yuki + "/onlineMeetings", "{\"subject\":\"Art\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error().get("message").asText())
                .isEqualTo("No application access policy found for this app " + app + " on the user " + yuki + ".");
        graph.tenant.rules().setAccessPolicy(yuki, Set.of(app));
        assertThat(graph.send("POST", "/users/" + yuki + "/onlineMeetings", "{\"subject\":\"Art\"}").status()).isEqualTo(201);
        graph.tenant.rules().setAccessPolicy(yuki, Set.of());
        graph.signedInAs("y.tanaka@northfield.example");
        assertThat(graph.send("POST", "/me/onlineMeetings", "{\"subject\":\"Art\"}").status())
                .as("a signed-in person needs no policy").isEqualTo(201);
    }

    @Test
    void optionsAreStoredAndReadBack() throws IOException {
        var made = created("{\"subject\":\"Clinic\",\"startDateTime\":\"2026-11-20T10:00:00+01:00\",\"endDateTime\":\"2026-11-20T11:00:00+01:00\"}");
        assertThat(made.get("startDateTime").asText()).isEqualTo("2026-11-20T09:00:00.0000000Z");
        var path = meetings + "/" + made.get("id").asText();
        var changed = graph.send("PATCH", path,
                "{\"recordAutomatically\":true,\"allowMeetingChat\":\"limited\",\"lobbyBypassSettings\":{\"scope\":\"everyone\"},"
                + "\"allowedPresenters\":\"roleIsPresenter\",\"participants\":{\"attendees\":[{\"upn\":\"daniel.osei@northfield.example\",\"role\":\"coorganizer\","
                + "\"identity\":{\"user\":{\"id\":\"" + graph.id("daniel.osei") + "\"}}}]}}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        var read = graph.ok(path, "Prefer", "include-unknown-enum-members");
        assertThat(read.get("recordAutomatically").asBoolean()).isTrue();
        assertThat(read.get("allowMeetingChat").asText()).isEqualTo("limited");
        assertThat(read.get("lobbyBypassSettings").toString())
                .isEqualTo("{\"scope\":\"everyone\",\"isDialInBypassEnabled\":false}");
        assertThat(read.get("participants").get("attendees").get(0).get("role").asText()).isEqualTo("coorganizer");
        assertThat(graph.ok(path).get("participants").get("attendees").get(0).get("role").asText())
                .as("members that must be asked for are hidden").isEqualTo("unknownFutureValue");
    }

    @Test
    void changesThatGraphRefusesAreRefused() throws IOException {
        var path = meetings + "/" + created("{\"subject\":\"Clinic\"}").get("id").asText();
        assertThat(graph.send("PATCH", path, "{\"startDateTime\":\"2026-12-01T10:00:00Z\"}").status()).isEqualTo(400);
        assertThat(graph.send("PATCH", path, "{\"joinMeetingIdSettings\":{\"isPasscodeRequired\":false}}").status())
                .isEqualTo(400);
        assertThat(graph.send("PATCH", path, "{\"allowedPresenters\":\"roleIsPresenter\"}").status()).isEqualTo(400);
        assertThat(graph.send("POST", meetings, "{\"endDateTime\":\"2026-12-01T10:00:00Z\"}").status()).isEqualTo(400);
        assertThat(graph.send("POST", meetings,
                "{\"startDateTime\":\"2026-12-01T10:00:00Z\",\"endDateTime\":\"2026-12-01T09:00:00Z\"}").status()).isEqualTo(400);
    }

    @Test
    void runningMeetingKeepsItsSubjectButTakesOptions() throws IOException {
        var link = graph.all("/users/marta.kowalska@northfield.example/events?$filter=subject eq 'Year 11 Chemistry: Rate "
                + "graphs'").stream()
                .filter(event -> event.get("start").get("dateTime").asText().startsWith("2026-11-19")).findFirst().orElseThrow()
                .get("onlineMeeting").get("joinUrl").asText();
        var id = find(organiser, "JoinWebUrl eq '" + link + "'").json().get("value").get(0).get("id").asText();
        var changed = graph.send("PATCH", meetings + "/" + id, "{\"subject\":\"Other\",\"allowWhiteboard\":false}").json();
        assertThat(changed.get("subject").asText()).isEqualTo("Year 11 Chemistry: Rate graphs");
        assertThat(changed.get("allowWhiteboard").asBoolean()).isFalse();
    }

    @Test
    void createOrGetMakesOneMeetingForAnExternalId() throws IOException {
        var body = "{\"externalId\":\"lesson-7\",\"subject\":\"Clinic\",\"startDateTime\":\"2026-11-20T10:00:00Z\",\"endDateTime\":\"2026-11-20T11:00:00Z\"}";
        var first = graph.send("POST", meetings + "/createOrGet", body);
        var second = graph.send("POST", meetings + "/createOrGet", body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(graph.send("POST", meetings + "/createOrGet", "{\"subject\":\"x\"}").status()).isEqualTo(400);
    }

    @Test
    void deletedMeetingIsGone() throws IOException {
        var path = meetings + "/" + created("{\"subject\":\"Clinic\"}").get("id").asText();
        assertThat(graph.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(graph.get(path).status()).isEqualTo(404);
    }

    @Test
    void shortLinksAreFoundUnderTheirOrganiser() throws IOException {
        var own = graph.tenant.school().meetings().of(graph.tenant.school().person("marta.kowalska")).stream()
                .filter(meeting -> meeting.joinUrl().contains("/meet/")).findFirst().orElseThrow();
        assertThat(find(organiser, "JoinWebUrl eq '" + own.joinUrl() + "'").json().get("value").get(0).get("meetingType")
                .asText()).isIn("scheduled", "meetnow");
    }
}
