package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Device codes as a person meets them, without a sign-in library in between.
class DevicePageTest {

    private TestClock clock;
    private DemoTenant tenant;
    private DemoClient client;
    private JsonNode code;

    @BeforeEach
    void askForACode() throws IOException {
        clock = new TestClock("2026-11-21T09:00:00Z");
        tenant = DemoTenant.start(DemoOptions.standard(clock));
        client = new DemoClient(tenant);
        code = client.form("organizations/oauth2/v2.0/devicecode", "client_id", tenant.apps().lectern().appId(),
                "scope", "User.Read offline_access").json();
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void codeTellsWhereToGoAndHowLongItLives() throws IOException {
        assertThat(code.get("expires_in").intValue()).isEqualTo(900);
        assertThat(code.get("message").textValue()).contains(code.get("user_code").textValue(), code.get("verification_uri").textValue());
        assertThat(client.get(code.get("verification_uri").textValue()).text()).contains("<form");
    }

    @Test
    void codeIsPendingUntilItsPersonApproves() throws IOException {
        ClientCredentialsTest.assertRefused(poll(), 400, "authorization_pending", 70016);
        assertThat(decide(code.get("user_code").textValue().toLowerCase(java.util.Locale.ROOT), "k.lindqvist@northfield.example", "approve"))
                .contains("You have signed in");
        assertThat(poll().json().get("scope").textValue()).isEqualTo("https://graph.microsoft.com/User.Read");
        ClientCredentialsTest.assertRefused(poll(), 400, "bad_verification_code", 70018);
    }

    @Test
    void declinedCodeIsTold() throws IOException {
        decide(code.get("user_code").textValue(), "", "decline");
        ClientCredentialsTest.assertRefused(poll(), 400, "authorization_declined", 65004);
    }

    @Test
    void wrongCodesAndStrangersChangeNothing() throws IOException {
        assertThat(decide("NONSENSE9", "k.lindqvist@northfield.example", "approve")).contains("That code didn't work");
        assertThat(decide(code.get("user_code").textValue(), "nobody@elsewhere.example", "approve")).contains("username may be incorrect");
        ClientCredentialsTest.assertRefused(poll(), 400, "authorization_pending", 70016);
    }

    @Test
    void codeEndsAfterAQuarterOfAnHour() throws IOException {
        clock.advance(Duration.ofMinutes(16));
        ClientCredentialsTest.assertRefused(poll(), 400, "expired_token", 70020);
    }

    @Test
    void confidentialAppsCannotPoll() throws IOException {
        var app = tenant.apps().closed().appId();
        var issued = client.form("organizations/oauth2/v2.0/devicecode", "client_id", app, "scope", "User.Read").json();
        ClientCredentialsTest.assertRefused(client.form("organizations/oauth2/v2.0/token", "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                "client_id", app, "device_code", issued.get("device_code").textValue()), 401, "invalid_client", 7000218);
    }

    @Test
    void renewalWorksForNinetyDays() throws IOException {
        tenant.signIn().approveDeviceCodes("k.lindqvist@northfield.example", 0);
        var refresh = poll().json().get("refresh_token").textValue();
        clock.advance(Duration.ofDays(89));
        assertThat(renew(refresh).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(2));
        ClientCredentialsTest.assertRefused(renew(refresh), 400, "invalid_grant", 700082);
    }

    private DemoClient.Answer renew(String refresh) throws IOException {
        return client.form("organizations/oauth2/v2.0/token", "grant_type", "refresh_token", "client_id", tenant.apps().lectern().appId(),
                "refresh_token", refresh, "scope", "User.Read offline_access");
    }

    private DemoClient.Answer poll() throws IOException {
        return client.form("organizations/oauth2/v2.0/token", "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                "client_id", tenant.apps().lectern().appId(), "device_code", code.get("device_code").textValue());
    }

    private String decide(String userCode, String user, String answer) throws IOException {
        return client.form("common/oauth2/deviceauth", "user_code", userCode, "user", user, "answer", answer).text();
    }
}
