package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientCredentialsTest {

    private TestClock clock;
    private DemoTenant tenant;
    private DemoClient client;

    @BeforeEach
    void start() {
        clock = new TestClock("2026-11-21T09:00:00Z");
        tenant = DemoTenant.start(DemoOptions.standard(clock));
        client = new DemoClient(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void secretGivesATokenWithTheGrantedRolesOnly() throws IOException {
        var app = tenant.apps().lectern();
        var answer = client.secretSignIn(app.appId(), app.secret());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("expires_in").intValue()).isEqualTo(3599);
        var claims = claims(answer.json().get("access_token").textValue());
        assertThat(claims.get("idtyp").textValue()).isEqualTo("app");
        assertThat(claims.get("appid").textValue()).isEqualTo(app.appId());
        assertThat(claims.get("tid").textValue()).isEqualTo(tenant.tenantId());
        assertThat(claims.has("scp")).isFalse();
        assertThat(claims.get("roles")).hasSize(9).noneMatch(role -> role.textValue().startsWith("CallRecords"));
    }

    @Test
    void appWithoutConsentGetsATokenWithoutRoles() throws IOException {
        var app = tenant.apps().bare();
        var answer = client.secretSignIn(app.appId(), app.secret());
        assertThat(claims(answer.json().get("access_token").textValue()).has("roles")).isFalse();
    }

    @Test
    void wrongSecretIsRefusedWithTraceAndCorrelation() throws IOException {
        var answer = client.secretSignIn(tenant.apps().lectern().appId(), "nonsense");
        assertThat(answer.status()).isEqualTo(401);
        var body = answer.json();
        assertThat(body.get("error").textValue()).isEqualTo("invalid_client");
        assertThat(body.get("error_codes").get(0).intValue()).isEqualTo(7000215);
        assertThat(body.get("error_description").textValue())
                .startsWith("AADSTS7000215: Invalid client secret provided. Trace ID: " + body.get("trace_id").textValue())
                .contains("Correlation ID: " + body.get("correlation_id").textValue())
                .endsWith("Timestamp: 2026-11-21 09:00:00Z");
    }

    @Test
    void pastedSecretIdGetsTheHint() throws IOException {
        var app = tenant.apps().lectern();
        var answer = client.secretSignIn(app.appId(), app.secrets().getFirst().id());
        assertThat(answer.json().get("error_description").textValue())
                .startsWith("AADSTS7000215:").contains("not the client secret ID", app.appId());
    }

    @Test
    void secretEndsAfterTwentyThreeDays() throws IOException {
        var app = tenant.apps().lectern();
        clock.advance(Duration.ofDays(22));
        assertThat(client.secretSignIn(app.appId(), app.secret()).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(2));
        assertRefused(client.secretSignIn(app.appId(), app.secret()), 401, "invalid_client", 7000222);
    }

    @Test
    void expiredSecretIsRefused() throws IOException {
        var app = tenant.apps().lapsed();
        assertRefused(client.secretSignIn(app.appId(), app.secret()), 401, "invalid_client", 7000222);
    }

    @Test
    void unknownAppAndTenantAreNamed() throws IOException {
        var app = client.secretSignIn("11111111-2222-3333-4444-555555555555", "x");
        assertRefused(app, 400, "unauthorized_client", 700016);
        assertThat(app.json().get("error_description").textValue()).contains("11111111-2222", "Northfield College");
        assertRefused(token("contoso.example", "https://graph.microsoft.com/.default"), 400, "invalid_request", 90002);
        assertRefused(token("nonsense", "https://graph.microsoft.com/.default"), 400, "invalid_request", 900023);
        assertRefused(token("common", "https://graph.microsoft.com/.default"), 400, "invalid_request", 50059);
    }

    @Test
    void scopeMustBeTheDefaultOfAKnownResource() throws IOException {
        assertRefused(token(tenant.tenantId(), "User.Read"), 400, "invalid_scope", 70011);
        assertRefused(token(tenant.tenantId(), "https://graph.microsoft.us/.default"), 400, "invalid_resource", 500011);
        var own = token(tenant.tenantId(), "https://localhost:" + tenant.graphEndpoint().replaceAll("\\D*(\\d+)/v1\\.0", "$1") + "/.default");
        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void missingProofGrantAndAppAreTold() throws IOException {
        var path = tenant.tenantId() + "/oauth2/v2.0/token";
        var app = tenant.apps().lectern().appId();
        assertRefused(client.form(path, "client_id", app, "grant_type", "client_credentials",
                "scope", "https://graph.microsoft.com/.default"), 401, "invalid_client", 7000218);
        assertRefused(client.form(path, "client_id", app), 400, "invalid_request", 900144);
        assertRefused(client.form(path, "grant_type", "client_credentials"), 400, "invalid_request", 900144);
        assertRefused(client.form(path, "client_id", app, "grant_type", "password"), 400, "unsupported_grant_type", 70003);
    }

    @Test
    void discoveryKnowsTheTenantByIdAndByDomain() throws IOException {
        var byDomain = client.get(tenant.loginEndpoint() + "northfield.example/v2.0/.well-known/openid-configuration").json();
        assertThat(byDomain.get("token_endpoint").textValue()).isEqualTo(tenant.loginEndpoint() + tenant.tenantId() + "/oauth2/v2.0/token");
        var unknown = client.get(tenant.loginEndpoint() + "contoso.example/v2.0/.well-known/openid-configuration");
        assertRefused(unknown, 400, "invalid_request", 90002);
        var instance = client.get(tenant.loginEndpoint() + "common/discovery/instance?api-version=1.1").json();
        assertThat(instance.get("tenant_discovery_endpoint").textValue()).startsWith(tenant.loginEndpoint());
        assertThat(client.get(tenant.loginEndpoint() + tenant.tenantId() + "/discovery/v2.0/keys").json().get("keys")).hasSize(1);
    }

    private DemoClient.Answer token(String tenantName, String scope) throws IOException {
        var app = tenant.apps().lectern();
        return client.form(tenantName + "/oauth2/v2.0/token", "grant_type", "client_credentials", "client_id", app.appId(),
                "client_secret", app.secret(), "scope", scope);
    }

    static void assertRefused(DemoClient.Answer answer, int status, String error, int number) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").textValue()).isEqualTo(error);
        assertThat(answer.json().get("error_codes").get(0).intValue()).isEqualTo(number);
        assertThat(answer.json().get("error_description").textValue()).startsWith("AADSTS" + number + ": ");
    }

    static JsonNode claims(String token) throws IOException {
        return DemoClient.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
