package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.entra.EntraRefusals;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.Remedy;
import app.lectern.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every way of signing in, and every way in which it fails, through the real MSAL.
class SignInTest {
    private final Bench bench = new Bench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void secretSignsTheAppInAndShowsItsRoles() {
        var signedIn = bench.asApp().signIn().silently();
        assertThat(signedIn.appOnly()).isTrue();
        assertThat(signedIn.tenantId()).isEqualTo(bench.tenant.tenantId());
        assertThat(signedIn.permissions()).contains("Calendars.ReadWrite", "User.Read.All");
        assertThat(signedIn.expires()).isAfter(java.time.Instant.now());
    }

    @Test
    void wrongSecretPointsToTheAppsCredentials() {
        var session = bench.session(bench.tenant.apps().lectern(), new Credential.ClientSecret(Secret.of("not the secret")));
        var problem = Bench.problemOf(session.signIn()::silently);
        assertThat(problem.code()).isEqualTo(Code.SECRET_WRONG);
        assertThat(problem.evidence().code()).isEqualTo("AADSTS7000215");
        assertThat(problem.evidence().status()).isEqualTo(401);
        assertThat(problem.remedies().getFirst().payload()).contains("Credentials/appId/" + bench.tenant.apps().lectern().appId());
    }

    @Test
    void pastedSecretIdIsRecognised() {
        var app = bench.tenant.apps().lectern();
        var session = bench.session(app, new Credential.ClientSecret(Secret.of(app.secrets().getFirst().id())));
        assertThat(Bench.problemOf(session.signIn()::silently).code()).isEqualTo(Code.SECRET_ID_PASTED);
    }

    @Test
    void expiredSecretIsNotCalledWrong() {
        assertThat(Bench.problemOf(bench.asApp(bench.tenant.apps().lapsed()).signIn()::silently).code()).isEqualTo(Code.SECRET_EXPIRED);
    }

    @Test
    void unknownTenantAndUnknownAppAreToldApart() {
        var secret = new Credential.ClientSecret(Secret.of("whatever"));
        var nowhere = new Connection("x", bench.cloud(), "nowhere.example", bench.tenant.apps().lectern().appId(), secret);
        var problem = Bench.problemOf(bench.session(nowhere).signIn()::silently);
        assertThat(problem.code()).isEqualTo(Code.TENANT_UNKNOWN);
        assertThat(problem.facts()).containsEntry("tenant", "nowhere.example");
        var stranger = bench.connection("00000000-1111-2222-3333-444444444444", secret);
        assertThat(Bench.problemOf(bench.session(stranger).signIn()::silently).code()).isEqualTo(Code.APP_UNKNOWN);
    }

    @Test
    void missingConsentIsNamedForAppAndForPerson() {
        var app = bench.asApp(bench.tenant.apps().bare());
        assertThat(Bench.problemOf(() -> app.ask(About.of("Test"), graph -> graph.users().get())).code())
                .isEqualTo(Code.CONSENT_MISSING);
        bench.tenant.signIn().approveDeviceCodes(Bench.LINDQVIST, 0);
        var person = bench.session(bench.tenant.apps().bare(), new Credential.DeviceCode());
        var problem = Bench.problemOf(() -> person.signIn().withDeviceCode(prompt -> {}));
        assertThat(problem.code()).isEqualTo(Code.CONSENT_MISSING);
        assertThat(problem.remedies().getFirst().payload()).contains("CallAnAPI");
    }

    @Test
    void certificateSignsInOnceItIsUploaded() {
        var app = bench.tenant.apps().lectern();
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern").duration(10, TimeUnit.DAYS).build();
        var credential = new Credential.PemCertificate(
                held.certificatePem(), Secret.of(held.privateKeyPkcs8Pem()), Secret.of(""), "lectern.pem");
        var problem = Bench.problemOf(bench.session(app, credential).signIn()::silently);
        assertThat(problem.code()).isEqualTo(Code.CERTIFICATE_REFUSED);
        app.upload(held.certificate());
        assertThat(bench.session(app, credential).signIn().silently().appOnly()).isTrue();
    }

    @Test
    void clockThatIsOffExplainsARefusedCertificate() {
        var app = bench.tenant.apps().lectern();
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern").duration(10, TimeUnit.DAYS).build();
        app.upload(held.certificate());
        bench.tenant.faults().skewClock(Duration.ofHours(2));
        var session = bench.session(app, new Credential.PemCertificate(
                held.certificatePem(), Secret.of(held.privateKeyPkcs8Pem()), Secret.of(""), "lectern.pem"));
        var problem = Bench.problemOf(session.signIn()::silently);
        assertThat(problem.code()).isEqualTo(Code.CLOCK_WRONG);
        assertThat(problem.facts().get("skew")).matches("(1 h 59|2 h 0) min");
    }

    @Test
    void deviceCodeShowsWhatToTypeAndSignsThePersonIn() {
        bench.tenant.signIn().approveDeviceCodes(Bench.LINDQVIST, 2);
        var prompts = new CopyOnWriteArrayList<DeviceCodePrompt>();
        var signedIn = bench.byDevice().signIn().withDeviceCode(prompts::add);
        assertThat(signedIn.account()).isEqualTo(Bench.LINDQVIST);
        assertThat(signedIn.appOnly()).isFalse();
        assertThat(signedIn.permissions()).contains("Calendars.ReadWrite");
        assertThat(prompts).singleElement().satisfies(prompt -> {
            assertThat(prompt.code()).isNotBlank();
            assertThat(prompt.page().toString()).startsWith("https://");
            assertThat(prompt.expires()).isAfter(java.time.Instant.now());
        });
    }

    @Test
    void blockedDeviceCodeSuggestsTheBrowser() {
        bench.tenant.signIn().blockDeviceCodes();
        var problem = Bench.problemOf(() -> bench.byDevice().signIn().withDeviceCode(prompt -> {}));
        assertThat(problem.code()).isEqualTo(Code.DEVICE_CODE_BLOCKED);
        assertThat(problem.evidence().code()).isEqualTo("AADSTS53003");
        assertThat(Bench.remedies(problem)).contains(Remedy.Kind.SIGN_IN_BY_BROWSER);
    }

    @Test
    void deviceCodeEndsAsPeopleEndIt() {
        var control = bench.tenant.signIn();
        control.declineDeviceCodes();
        assertThat(Bench.problemOf(() -> bench.byDevice().signIn().withDeviceCode(prompt -> {})).code())
                .isEqualTo(Code.DEVICE_CODE_DECLINED);
        control.expireDeviceCodes();
        assertThat(Bench.problemOf(() -> bench.byDevice().signIn().withDeviceCode(prompt -> {})).code())
                .isEqualTo(Code.DEVICE_CODE_EXPIRED);
        control.requireMfaOnDeviceCodes();
        var problem = Bench.problemOf(() -> bench.byDevice().signIn().withDeviceCode(prompt -> {}));
        assertThat(problem.code()).isEqualTo(Code.MFA_REQUIRED);
        assertThat(Bench.remedies(problem)).contains(Remedy.Kind.SIGN_IN_BY_BROWSER);
    }

    @Test
    void appWithoutPublicFlowsSaysWhatToSwitchOn() {
        bench.tenant.signIn().approveDeviceCodes(Bench.LINDQVIST, 0);
        var session = bench.session(bench.tenant.apps().closed(), new Credential.DeviceCode());
        assertThat(Bench.problemOf(() -> session.signIn().withDeviceCode(prompt -> {})).code()).isEqualTo(Code.PUBLIC_FLOW_OFF);
    }

    @Test
    void interruptCancelsAWaitingDeviceCode() throws Exception {
        var shown = new CompletableFuture<Void>();
        var ended = new CompletableFuture<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                bench.byDevice().signIn().withDeviceCode(prompt -> shown.complete(null));
                ended.complete(null);
            } catch (RuntimeException failure) {
                ended.complete(failure);
            }
        });
        shown.get(20, TimeUnit.SECONDS);
        thread.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    @Test
    void browserSignsThePersonIn() {
        bench.tenant.signIn().browserUser(Bench.LINDQVIST);
        var pages = new CopyOnWriteArrayList<URI>();
        var signedIn = bench.byBrowser().signIn().withBrowser(page -> {
            pages.add(page);
            Thread.startVirtualThread(() -> bench.tenant.browse(page));
        });
        assertThat(signedIn.account()).isEqualTo(Bench.LINDQVIST);
        assertThat(pages.getFirst().getQuery()).contains("code_challenge_method=S256").contains("redirect_uri=http://localhost");
    }

    @Test
    void browserRefusalsSayWhy() {
        var control = bench.tenant.signIn();
        control.browserUser(Bench.LINDQVIST);
        control.declineInBrowser();
        PageOpener opener = page -> Thread.startVirtualThread(() -> bench.tenant.browse(page));
        assertThat(Bench.problemOf(() -> bench.byBrowser().signIn().withBrowser(opener)).code()).isEqualTo(Code.CONSENT_DECLINED);
        control.blockInBrowser();
        assertThat(Bench.problemOf(() -> bench.byBrowser().signIn().withBrowser(opener)).code()).isEqualTo(Code.SIGN_IN_BLOCKED);
    }

    @Test
    void browserThatCannotBeOpenedIsAProblemOfItsOwn() {
        var problem = Bench.problemOf(() -> bench.byBrowser().signIn().withBrowser(page -> {
            throw new UnsupportedOperationException();
        }));
        assertThat(problem.code()).isEqualTo(Code.BROWSER_UNAVAILABLE);
    }

    @Test
    void interruptCancelsAWaitingBrowser() throws Exception {
        var opened = new CompletableFuture<Void>();
        var ended = new CompletableFuture<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                bench.byBrowser().signIn().withBrowser(page -> opened.complete(null));
                ended.complete(null);
            } catch (RuntimeException failure) {
                ended.complete(failure);
            }
        });
        opened.get(20, TimeUnit.SECONDS);
        thread.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    @Test
    void signInSurvivesARestartAndSignOutForgetsIt() {
        bench.tenant.signIn().approveDeviceCodes(Bench.LINDQVIST, 0);
        bench.byDevice().signIn().withDeviceCode(prompt -> {});
        var afterRestart = bench.byDevice();
        assertThat(afterRestart.signIn().silently().account()).isEqualTo(Bench.LINDQVIST);
        afterRestart.signIn().signOut();
        assertThat(bench.tokens.load("northfield")).isEmpty();
        assertThat(Bench.problemOf(afterRestart.signIn()::silently).code()).isEqualTo(Code.SIGN_IN_NEEDED);
        assertThat(Bench.problemOf(bench.byDevice().signIn()::silently).code()).isEqualTo(Code.SIGN_IN_NEEDED);
    }

    @Test
    void renewalThatIsRefusedSaysWhatIsNeeded() {
        bench.tenant.signIn().approveDeviceCodes(Bench.LINDQVIST, 0);
        bench.byDevice().signIn().withDeviceCode(prompt -> {});
        bench.tenant.signIn().refuseRenewal(Bench.LINDQVIST, EntraRefusals.mfaRequired());
        assertThat(Bench.problemOf(bench.byDevice().signIn()::afresh).code()).isEqualTo(Code.MFA_REQUIRED);
    }

    @Test
    void revokedSessionAsksToSignInAgain() {
        bench.tenant.signIn().approveDeviceCodes(Bench.LINDQVIST, 0);
        bench.byDevice().signIn().withDeviceCode(prompt -> {});
        bench.tenant.signIn().revokeSessions(Bench.LINDQVIST);
        var problem = Bench.problemOf(bench.byDevice().signIn()::afresh);
        assertThat(problem.code()).isEqualTo(Code.SIGN_IN_EXPIRED);
        assertThat(Bench.remedies(problem)).containsExactly(Remedy.Kind.SIGN_IN);
    }

    @Test
    void freshSignInFetchesANewTokenAndTheOldOneIsReusedOtherwise() {
        var session = bench.asApp();
        session.signIn().silently();
        session.signIn().silently();
        assertThat(bench.tenant.requests().count("POST", "/token")).isEqualTo(1);
        session.signIn().afresh();
        assertThat(bench.tenant.requests().count("POST", "/token")).isEqualTo(2);
    }

    @Test
    void tenantIsFoundByDomainBeforeThereIsAConnection() {
        var facts = bench.sessions.findTenant(bench.cloud(), "northfield.example", bench.network());
        assertThat(facts.tenantId()).isEqualTo(bench.tenant.tenantId());
        assertThat(facts.region()).isEqualTo("EU");
        assertThat(Bench.problemOf(() -> bench.sessions.findTenant(bench.cloud(), "nowhere.example", bench.network())).code())
                .isEqualTo(Code.TENANT_UNKNOWN);
        assertThat(Bench.problemOf(() -> bench.sessions.findTenant(bench.cloud(), "common", bench.network())).code())
                .isEqualTo(Code.TENANT_NEEDED);
    }

    @Test
    void endpointThatIsNotHttpsIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> Cloud.custom("http://localhost:1/", "https://localhost:2/"))
                .hasMessageContaining(Code.INPUT_WRONG.name());
    }
}
