package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.storage.QuickXorHash;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A recording from its place in OneDrive to its bytes, and what can happen in between.
class DownloadTest {

    private DemoTenant tenant;
    private DemoClient client;
    private String token;
    private JsonNode film;

    @BeforeEach
    void start() throws IOException {
        tenant = DemoTenant.start(DemoOptions.standard(new TestClock("2026-11-21T09:00:00Z")));
        client = new DemoClient(tenant);
        token = client.token();
        var children = client.graph(token, "/users/k.lindqvist@northfield.example/drive/special/recordings/children?$top=1");
        film = children.json().get("value").get(0);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void contentLeadsToAnAddressOnAnotherHost() throws IOException {
        var address = URI.create(address());
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        assertThat(address.getPath()).startsWith("/storage/");
    }

    @Test
    void bytesHaveTheLengthAndHashThatTheItemReports() throws IOException {
        var answer = client.get(address());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(film.get("size").intValue());
        assertThat(hash(answer.body())).isEqualTo(film.at("/file/hashes/quickXorHash").textValue());
    }

    @Test
    void redirectIsFollowedWithoutTheToken() throws IOException {
        var following = client.http().newBuilder().followRedirects(true).build();
        try (var response = following.newCall(new Request.Builder().url(contentUrl()).header("Authorization", "Bearer " + token).build()).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
    }

    @Test
    void cutDownloadIsContinuedByRange() throws IOException {
        tenant.faults().storage().with(Fault.resetAfter(5_000));
        var whole = new ByteArrayOutputStream();
        var address = address();
        try (var response = client.http().newCall(new Request.Builder().url(address).build()).execute(); var in = response.body().byteStream()) {
            assertThatThrownBy(() -> {
                for (var next = in.read(); next >= 0; next = in.read()) {
                    whole.write(next);
                }
            }).isInstanceOf(IOException.class);
        }
        assertThat(whole.size()).isLessThanOrEqualTo(5_000);
        var rest = client.get(address, "Range", "bytes=" + whole.size() + "-");
        assertThat(rest.status()).isEqualTo(206);
        whole.write(rest.body());
        assertThat(hash(whole.toByteArray())).isEqualTo(film.at("/file/hashes/quickXorHash").textValue());
    }

    @Test
    void corruptedByteChangesTheHashOnly() throws IOException {
        tenant.faults().storage().with(Fault.corrupt(1_234));
        var answer = client.get(address());
        assertThat(answer.body()).hasSize(film.get("size").intValue());
        assertThat(hash(answer.body())).isNotEqualTo(film.at("/file/hashes/quickXorHash").textValue());
    }

    @Test
    void calledBackAddressNeedsANewOne() throws IOException {
        var old = address();
        tenant.faults().expireDownloadLinks();
        assertThat(client.get(old).status()).isEqualTo(401);
        assertThat(client.get(address()).status()).isEqualTo(200);
    }

    @Test
    void rewrittenFileHasAnotherTag() throws IOException {
        var before = client.get(address(), "Range", "bytes=0-9").header("etag");
        tenant.school().control().rewriteFile(film.at("/parentReference/driveId").textValue(), film.get("id").textValue(), 40_000);
        var after = client.get(address(), "Range", "bytes=10-", "If-Range", before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).hasSize(40_000);
        assertThat(after.header("etag")).isNotEqualTo(before);
    }

    @Test
    void sameSeedMakesTheSameBytes() throws IOException {
        var first = client.get(address()).body();
        try (var twin = DemoTenant.start(DemoOptions.standard(new TestClock("2026-11-21T09:00:00Z")))) {
            var other = new DemoClient(twin);
            var item = other.graph(other.token(), contentPath());
            assertThat(other.get(item.json().get("@microsoft.graph.downloadUrl").textValue()).body()).isEqualTo(first);
        }
    }

    private String address() throws IOException {
        var answer = client.get(contentUrl(), "Authorization", "Bearer " + token);
        assertThat(answer.status()).isEqualTo(302);
        return answer.header("location");
    }

    private String contentUrl() {
        return tenant.graphEndpoint() + contentPath() + "/content";
    }

    private String contentPath() {
        return "/users/k.lindqvist@northfield.example/drive/items/" + film.get("id").textValue();
    }

    private static String hash(byte[] bytes) {
        var hash = new QuickXorHash();
        hash.update(bytes, 0, bytes.length);
        return hash.base64();
    }
}
