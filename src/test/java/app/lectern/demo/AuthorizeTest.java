package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The authorization code flow, looked at without a sign-in library in between.
class AuthorizeTest {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-taken-seriously";
    private static final String REDIRECT = "http://localhost:4711";

    private DemoTenant tenant;
    private DemoClient client;

    @BeforeEach
    void start() {
        tenant = DemoTenant.start(DemoOptions.standard(new TestClock("2026-11-21T09:00:00Z")));
        tenant.signIn().browserUser("k.lindqvist@northfield.example");
        client = new DemoClient(tenant);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void codeIsGoodOnceAndForTheRightVerifier() throws IOException {
        ClientCredentialsTest.assertRefused(redeem(code(), "another-verifier"), 400, "invalid_grant", 501481);
        var code = code();
        var answer = redeem(code, VERIFIER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("scope").textValue()).isEqualTo("https://graph.microsoft.com/User.Read");
        assertThat(answer.json().get("refresh_token").textValue()).isNotEmpty();
        ClientCredentialsTest.assertRefused(redeem(code, VERIFIER), 400, "invalid_grant", 54005);
    }

    @Test
    void stateComesBack() throws IOException {
        assertThat(sentBack(authorize(REDIRECT, "User.Read")).queryParameter("state")).isEqualTo("state with spaces & more");
    }

    @Test
    void onlyLoopbackRedirectsAreRegistered() throws IOException {
        var answer = authorize("https://elsewhere.example/", "User.Read");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("AADSTS50011", "https://elsewhere.example/");
    }

    @Test
    void declinedAndBlockedSignInsAreSentBackAsErrors() throws IOException {
        tenant.signIn().declineInBrowser();
        var declined = sentBack(authorize(REDIRECT, "User.Read"));
        assertThat(declined.queryParameter("error")).isEqualTo("access_denied");
        assertThat(declined.queryParameter("error_description")).startsWith("AADSTS65004: ");
        tenant.signIn().blockInBrowser();
        assertThat(sentBack(authorize(REDIRECT, "User.Read")).queryParameter("error_description")).startsWith("AADSTS53003: ");
    }

    @Test
    void permissionsMustExistAndHaveConsent() throws IOException {
        assertThat(sentBack(authorize(REDIRECT, "No.Such")).queryParameter("error_description")).startsWith("AADSTS70011: ");
        assertThat(sentBack(authorize(REDIRECT, "Sites.Read.All")).queryParameter("error_description")).startsWith("AADSTS65001: ");
    }

    @Test
    void disabledAndUnknownPeopleCannotSignIn() throws IOException {
        tenant.school().control().enable("k.lindqvist@northfield.example", false);
        assertThat(sentBack(authorize(REDIRECT, "User.Read")).queryParameter("error_description")).startsWith("AADSTS50057: ");
        tenant.signIn().browserUser("nobody@northfield.example");
        assertThat(sentBack(authorize(REDIRECT, "User.Read")).queryParameter("error_description")).startsWith("AADSTS50034: ");
    }

    @Test
    void formPostAnswersAsAPage() throws IOException {
        var page = client.get(address(REDIRECT, "User.Read") + "&response_mode=form_post");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("method=\"POST\"", "action=\"" + REDIRECT + "\"", "name=\"code\"");
    }

    private DemoClient.Answer redeem(String code, String verifier) throws IOException {
        return client.form("organizations/oauth2/v2.0/token", "grant_type", "authorization_code", "client_id", tenant.apps().lectern().appId(),
                "code", code, "code_verifier", verifier, "redirect_uri", REDIRECT);
    }

    private String code() throws IOException {
        return sentBack(authorize(REDIRECT, "User.Read")).queryParameter("code");
    }

    private static HttpUrl sentBack(DemoClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        return HttpUrl.get(answer.header("Location"));
    }

    private DemoClient.Answer authorize(String redirect, String scope) throws IOException {
        return client.get(address(redirect, scope));
    }

    private String address(String redirect, String scope) {
        return HttpUrl.get(tenant.loginEndpoint() + "organizations/oauth2/v2.0/authorize").newBuilder()
                .addQueryParameter("client_id", tenant.apps().lectern().appId()).addQueryParameter("response_type", "code")
                .addQueryParameter("redirect_uri", redirect).addQueryParameter("scope", scope + " openid offline_access")
                .addQueryParameter("state", "state with spaces & more").addQueryParameter("code_challenge_method", "S256")
                .addQueryParameter("code_challenge", challenge()).build().toString();
    }

    private static String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
