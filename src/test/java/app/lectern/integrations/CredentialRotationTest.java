package app.lectern.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import app.lectern.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialRotationTest {
    @TempDir
    private Path folder;

    private Room room;
    private Integration of;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        of = room.accounts.set(room.connected(), Room.SERVICE_ACCOUNT);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static byte[] pem(HeldCertificate held) {
        return (held.certificatePem() + held.privateKeyPkcs8Pem()).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aCertificateTakesThePlaceOfASecretAndEverythingElseStays() {
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern").duration(90, TimeUnit.DAYS).build();
        room.tenant.apps().lectern().upload(held.certificate());

        var outcome = room.rotation.rotate(of, pem(held), Secret.of(""), "app.pem");

        assertThat(outcome.isDone()).isTrue();
        var now = outcome.integration();
        assertThat(now).isEqualTo(of.signingIn(SignInMethod.CERTIFICATE));
        assertThat(room.integrations.hasSecret(now, SecretKind.CLIENT_SECRET)).isFalse();
        assertThat(room.access.signIn(now).permissions()).hasSize(9);
        assertThat(room.integrations.credential(now).orElseThrow().ends()).isEqualTo(held.certificate().getNotAfter().toInstant());
    }

    @Test
    void aCertificateThatEntraDoesNotKnowLeavesTheSecretInUse() {
        var stranger = new HeldCertificate.Builder().rsa2048().commonName("Stranger").duration(90, TimeUnit.DAYS).build();

        var outcome = room.rotation.rotate(of, pem(stranger), Secret.of(""), "app.pem");

        assertThat(outcome.refusal().orElseThrow().code()).isEqualTo(Code.CERTIFICATE_REFUSED);
        assertThat(room.integrations.list()).containsExactly(of);
        assertThat(room.integrations.hasSecret(of, SecretKind.CERTIFICATE)).isFalse();
        assertThat(room.access.session(of).signIn().afresh().permissions()).hasSize(9);
    }

    @Test
    void whatCannotBeASecretIsRefusedBeforeAnythingIsSent() {
        room.tenant.requests().clear();
        assertThatThrownBy(() -> room.rotation.rotate(of, Secret.of("5f4dcc3b-5aa7-65d6-1d83-27deb882cf99"), Optional.empty()))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(thrown.problem().code()).isEqualTo(Code.SECRET_ID_PASTED));
        assertThat(room.tenant.requests().all()).isEmpty();
    }

    @Test
    void aCopyHasItsOwnNameAndNoSecret() {
        var copy = room.integrations.duplicate(of, "Copy");
        assertThat(copy.active()).isFalse();
        assertThat(copy.serviceAccount()).isEqualTo(of.serviceAccount());
        assertThat(room.integrations.hasSecret(copy, SecretKind.CLIENT_SECRET)).isFalse();
        assertThatThrownBy(() -> room.integrations.update(copy.named(of.name().toUpperCase(java.util.Locale.ROOT))))
                .isInstanceOf(ProblemException.class);
    }
}
