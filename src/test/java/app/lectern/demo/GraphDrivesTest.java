package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.storage.StoredBytes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphDrivesTest {
    private static final String DRIVE = "/users/marta.kowalska@northfield.example/drive";

    private DemoGraph graph;

    @BeforeEach
    void start() throws IOException {
        graph = new DemoGraph();
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    private List<JsonNode> recordings() throws IOException {
        return graph.all(DRIVE + "/special/recordings/children?$top=3").stream()
                .filter(item -> item.get("name").asText().endsWith(".mp4")).toList();
    }

    @Test
    void recordingsLieInTheOrganisersFolderUnderTeamsNames() throws IOException {
        var items = recordings();
        assertThat(items.size()).isGreaterThan(3);
        var item = items.stream().filter(one -> one.get("name").asText().startsWith("Year 11")).findFirst().orElseThrow();
        assertThat(item.get("name").asText()).matches("Year 11 Chemistry_ .*-\\d{8}_\\d{6}UTC-Meeting Recording\\.mp4");
        assertThat(item.get("video").get("duration").asLong()).isBetween(1_000_000L, 8_000_000L);
        assertThat(item.get("source").get("threadId").asText()).startsWith("19:meeting_");
        assertThat(item.get("parentReference").get("path").asText()).endsWith("/root:/Recordings");
        assertThat(graph.ok(DRIVE + "/root:/Recordings/" + DemoGraph.encoded(item.get("name").asText())).get("id"))
                .isEqualTo(item.get("id"));
        assertThat(graph.all(DRIVE + "/root/children").stream().map(child -> child.get("name").asText())).contains("Recordings");
    }

    @Test
    void contentRedirectsToTheStorageHostWhichHasTheWholeFile() throws IOException {
        var item = recordings().getFirst();
        var redirect = graph.get(DRIVE + "/items/" + item.get("id").asText() + "/content");
        assertThat(redirect.status()).isEqualTo(302);
        var file = graph.client.get(redirect.header("location"));
        assertThat(file.body()).hasSize(item.get("size").asInt());
        assertThat(StoredBytes.of(file.body()).quickXorHash()).as("hash worked out block by block")
                .isEqualTo(item.get("file").get("hashes").get("quickXorHash").asText());
        var range = graph.client.get(item.get("@microsoft.graph.downloadUrl").asText(), "Range", "bytes=20000-45001");
        assertThat(range.status()).isEqualTo(206);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(file.body(), 20_000, 45_002));
    }

    @Test
    void downloadUrlComesOnlyWhenSelectedOrUnselected() throws IOException {
        var id = recordings().getFirst().get("id").asText();
        assertThat(graph.ok(DRIVE + "/items/" + id + "?$select=id,name").has("@microsoft.graph.downloadUrl")).isFalse();
        assertThat(graph.ok(DRIVE + "/items/" + id + "?$select=id,@microsoft.graph.downloadUrl")
                .get("@microsoft.graph.downloadUrl").asText()).startsWith("https://");
    }

    @Test
    void personWithoutOneDriveHasNoMysite() throws IOException {
        var answer = graph.get("/users/oliver.grant@northfield.example/drive");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error().get("code").asText()).isEqualTo("ResourceNotFound");
        assertThat(answer.error().get("message").asText()).isEqualTo("User's mysite not found.");
        assertThat(graph.get("/users/helen.marsh@northfield.example/drive/special/recordings/children").status())
                .as("no recordings yet").isEqualTo(404);
    }

    @Test
    void quotaFollowsTheFilling() throws IOException {
        assertThat(graph.ok(DRIVE).get("quota").get("state").asText()).isEqualTo("normal");
        graph.tenant.school().control().leaveFree("marta.kowalska@northfield.example", 5_000_000_000L);
        var quota = graph.ok(DRIVE).get("quota");
        assertThat(quota.get("state").asText()).isEqualTo("critical");
        assertThat(quota.get("remaining").asLong()).isEqualTo(5_000_000_000L);
        graph.tenant.school().control().leaveFree("marta.kowalska@northfield.example", 0);
        assertThat(graph.ok(DRIVE).get("quota").get("state").asText()).isEqualTo("exceeded");
    }

    @Test
    void deltaTellsNewChangedDeletedAndExpiredFiles() throws IOException {
        var latest = graph.ok(DRIVE + "/root/delta?token=latest");
        assertThat(latest.get("value")).isEmpty();
        var link = latest.get("@odata.deltaLink").asText();
        var first = new ArrayList<JsonNode>();
        round(DRIVE + "/root/delta?$top=4", first);
        assertThat(first).anyMatch(item -> item.has("root")).hasSizeGreaterThan(5);
        var item = recordings().getFirst();
        var path = DRIVE + "/items/" + item.get("id").asText();
        graph.tenant.school().control().rewriteFile(graph.ok(DRIVE).get("id").asText(), item.get("id").asText(), 400_000);
        assertThat(graph.send("DELETE", path, null, "If-Match", item.get("eTag").asText()).status()).isEqualTo(412);
        assertThat(graph.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(graph.get(path).error().get("code").asText()).isEqualTo("itemNotFound");
        var changed = new ArrayList<JsonNode>();
        link = round(link, changed);
        assertThat(changed).singleElement().satisfies(gone -> assertThat(gone.has("deleted")).isTrue());
        graph.clock.advance(Duration.ofDays(8));
        var expired = new ArrayList<JsonNode>();
        graph.renew();
        round(link, expired);
        assertThat(expired).anyMatch(gone -> gone.has("deleted"));
    }

    private String round(String start, List<JsonNode> items) throws IOException {
        for (var page = graph.ok(start);; page = graph.ok(page.get("@odata.nextLink").asText())) {
            page.get("value").forEach(items::add);
            if (page.has("@odata.deltaLink")) {
                return page.get("@odata.deltaLink").asText();
            }
        }
    }

    @Test
    void lostDeltaStateAsksForAResync() throws IOException {
        var link = graph.ok(DRIVE + "/root/delta?token=latest").get("@odata.deltaLink").asText();
        graph.tenant.school().control().expireDeltaTokens();
        var answer = graph.get(link);
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.error().get("code").asText()).isEqualTo("resyncRequired");
        assertThat(answer.header("location")).endsWith("/root/delta");
    }

    @Test
    void channelRecordingsLieInTheSitesLibrary() throws IOException {
        var team = graph.all("/teams").stream().filter(one -> one.get("displayName").asText().equals("Year 9 French")).findFirst()
                .orElseThrow().get("id").asText();
        var channel = graph.all("/teams/" + team + "/channels").getFirst().get("id").asText();
        assertThat(channel).endsWith("@thread.tacv2");
        var folder = graph.ok("/teams/" + team + "/channels/" + DemoGraph.encoded(channel) + "/filesFolder");
        var drive = "/drives/" + folder.get("parentReference").get("driveId").asText();
        var children = graph.all(drive + "/items/" + folder.get("id").asText() + "/children");
        assertThat(children).singleElement().satisfies(child -> assertThat(child.get("name").asText()).isEqualTo("Recordings"));
        var files = graph.all(drive + "/items/" + children.getFirst().get("id").asText() + "/children");
        assertThat(files).isNotEmpty();
        assertThat(files.getFirst().get("source").get("threadId").asText()).isEqualTo(channel);
    }

    @Test
    void threeRecordingsExpireWithinAWeek() {
        var now = graph.clock.instant();
        var soon = graph.tenant.school().meetings().all().stream().flatMap(meeting -> meeting.sessions().stream())
                .filter(session -> session.hasRecording(now) && session.recording().expires()
                .isBefore(now.plus(Duration.ofDays(7)))).toList();
        assertThat(soon).hasSize(3);
        var all = graph.tenant.school().meetings().all().stream().flatMap(meeting -> meeting.sessions().stream())
                .filter(session -> session.recording() != null).toList();
        assertThat(all).hasSizeBetween(50, 64);
    }
}
