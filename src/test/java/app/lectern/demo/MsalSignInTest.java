package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import app.lectern.demo.entra.EntraRefusals;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.FormBody;
import okhttp3.Request;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Microsoft's own sign-in library against the demo tenant.
class MsalSignInTest {

    private static final Set<String> SCOPES = Set.of("https://graph.microsoft.com/User.Read", "https://graph.microsoft.com/Calendars.ReadWrite");

    private DemoTenant tenant;

    @BeforeEach
    void start() {
        tenant = DemoTenant.start(DemoOptions.standard(Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void secretSignsTheApplicationIn() throws Exception {
        var app = tenant.apps().lectern();
        var msal = ConfidentialClientApplication.builder(app.appId(), ClientCredentialFactory.createFromSecret(app.secret()))
                .authority(authority()).instanceDiscovery(false).httpClient(new MsalHttp(tenant)).build();
        var result = msal.acquireToken(ClientCredentialParameters.builder(Set.of("https://graph.microsoft.com/.default")).build()).get();
        assertThat(new DemoClient(tenant).graph(result.accessToken(), "/users?$top=1").status()).isEqualTo(200);
    }

    @Test
    void theIdOfARequestComesBackToWhomItIsPromised() throws Exception {
        var app = tenant.apps().lectern();
        var client = new DemoClient(tenant);
        for (var secret : List.of(app.secret(), "not the secret")) {
            var request = new Request.Builder().url(authority() + "oauth2/v2.0/token").header("client-request-id", "one-of-mine").post(new FormBody.Builder()
                    .add("grant_type", "client_credentials").add("client_id", app.appId()).add("client_secret", secret)
                    .add("scope", "https://graph.microsoft.com/.default").build());
            assertThat(client.send(request.build()).header("client-request-id")).as("nobody asked").isNull();
            assertThat(client.send(request.header("return-client-request-id", "false").build()).header("client-request-id")).isNull();
            assertThat(client.send(request.header("return-client-request-id", "true").build()).header("client-request-id")).isEqualTo("one-of-mine");
            assertThat(client.send(request.removeHeader("client-request-id").build()).header("client-request-id")).isNull();
        }
    }

    @Test
    void msalFindsItsOwnIdInEachAnswer() throws Exception {
        var said = new CopyOnWriteArrayList<String>();
        var log = Logger.getLogger("com.microsoft.aad.msal4j");
        var listening = new Handler() {
            @Override
            public void publish(LogRecord record) {
                said.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(listening);
        try {
            secretSignsTheApplicationIn();
        } finally {
            log.removeHandler(listening);
        }
        assertThat(said).noneMatch(line -> line.contains("Correlation Id is not same"));
    }

    @Test
    void uploadedCertificateSignsTheApplicationIn() throws Exception {
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern").duration(10, TimeUnit.DAYS).build();
        var app = tenant.apps().lectern();
        assertThatThrownBy(() -> acquire(held).get()).cause().isInstanceOf(MsalServiceException.class)
                .hasMessageContaining("AADSTS700027").hasMessageContaining("The key was not found");
        app.upload(held.certificate());
        assertThat(acquire(held).get().accessToken()).isNotEmpty();
    }

    @Test
    void expiredCertificateIsRefused() {
        var now = System.currentTimeMillis();
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern")
                .validityInterval(now - Duration.ofDays(9).toMillis(), now - Duration.ofDays(1).toMillis()).build();
        tenant.apps().lectern().upload(held.certificate());
        assertThatThrownBy(() -> acquire(held).get()).hasMessageContaining("AADSTS700027").hasMessageContaining("The key used is expired");
    }

    @Test
    void anotherKeyUnderAKnownThumbprintIsRefused() {
        var uploaded = new HeldCertificate.Builder().rsa2048().commonName("Lectern").build();
        var other = new HeldCertificate.Builder().rsa2048().commonName("Lectern").build();
        tenant.apps().lectern().upload(uploaded.certificate());
        var forged = new HeldCertificate(other.keyPair(), uploaded.certificate());
        assertThatThrownBy(() -> acquire(forged).get()).hasMessageContaining("AADSTS700027").hasMessageContaining("signature is not valid");
    }

    @Test
    void assertionFromAWrongClockIsRefused() {
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern").duration(10, TimeUnit.DAYS).build();
        tenant.apps().lectern().upload(held.certificate());
        tenant.faults().skewClock(Duration.ofHours(2));
        assertThatThrownBy(() -> acquire(held).get()).hasMessageContaining("AADSTS700024");
    }

    @Test
    void approvedDeviceCodeSignsThePersonInAndRenewsSilently() throws Exception {
        tenant.signIn().approveDeviceCodes("k.lindqvist@northfield.example", 1);
        var msal = publicClient();
        var result = deviceCode(msal);
        var user = tenant.school().find(result.account().username()).orElseThrow();
        assertThat(result.account().homeAccountId()).isEqualTo(user.id() + "." + tenant.tenantId());
        assertThat(ClientCredentialsTest.claims(result.accessToken()).get("scp").textValue()).isEqualTo("Calendars.ReadWrite User.Read");
        assertThat(new DemoClient(tenant).graph(result.accessToken(), "/me").json().get("userPrincipalName").textValue())
                .isEqualTo("k.lindqvist@northfield.example");
        var renewed = msal.acquireTokenSilently(SilentParameters.builder(SCOPES, result.account()).forceRefresh(true).build()).get();
        assertThat(renewed.accessToken()).isNotEqualTo(result.accessToken());
        assertThat(tenant.requests().matching("POST", "/token")).extracting(entry -> entry.status()).containsExactly(400, 200, 200);
    }

    @Test
    void unhappyDeviceCodesEndInTheirOwnRefusals() throws Exception {
        tenant.signIn().declineDeviceCodes();
        assertThatThrownBy(() -> deviceCode(publicClient())).hasMessageContaining("AADSTS65004");
        tenant.signIn().blockDeviceCodes();
        assertThatThrownBy(() -> deviceCode(publicClient())).hasMessageContaining("AADSTS53003");
        tenant.signIn().expireDeviceCodes();
        assertThatThrownBy(() -> deviceCode(publicClient())).hasMessageContaining("AADSTS70020");
        tenant.signIn().requireMfaOnDeviceCodes();
        assertThatThrownBy(() -> deviceCode(publicClient())).hasMessageContaining("AADSTS50076");
    }

    @Test
    void browserSignInPassesThroughThePersonAtTheBrowser() throws Exception {
        tenant.signIn().browserUser("k.lindqvist@northfield.example");
        var result = browser(publicClient()).get();
        assertThat(result.account().username()).isEqualTo("k.lindqvist@northfield.example");
        assertThat(result.idToken()).isNotEmpty();
    }

    @Test
    void refusedRenewalAsksForThePerson() throws Exception {
        tenant.signIn().approveDeviceCodes("k.lindqvist@northfield.example", 0);
        tenant.signIn().refuseRenewal("k.lindqvist@northfield.example", EntraRefusals.mfaRequired());
        assertRenewalRefused("AADSTS50076");
        tenant.signIn().allowRenewal("k.lindqvist@northfield.example");
        tenant.signIn().revokeSessions("k.lindqvist@northfield.example");
        assertRenewalRefused("AADSTS50173");
    }

    /// Signs in afresh each time, because MSAL remembers for two minutes that a refresh token was refused.
    private void assertRenewalRefused(String code) throws Exception {
        var msal = publicClient();
        var account = deviceCode(msal).account();
        var renewal = msal.acquireTokenSilently(SilentParameters.builder(SCOPES, account).forceRefresh(true).build());
        assertThatThrownBy(renewal::get).isInstanceOf(ExecutionException.class).cause()
                .isInstanceOf(MsalInteractionRequiredException.class).hasMessageContaining(code);
    }

    private com.microsoft.aad.msal4j.IAuthenticationResult deviceCode(PublicClientApplication msal) throws Exception {
        return msal.acquireToken(DeviceCodeFlowParameters.builder(SCOPES, code -> assertThat(code.message()).contains(code.userCode())).build()).get();
    }

    private java.util.concurrent.CompletableFuture<com.microsoft.aad.msal4j.IAuthenticationResult> browser(PublicClientApplication msal) {
        var options = SystemBrowserOptions.builder().openBrowserAction(address -> {
            try {
                tenant.browse(address.toURI());
            } catch (java.net.URISyntaxException impossible) {
                throw new IllegalStateException(impossible);
            }
        }).build();
        return msal.acquireToken(InteractiveRequestParameters.builder(URI.create("http://localhost")).scopes(SCOPES).systemBrowserOptions(options).build());
    }

    private java.util.concurrent.CompletableFuture<com.microsoft.aad.msal4j.IAuthenticationResult> acquire(HeldCertificate held) throws Exception {
        var credential = ClientCredentialFactory.createFromCertificate(held.keyPair().getPrivate(), held.certificate());
        var msal = ConfidentialClientApplication.builder(tenant.apps().lectern().appId(), credential)
                .authority(authority()).instanceDiscovery(false).httpClient(new MsalHttp(tenant)).build();
        return msal.acquireToken(ClientCredentialParameters.builder(Set.of("https://graph.microsoft.com/.default")).build());
    }

    private PublicClientApplication publicClient() throws MalformedURLException {
        return PublicClientApplication.builder(tenant.apps().lectern().appId()).authority(authority()).instanceDiscovery(false)
                .httpClient(new MsalHttp(tenant)).build();
    }

    private String authority() {
        return tenant.loginEndpoint() + tenant.tenantId() + "/";
    }
}
