package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphCalendarsTest {
    private static final String OSEI = "/users/daniel.osei@northfield.example";
    private static final String WINDOW =
            "/calendarView/delta?startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z";

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
    void calendarIsMadeOnceUnderItsName() throws IOException {
        var created = graph.send("POST", OSEI + "/calendars", "{\"name\":\"Project Deliverables\"}");
        assertThat(created.status()).isEqualTo(201);
        var again = graph.send("POST", OSEI + "/calendars", "{\"name\":\"project deliverables\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.error().get("code").asText()).isEqualTo("ErrorFolderExists");
        assertThat(again.error().get("message").asText()).isEqualTo("A folder with the specified name already exists.");
        var path = OSEI + "/calendars/" + created.json().get("id").asText();
        var event = graph.send("POST", path + "/events",
                "{\"subject\":\"Tender issue\",\"isAllDay\":true,\"start\":{\"dateTime\":\"2026-11-30T00:00:00\","
                + "\"timeZone\":\"Europe/London\"},\"end\":{\"dateTime\":\"2026-12-01T00:00:00\",\"timeZone\":\"Europe/London\"}}");
        assertThat(event.status()).isEqualTo(201);
        assertThat(graph.all(path + "/events")).hasSize(1);
        assertThat(graph.all(OSEI + "/events").stream().map(item -> item.get("subject").asText())).doesNotContain("Tender issue");
        assertThat(graph.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(graph.get(path).status()).isEqualTo(404);
        assertThat(graph.send("DELETE", OSEI + "/calendars/" + graph.ok(OSEI + "/calendar").get("id").asText(), null).status())
                .isEqualTo(400);
    }

    @Test
    void deltaTellsTheWholeWindowThenOnlyChanges() throws IOException {
        var first = new ArrayList<JsonNode>();
        var link = round(OSEI + WINDOW, first, "odata.maxpagesize=5");
        assertThat(first).hasSizeGreaterThan(8)
                .allMatch(item -> item.get("@odata.type").asText().equals("#microsoft.graph.event"));
        assertThat(quiet(link)).isEmpty();
        graph.tenant.school().control()
                .editInOutlook("daniel.osei@northfield.example", "A-level Mathematics: Integration", "A-level Mathematics: Exam",
                Duration.ofHours(2));
        var seen = new ArrayList<JsonNode>();
        link = round(link, seen, "odata.maxpagesize=5");
        assertThat(seen).singleElement()
                .satisfies(item -> assertThat(item.get("subject").asText()).isEqualTo("A-level Mathematics: Exam"));
        graph.tenant.school().control().deleteInOutlook("daniel.osei@northfield.example", "A-level Mathematics: Exam");
        var gone = new ArrayList<JsonNode>();
        round(link, gone, "odata.maxpagesize=5");
        assertThat(gone).singleElement().satisfies(item -> {
            assertThat(item.get("id")).isEqualTo(seen.getFirst().get("id"));
            assertThat(item.get("@removed").get("reason").asText()).isEqualTo("deleted");
        });
    }

    private List<JsonNode> quiet(String link) throws IOException {
        var items = new ArrayList<JsonNode>();
        round(link, items, "odata.maxpagesize=5");
        return items;
    }

    private String round(String start, List<JsonNode> items, String prefer) throws IOException {
        for (var page = graph.ok(start, "Prefer", prefer);; page = graph.ok(page.get("@odata.nextLink").asText(), "Prefer",
                prefer)) {
            page.get("value").forEach(items::add);
            if (page.has("@odata.deltaLink")) {
                return page.get("@odata.deltaLink").asText();
            }
        }
    }

    @Test
    void deltaStartsOverWhenItsStateIsLost() throws IOException {
        var link = round(OSEI + WINDOW, new ArrayList<>(), "odata.maxpagesize=50");
        graph.tenant.school().control().expireDeltaTokens();
        var answer = graph.get(link);
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.error().get("code").asText()).isEqualTo("SyncStateNotFound");
        assertThat(graph.get(OSEI + WINDOW + "&$select=subject").error().get("code").asText()).isEqualTo("ErrorInvalidUrlQuery");
    }

    @Test
    void calendarIsSharedWithTwoHundredAndOnlyItsOwnerSeesTheList() throws IOException {
        var shared = graph.send("POST", OSEI + "/calendar/calendarPermissions", "{\"emailAddress\":{\"name\":\"Ruth Okafor\","
                + "\"address\":\"ruth.okafor@northfield.example\"},\"isInsideOrganization\":true,\"isRemovable\":true,\"role\":\"read\"}");
        assertThat(shared.status()).isEqualTo(200);
        var id = shared.json().get("id").asText();
        var changed = graph.send("PATCH", OSEI + "/calendar/calendarPermissions/" + id, "{\"role\":\"write\"}");
        assertThat(changed.json().get("role").asText()).isEqualTo("write");
        graph.signedInAs("ruth.okafor@northfield.example");
        assertThat(graph.get(OSEI + "/events").status()).isEqualTo(200);
        var refused = graph.get("/users/marta.kowalska@northfield.example/events");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error().get("code").asText()).isEqualTo("ErrorAccessDenied");
    }

    @Test
    void scheduleShowsBusyTimesAndSaysWhoseIsUnknown() throws IOException {
        var answer = graph.send("POST", OSEI + "/calendar/getSchedule",
                "{\"schedules\":[\"daniel.osei@northfield.example\",\"hi@nexlearn.example\"],"
                + "\"startTime\":{\"dateTime\":\"2026-11-19T09:00:00\",\"timeZone\":\"GMT Standard Time\"},"
                + "\"endTime\":{\"dateTime\":\"2026-11-19T13:00:00\",\"timeZone\":\"GMT Standard "
                + "Time\"},\"availabilityViewInterval\":60}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("value").get(0).get("availabilityView").asText()).matches(".22.");
        assertThat(answer.json().get("value").get(1).get("error").get("responseCode").asText())
                .isEqualTo("ErrorMailRecipientNotFound");
    }

    @Test
    void mailboxClosedToTheAppIsRefusedInExchangesWords() throws IOException {
        graph.tenant.rules().closeMailbox(graph.id("daniel.osei"), graph.tenant.apps().complete().appId());
        var answer = graph.get(OSEI + "/events");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error().get("message").asText())
                .isEqualTo("Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.");
    }

    @Test
    void groupCalendarsCannotBeWrittenByApplications() throws IOException {
        var team = graph.all("/teams").getFirst().get("id").asText();
        assertThat(graph.all("/groups/" + team + "/events")).isNotEmpty();
        var answer = graph.send("POST", "/groups/" + team + "/events", "{\"subject\":\"x\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error().get("code").asText()).isEqualTo("ErrorAccessDenied");
    }
}
