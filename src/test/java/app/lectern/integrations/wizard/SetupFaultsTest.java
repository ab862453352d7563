package app.lectern.integrations.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.jobs.InlineTaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is entered wrongly is said at its own field, in its own words. No toolkit; the services are the real ones.
class SetupFaultsTest {
    private final List<Integration> made = new ArrayList<>();
    private Room room;
    private SetupViewModel wizard;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        room = new Room(folder.resolve("home"));
        var desk = new SetupDesk(new SetupDesk.Services(room.setups, room.rules, room.permissions, room.policies, room.readiness, room.checks,
                room.meetings, room.waiting, room.packs), room.clock.getZone(), room.clock);
        wizard = new SetupViewModel(room.setups.begin(),
                new SetupParts(desk, new InlineTaskRunner(), Runnable::run, room.clock, room.words), made::add, () -> { });
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "7d1f2c64-5e0b-4a7e-9b1e-3c52a8f0d9 | tenant",
        "northfield | tenant",
        "outlook.com | personal",
        "someone@northfield.example | address",
        "common | tenant"
    })
    void aTenantThatCannotBeIsNamedWhileItIsTyped(String typed, String word) {
        wizard.tenant().tenant().text().set(typed);

        assertThat(wizard.tenant().tenant().fault().get()).containsIgnoringCase(word);
        wizard.goOn();
        assertThat(wizard.step().get()).isEqualTo(SetupStep.TENANT);
    }

    @Test
    void plainHttpIsRefusedAtTheEndpointUnlessItIsThisComputer() {
        wizard.tenant().cloud().set(CloudKind.CUSTOM);
        wizard.tenant().graph().text().set("http://graph.example.org");
        assertThat(wizard.tenant().graph().fault().get()).contains("https");

        wizard.tenant().graph().text().set("http://localhost:8080");
        assertThat(wizard.tenant().graph().fault().get()).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsSaidAtTheName() {
        var known = room.connected();
        wizard.open(SetupStep.TENANT);

        wizard.tenant().name().text().set(known.name().toUpperCase(java.util.Locale.ROOT));

        assertThat(wizard.tenant().name().fault().get()).contains("Another integration has that name");
    }

    @Test
    void aTenantNobodyKnowsIsSaidAtTheTenantAfterAsking() {
        tenant("nowhere.example");

        assertThat(wizard.step().get()).isEqualTo(SetupStep.TENANT);
        assertThat(wizard.tenant().tenant().fault().get()).contains("nowhere.example");
    }

    @Test
    void theIdOfASecretInPlaceOfItsValueIsRecognised() {
        tenant("northfield.example");
        wizard.signIn().method().set(SignInMethod.SECRET);
        wizard.signIn().secret().text().set(room.tenant.apps().lectern().secrets().getFirst().id());

        assertThat(wizard.signIn().secret().fault().get()).contains("id was entered in place of its value");
    }

    @Test
    void aClientIdThatIsNoIdIsSaidAtTheClientId() {
        tenant("northfield.example");
        wizard.signIn().clientId().text().set("4c8e101a-91d7");

        assertThat(wizard.signIn().clientId().fault().get()).isNotEmpty();
    }

    @Test
    void aWrongSecretIsSaidAtTheSecretAndIsNotShownAgain() {
        tenant("northfield.example");
        wizard.signIn().clientId().text().set(room.tenant.apps().lectern().appId());
        wizard.signIn().method().set(SignInMethod.SECRET);
        wizard.signIn().secret().text().set("not-the-secret-of-this-app");
        wizard.goOn();

        assertThat(wizard.step().get()).isEqualTo(SetupStep.SIGN_IN);
        assertThat(wizard.signIn().secret().fault().get()).contains("does not accept the client secret");
        wizard.open(SetupStep.SIGN_IN);
        assertThat(wizard.signIn().secret().text().get()).isEmpty();
    }

    @Test
    void aCertificateWithoutItsPrivateKeyIsSaidAtTheCertificate() throws Exception {
        tenant("northfield.example");
        wizard.signIn().clientId().text().set(room.tenant.apps().lectern().appId());
        wizard.signIn().method().set(SignInMethod.CERTIFICATE);
        wizard.signIn().certificate().text().set(Files.writeString(folder.resolve("public.pem"), room.tenant.authorityPem()).toString());
        wizard.goOn();

        assertThat(wizard.step().get()).isEqualTo(SetupStep.SIGN_IN);
        assertThat(wizard.signIn().certificate().fault().get()).contains("holds no private key");
    }

    @Test
    void aWrongPasswordAndAnExpiredCertificateAreEachSaidAtTheirField() throws Exception {
        tenant("northfield.example");
        wizard.signIn().clientId().text().set(room.tenant.apps().lectern().appId());
        wizard.signIn().method().set(SignInMethod.CERTIFICATE);
        var now = room.clock.instant();
        wizard.signIn().certificate().text().set(CertificateFile.pkcs12(folder.resolve("locked.pfx"), now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(90)), "right").toString());
        wizard.signIn().certificatePassword().text().set("wrong");
        wizard.goOn();
        assertThat(wizard.step().get()).isEqualTo(SetupStep.SIGN_IN);
        assertThat(wizard.signIn().certificatePassword().fault().get()).contains("password");

        wizard.signIn().certificate().text().set(CertificateFile.pkcs12(folder.resolve("old.pfx"), now.minus(Duration.ofDays(400)),
                now.minus(Duration.ofDays(35)), "right").toString());
        wizard.signIn().certificatePassword().text().set("right");
        wizard.goOn();
        assertThat(wizard.step().get()).isEqualTo(SetupStep.SIGN_IN);
        assertThat(wizard.signIn().certificate().fault().get()).contains("expired");
    }

    @Test
    void aPersonalAccountCannotBeTheServiceAccount() {
        wizard.account().account().text().set("head.teacher@gmail.com");

        assertThat(wizard.account().account().fault().get()).contains("personal");
    }

    @Test
    void leavingKeepsEveryFieldAndTheStep() {
        tenant("northfield.example");
        wizard.signIn().clientId().text().set("4c8e101a-91d7-4b2f-8f3e-5a6b7c000102");
        wizard.leave();

        var kept = room.setups.drafts().getFirst();
        assertThat(kept.step()).isEqualTo(SetupStep.SIGN_IN);
        assertThat(kept.app().clientId()).isEqualTo("4c8e101a-91d7-4b2f-8f3e-5a6b7c000102");
        assertThat(kept.tenant().id()).isEqualTo(room.tenant.tenantId());
    }

    private void tenant(String domain) {
        wizard.tenant().cloud().set(CloudKind.CUSTOM);
        wizard.tenant().login().text().set(room.tenant.loginEndpoint());
        wizard.tenant().graph().text().set(room.tenant.graphEndpoint());
        wizard.tenant().authority().text().set(authority().toString());
        wizard.tenant().tenant().text().set(domain);
        wizard.goOn();
    }

    private Path authority() {
        try {
            return Files.writeString(folder.resolve("authority.pem"), room.tenant.authorityPem());
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
