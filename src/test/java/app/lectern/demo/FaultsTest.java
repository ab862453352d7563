package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.entra.EntraRefusals;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static DemoTenant tenant;
    private static DemoClient client;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        tenant = DemoTenant.start(DemoOptions.standard(new TestClock("2026-11-21T09:00:00Z")));
        client = new DemoClient(tenant);
        token = client.token();
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @AfterEach
    void clear() {
        tenant.faults().clear();
        tenant.requests().clear();
    }

    @Test
    void ruleStrikesAsOftenAsItSays() throws IOException {
        var rule = tenant.faults().graph("GET", "/users/*").after(1).times(2).with(Fault.throttled("2.128"));
        assertThat(user().status()).isEqualTo(200);
        assertThat(user().status()).isEqualTo(429);
        var second = user();
        assertThat(second.header("retry-after")).isEqualTo("2.128");
        assertThat(second.error().at("/innerError/code").textValue()).isEqualTo("429");
        assertThat(user().status()).isEqualTo(200);
        assertThat(rule.struck()).isEqualTo(2);
    }

    @Test
    void otherPathsMethodsAndHostsAreSpared() throws IOException {
        tenant.faults().graph("POST", "/users/*").always().with(Fault.serverError(500));
        tenant.faults().graph("GET", "/users/*/events").always().with(Fault.serverError(500));
        tenant.faults().signIn("POST", "/*/oauth2/v2.0/token").always().with(Fault.of(EntraRefusals.unavailable()));
        assertThat(user().status()).isEqualTo(200);
        assertThat(client.graph(token, "/users/k.lindqvist@northfield.example/events").status()).isEqualTo(500);
        var app = tenant.apps().complete();
        ClientCredentialsTest.assertRefused(client.secretSignIn(app.appId(), app.secret()), 503, "temporarily_unavailable", 90033);
    }

    @Test
    void throttlingWithoutRetryAfterLeavesTheHeaderOut() throws IOException {
        tenant.faults().graph("GET", "/**").with(Fault.throttled(null));
        assertThat(user().headers()).doesNotContainKey("retry-after");
    }

    @Test
    void refusalsComeInTheServicesWords() throws IOException {
        assertWorded(GraphRefusals.tokenExpired(), 401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.");
        assertWorded(GraphRefusals.missingPermission(GraphService.DIRECTORY), 403, "Authorization_RequestDenied", "Insufficient privileges");
        assertWorded(GraphRefusals.noAccessPolicy("app", "user"), 403, "Forbidden", "No application access policy found for this app app");
        assertWorded(GraphRefusals.mailboxClosed(), 403, "ErrorAccessDenied", "[RAOP]");
        assertWorded(GraphRefusals.notFound(GraphService.EXCHANGE), 404, "ErrorItemNotFound", "not found in the store");
        assertWorded(GraphRefusals.conflict(), 409, "nameAlreadyExists", "already exists");
        assertWorded(GraphRefusals.resync(GraphService.EXCHANGE), 410, "SyncStateNotFound", "sync state");
        assertWorded(GraphRefusals.resync(GraphService.FILES), 410, "resyncRequired", "Resync");
        assertWorded(GraphRefusals.locked(), 423, "resourceLocked", "locked");
        assertWorded(GraphRefusals.serverError(500), 500, "InternalServerError", "internal server error");
        assertWorded(GraphRefusals.serverError(502), 502, "BadGateway", "failed to communicate");
        assertWorded(GraphRefusals.serverError(503), 503, "serviceNotAvailable", "not available");
        assertWorded(GraphRefusals.serverError(504), 504, "UnknownError", "Gateway Timeout");
    }

    @Test
    void insufficientClaimsCarryTheirChallenge() throws IOException {
        tenant.faults().graph("GET", "/**").with(Fault.of(GraphRefusals.insufficientClaims()));
        assertThat(user().header("www-authenticate")).contains("error=\"insufficient_claims\"").containsPattern("claims=\"[A-Za-z0-9+/=]+\"");
    }

    @Test
    void pagesAndEmptyAnswersReplaceJson() throws IOException {
        tenant.faults().graph("GET", "/**").with(Fault.page(200));
        assertThat(user().text()).contains("<html>");
        tenant.faults().graph("GET", "/**").with(Fault.page(502));
        assertThat(user()).satisfies(answer -> assertThat(answer.status()).isEqualTo(502))
                .satisfies(answer -> assertThat(answer.header("content-type")).startsWith("text/html"));
        tenant.faults().graph("GET", "/**").with(Fault.empty(500));
        assertThat(user()).satisfies(answer -> assertThat(answer.status()).isEqualTo(500)).satisfies(answer -> assertThat(answer.body()).isEmpty());
    }

    @Test
    void resetLosesTheAnswerOfARequestThatWasCarriedOut() {
        tenant.faults().graph("GET", "/**").with(Fault.reset());
        assertThatThrownBy(FaultsTest::user).isInstanceOf(IOException.class);
        assertThat(tenant.requests().matching("GET", "/v1.0/users/")).singleElement().satisfies(entry -> assertThat(entry.status()).isEqualTo(200));
    }

    @Test
    void stallEndsWhenTheClientLosesPatience() {
        tenant.faults().anywhere().with(Fault.stall());
        var impatient = client.http().newBuilder().callTimeout(Duration.ofMillis(150)).build();
        assertThatThrownBy(() -> impatient.newCall(new okhttp3.Request.Builder().url(tenant.loginEndpoint()).build()).execute())
                .isInstanceOf(java.io.InterruptedIOException.class);
    }

    @Test
    void skewedClockShowsInTheDateAndInTokens() throws IOException {
        tenant.faults().skewClock(Duration.ofHours(3));
        var answer = user();
        assertThat(answer.header("date")).isEqualTo("Sat, 21 Nov 2026 12:00:00 GMT");
        assertThat(answer.status()).isEqualTo(401);
        tenant.faults().clear();
        assertThat(user().header("date")).isEqualTo("Sat, 21 Nov 2026 09:00:00 GMT");
    }

    @Test
    void requestsAreWrittenDownWithoutSecrets() throws IOException {
        client.token();
        client.graph(token, "/users?$top=1", "Prefer", "odata.maxpagesize=5");
        assertThat(tenant.requests().count("POST", "/oauth2/v2.0/token")).isEqualTo(1);
        assertThat(tenant.requests().matching("GET", "/v1.0/users")).singleElement().satisfies(entry -> {
            assertThat(entry.query()).isEqualTo("$top=1");
            assertThat(entry.prefer()).isEqualTo("odata.maxpagesize=5");
        });
        assertThat(tenant.requests().all().toString()).doesNotContain(token).doesNotContain(tenant.apps().complete().secret());
    }

    private static void assertWorded(GraphRefusal refusal, int status, String code, String message) throws IOException {
        tenant.faults().graph("GET", "/users/*").with(Fault.of(refusal));
        var answer = user();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error().get("code").textValue()).isEqualTo(code);
        assertThat(answer.error().get("message").textValue()).contains(message);
    }

    private static DemoClient.Answer user() throws IOException {
        return client.graph(token, "/users/k.lindqvist@northfield.example");
    }
}
