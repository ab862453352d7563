package app.lectern.integrations.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.entra.AppRegistration;
import app.lectern.integrations.AccountStanding.AccountState;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Field;
import app.lectern.integrations.FieldFault;
import app.lectern.integrations.Room;
import app.lectern.integrations.SecretKind;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.waiting.WaitKind;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import app.lectern.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way through the steps, for each way to sign in, and what survives leaving in the middle.
class SetupsTest {
    private static final String HANNAH = "hannah.ivers@northfield.example";

    @TempDir
    private Path folder;

    private Room room;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SetupDraft atNorthfield(String tenant) {
        var draft = room.setups.begin();
        return room.setups.save(draft.with(new SetupDraft.Tenant(CloudKind.CUSTOM, room.tenant.loginEndpoint(), room.tenant.graphEndpoint(),
                room.tenant.authorityPem(), tenant, "")));
    }

    private SetupDraft signingIn(SetupDraft draft, AppRegistration app, SignInMethod method) {
        return room.setups.save(draft.with(new SetupDraft.App(app.appId(), method, Optional.empty())));
    }

    private SetupDraft named(SetupDraft draft) {
        return room.setups.save(draft.with(new SetupDraft.Ownership("Northfield", HANNAH, WorkspaceRole.STAFF)));
    }

    private static void assertProblem(ThrowingCallable work, Code code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(thrown.problem().code()).isEqualTo(code));
    }

    @Test
    void aClientSecretLeadsToAWorkingIntegration() throws Exception {
        var draft = room.setups.findTenant(atNorthfield("northfield.example"));
        assertThat(draft.tenant().id()).isEqualTo(room.tenant.tenantId());
        assertThat(draft.step()).isEqualTo(SetupStep.SIGN_IN);

        var app = room.tenant.apps().lectern();
        draft = signingIn(draft, app, SignInMethod.SECRET);
        room.setups.keepSecret(draft, Secret.of(app.secret()));
        assertThat(room.setups.signIn(draft).permissions()).hasSize(9);
        draft = room.setups.save(draft.finished(SetupStep.SIGN_IN));

        PermissionReport report = room.permissions.report(draft.integration(), Progress.NONE);
        assertThat(report.granted()).isEqualTo(9);
        room.waiting.begin(draft.integration(), WaitKind.CONSENT, "CallRecords.Read.All");
        draft = room.setups.save(draft.finished(SetupStep.PERMISSIONS).finished(SetupStep.ACCESS_POLICY));
        assertThat(room.setups.obstacle(draft, Room.SERVICE_ACCOUNT)).isEmpty();
        draft = named(draft.with(new SetupDraft.Account(Room.SERVICE_ACCOUNT, true)).finished(SetupStep.SERVICE_ACCOUNT));

        var made = room.setups.finish(draft);

        assertThat(room.integrations.list()).containsExactly(made);
        assertThat(made.role()).isEqualTo(WorkspaceRole.STAFF);
        assertThat(room.integrations.account(made).state()).isEqualTo(AccountState.VERIFIED);
        assertThat(room.access.signIn(made).permissions()).hasSize(9);
        assertThat(room.waiting.list(made)).hasSize(1);
        assertThat(room.setups.drafts()).isEmpty();
        assertThat(room.integrations.hasSecret(draft.integration(), SecretKind.CLIENT_SECRET)).isFalse();
    }

    @Test
    void theJobsThatWereChosenStayWithTheIntegrationAndTravelWithIt() {
        var app = room.tenant.apps().lectern();
        var draft = room.setups.findTenant(atNorthfield("northfield.example"));
        draft = named(room.setups.save(draft.with(new SetupDraft.App(app.appId(), SignInMethod.SECRET, Optional.empty(), AppJobs.READ_ONLY))));
        room.setups.keepSecret(draft, Secret.of(app.secret()));
        assertThat(room.setups.find(draft.id()).orElseThrow().app().jobs()).isEqualTo(AppJobs.READ_ONLY);

        var made = room.setups.finish(draft);

        assertThat(room.integrations.find(made.id()).orElseThrow().jobs()).isEqualTo(AppJobs.READ_ONLY);
        var file = room.transfer.export(List.of(made));
        assertThat(room.transfer.importFrom(file).added()).singleElement().extracting(each -> each.jobs()).isEqualTo(AppJobs.READ_ONLY);
        var older = file.replaceAll(",\"jobs\":\\{[^}]*\\}", "");
        assertThat(older).doesNotContain("jobs");
        assertThat(room.transfer.importFrom(older).added()).singleElement().extracting(each -> each.jobs()).isEqualTo(AppJobs.ALL);
    }

    @Test
    void otherJobsNeedOnlyThePermissionsToBeLookedAtAnew() {
        var draft = room.setups.begin().finished(SetupStep.TENANT).finished(SetupStep.SIGN_IN).finished(SetupStep.PERMISSIONS).finished(SetupStep.ACCESS_POLICY);
        assertThat(draft.with(draft.app().meantFor(AppJobs.READ_ONLY)).done())
                .containsExactlyInAnyOrder(SetupStep.TENANT, SetupStep.SIGN_IN, SetupStep.ACCESS_POLICY);
    }

    @Test
    void aDeviceCodeSignInMovesWithTheIntegration() {
        room.tenant.signIn().pollInterval(Duration.ofMillis(50));
        room.tenant.signIn().approveDeviceCodes(HANNAH, 1);
        var draft = room.setups.findTenant(atNorthfield("northfieldacademy.onmicrosoft.com"));
        draft = named(signingIn(draft, room.tenant.apps().lectern(), SignInMethod.DEVICE_CODE));
        var shown = new StringBuilder();

        var signedIn = room.setups.signInByDeviceCode(draft, prompt -> shown.append(prompt.code()));

        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(signedIn.account()).isEqualTo(HANNAH);
        var made = room.setups.finish(draft);
        assertThat(room.access.signIn(made).account()).isEqualTo(HANNAH);
        assertThat(room.readiness.of(made)).filteredOn(each -> each.point() == ReadinessItem.ReadinessPoint.ACCESS_POLICY_GRANTED)
                .allSatisfy(each -> assertThat(each.isTicked()).isTrue());
    }

    @Test
    void eachEndOfADeviceCodeIsItsOwnProblem() {
        room.tenant.signIn().pollInterval(Duration.ofMillis(50));
        var draft = signingIn(room.setups.findTenant(atNorthfield("northfield.example")), room.tenant.apps().lectern(), SignInMethod.DEVICE_CODE);
        room.tenant.signIn().declineDeviceCodes();
        assertProblem(() -> room.setups.signInByDeviceCode(draft, prompt -> { }), Code.DEVICE_CODE_DECLINED);
        room.tenant.signIn().expireDeviceCodes();
        assertProblem(() -> room.setups.signInByDeviceCode(draft, prompt -> { }), Code.DEVICE_CODE_EXPIRED);
        room.tenant.signIn().blockDeviceCodes();
        assertProblem(() -> room.setups.signInByDeviceCode(draft, prompt -> { }), Code.DEVICE_CODE_BLOCKED);
        assertThat(room.setups.drafts()).hasSize(1);
    }

    @Test
    void theBrowserSignsInToo() {
        room.tenant.signIn().browserUser(HANNAH);
        var draft = signingIn(room.setups.findTenant(atNorthfield("northfield.example")), room.tenant.apps().lectern(), SignInMethod.BROWSER);
        assertThat(room.setups.signInByBrowser(draft, room.tenant::browse).account()).isEqualTo(HANNAH);
        assertThat(room.setups.hasCredential(draft)).isTrue();
    }

    @Test
    void aCertificateSignsIn() {
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern").duration(90, java.util.concurrent.TimeUnit.DAYS).build();
        var app = room.tenant.apps().lectern();
        app.upload(held.certificate());
        var draft = named(signingIn(room.setups.findTenant(atNorthfield("northfield.example")), app, SignInMethod.CERTIFICATE));
        var pem = (held.certificatePem() + held.privateKeyPkcs8Pem()).getBytes(StandardCharsets.US_ASCII);

        var facts = room.setups.keepCertificate(draft, pem, Secret.of(""), "app.pem");

        assertThat(facts.subject()).contains("Lectern");
        assertThat(room.setups.signIn(draft).permissions()).hasSize(9);
        var made = room.setups.finish(draft);
        assertThat(room.expiries.refresh(made).orElseThrow().ends()).isEqualTo(facts.ends());
    }

    @Test
    void aDraftIsThereAgainAfterACrashWithItsSecret() {
        var app = room.tenant.apps().lectern();
        var draft = signingIn(room.setups.findTenant(atNorthfield("northfield.example")), app, SignInMethod.SECRET);
        room.setups.keepSecret(draft, Secret.of(app.secret()));
        room.store.close();

        try (var again = new Room(folder.resolve("home"), room.tenant)) {
            assertThat(again.setups.drafts()).containsExactly(draft);
            assertThat(again.setups.find(draft.id()).orElseThrow().open()).isEqualTo(SetupStep.SIGN_IN);
            assertThat(again.setups.signIn(draft).permissions()).hasSize(9);
            assertThat(again.integrations.list()).isEmpty();
        }
    }

    @Test
    void anotherTenantMakesTheLaterStepsOpenAgain() {
        var draft = room.setups.findTenant(atNorthfield("northfield.example"));
        draft = signingIn(draft, room.tenant.apps().lectern(), SignInMethod.SECRET).finished(SetupStep.SIGN_IN);
        assertThat(draft.open()).isEqualTo(SetupStep.PERMISSIONS);
        assertThat(draft.with(new SetupDraft.App(room.tenant.apps().bare().appId(), SignInMethod.SECRET, Optional.empty())).open())
                .isEqualTo(SetupStep.SIGN_IN);
        assertThat(draft.with(SetupDraft.Tenant.EMPTY).open()).isEqualTo(SetupStep.TENANT);
    }

    @Test
    void whatIsMissingIsTold() {
        var draft = signingIn(room.setups.findTenant(atNorthfield("northfield.example")), room.tenant.apps().lectern(), SignInMethod.SECRET);
        assertThat(room.setups.check(draft, SetupStep.SIGN_IN)).extracting(FieldFault::field).containsExactly(Field.SECRET);
        assertThat(room.setups.check(draft, SetupStep.FINISH)).extracting(FieldFault::field).containsExactly(Field.SECRET, Field.NAME);
        assertProblem(() -> room.setups.findTenant(atNorthfield("contoso.example")), Code.TENANT_UNKNOWN);
        assertProblem(() -> room.setups.findTenant(atNorthfield("common")), Code.TENANT_NEEDED);
    }

    @Test
    void discardingForgetsTheSecretToo() {
        var app = room.tenant.apps().lectern();
        var draft = signingIn(room.setups.findTenant(atNorthfield("northfield.example")), app, SignInMethod.SECRET);
        room.setups.keepSecret(draft, Secret.of(app.secret()));
        room.setups.discard(draft);
        assertThat(room.setups.drafts()).isEmpty();
        assertThat(room.secrets.slots("integration/")).isEmpty();
    }
}
