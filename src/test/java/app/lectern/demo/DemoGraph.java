package app.lectern.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// A demo tenant on a Thursday morning with somebody signed in to Graph, for tests of what the school answers.
final class DemoGraph implements AutoCloseable {
    static final String NOW = "2026-11-19T09:42:00Z";

    final TestClock clock = new TestClock(NOW);
    final DemoTenant tenant;
    final DemoClient client;
    private String token;

    DemoGraph() throws IOException {
        this(DemoOptions.Sizes.SCHOOL);
    }

    DemoGraph(DemoOptions.Sizes sizes) throws IOException {
        tenant = DemoTenant.start(DemoOptions.standard(clock).withSizes(sizes));
        client = new DemoClient(tenant);
        token = client.token();
    }

    /// From now on calls are made for this person, not by the application itself.
    DemoGraph signedInAs(String user) throws IOException {
        tenant.signIn().approveDeviceCodes(user, 0);
        var app = tenant.apps().complete().appId();
        var code = client.form(tenant.tenantId() + "/oauth2/v2.0/devicecode", "client_id", app, "scope",
                "https://graph.microsoft.com/.default").json();
        token = client.form(tenant.tenantId() + "/oauth2/v2.0/token", "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id", app, "device_code", code.get("device_code").textValue()).json().get("access_token").textValue();
        return this;
    }

    /// A new token for the application, after the clock has moved past the old one.
    void renew() throws IOException {
        token = client.token();
    }

    String token() {
        return token;
    }

    String id(String name) {
        return tenant.school().person(name).id();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    DemoClient.Answer get(String path, String... headers) throws IOException {
        return path.startsWith("https:") ? client.get(path, with(headers))
                : client.graph(token, path.replace(" ", "%20"), headers);
    }

    private String[] with(String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }

    JsonNode ok(String path, String... headers) throws IOException {
        var answer = get(path, headers);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    /// All items of a collection, page by page.
    List<JsonNode> all(String path, String... headers) throws IOException {
        var items = new ArrayList<JsonNode>();
        for (var page = ok(path, headers);; page = ok(page.get("@odata.nextLink").asText(), headers)) {
            page.get("value").forEach(items::add);
            if (!page.has("@odata.nextLink")) {
                return items;
            }
        }
    }

    DemoClient.Answer send(String method, String path, String body, String... headers) throws IOException {
        var request = new Request.Builder().url(tenant.graphEndpoint() + path)
                .method(method, body == null ? method.equals("POST") ? RequestBody.create(new byte[0]) : null
                        : RequestBody.create(body, MediaType.get("application/json")));
        var all = with(headers);
        for (int i = 0; i < all.length; i += 2) {
            request.header(all[i], all[i + 1]);
        }
        return client.send(request.build());
    }

    @Override
    public void close() {
        tenant.close();
    }
}
