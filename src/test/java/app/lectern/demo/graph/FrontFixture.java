package app.lectern.demo.graph;

import app.lectern.demo.TenantIdentity;
import app.lectern.demo.entra.AppRegistration;
import app.lectern.demo.entra.AppRegistrations;
import app.lectern.demo.entra.DemoAccount;
import app.lectern.demo.entra.Entra;
import app.lectern.demo.entra.SignInControl;
import app.lectern.demo.faults.DemoFaults;
import app.lectern.demo.faults.RequestLog;
import app.lectern.demo.faults.TenantClock;
import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import app.lectern.demo.http.StallGate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Graph's front with a table of routes of a test's own and one person in the directory, without sockets.
final class FrontFixture {

    static final String BASE = "https://localhost:4711";
    static final DemoAccount ADA = new DemoAccount("aaaaaaaa-1111-4222-8333-444444444444", "ada@northfield.example", "Ada", true);
    static final ObjectMapper JSON = new ObjectMapper();

    final GraphRoutes routes = new GraphRoutes();
    final SignInControl signIn = new SignInControl();
    final RequestLog log = new RequestLog();
    final AppRegistrations apps = AppRegistrations.at(Instant.parse("2026-11-21T09:00:00Z"));
    final DemoFaults faults;
    final GraphFront front;
    private final Entra entra;

    FrontFixture() {
        var clock = new TenantClock(Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC));
        faults = new DemoFaults(new StallGate(), clock);
        entra = new Entra(TenantIdentity.NORTHFIELD, apps, FrontFixture::account, signIn, clock, BASE);
        front = new GraphFront(routes, entra.tokens(), FrontFixture::account, faults, log, clock, BASE);
    }

    private static Optional<DemoAccount> account(String idOrName) {
        return Optional.of(ADA).filter(ada -> ada.id().equals(idOrName) || ada.name().equalsIgnoreCase(idOrName));
    }

    String appToken(AppRegistration app, String resource) {
        return token(Map.of("grant_type", "client_credentials", "client_id", app.appId(), "client_secret", app.secret(),
                "scope", resource + "/.default"));
    }

    String appToken() {
        return appToken(apps.complete(), "https://graph.microsoft.com");
    }

    /// A token of Ada's with these permissions.
    String userToken(String scopes) {
        signIn.approveDeviceCodes(ADA.name(), 0);
        var code = json(entra(Map.of("client_id", apps.lectern().appId(), "scope", scopes), "devicecode")).get("device_code").textValue();
        return token(Map.of("grant_type", "device_code", "client_id", apps.lectern().appId(), "device_code", code));
    }

    private String token(Map<String, String> form) {
        return json(entra(form, "token")).get("access_token").textValue();
    }

    private HttpReply entra(Map<String, String> form, String endpoint) {
        var body = new StringBuilder();
        form.forEach((name, value) -> body.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
        return entra.answer(new HttpCall("POST", "/northfield.example/oauth2/v2.0/" + endpoint, null, headers(),
                body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    HttpReply get(String token, String target, String... headers) {
        return send(token, "GET", target, "", headers);
    }

    HttpReply send(String token, String method, String target, String body, String... headers) {
        var all = headers(headers);
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        all.putIfAbsent("Content-Type", "application/json");
        var mark = target.indexOf('?');
        return front.answer(new HttpCall(method, "/v1.0" + (mark < 0 ? target : target.substring(0, mark)),
                mark < 0 ? null : target.substring(mark + 1), all, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> headers(String... pairs) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return headers;
    }

    static JsonNode json(HttpReply reply) {
        try {
            return JSON.readTree(reply.bodyText());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static JsonNode error(HttpReply reply) {
        return json(reply).get("error");
    }
}
