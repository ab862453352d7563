package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.problems.Problem.Code;
import app.lectern.vault.Secret;
import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/// The certificate files that people bring, usable and not.
class CertificatesTest {
    private static final HeldCertificate HELD =
            new HeldCertificate.Builder().rsa2048().commonName("Lectern").duration(10, TimeUnit.DAYS).build();
    private final Certificates certificates = new Certificates(Clock.systemUTC());

    private static Credential.PfxCertificate pfx(HeldCertificate held, String password, String given) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("a", held.keyPair().getPrivate(), password.toCharArray(), new Certificate[] {held.certificate()});
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        return new Credential.PfxCertificate(bytes.toByteArray(), Secret.of(given), "lectern.pfx");
    }

    private static Credential.PemCertificate pem(String certificate, String key, String password) {
        return new Credential.PemCertificate(certificate, Secret.of(key), Secret.of(password), "lectern.pem");
    }

    private Code codeOf(Credential.PemCertificate given) {
        return Bench.problemOf(() -> certificates.read(given)).code();
    }

    private Code codeOf(Credential.PfxCertificate given) {
        return Bench.problemOf(() -> certificates.read(given)).code();
    }

    @Test
    void pfxIsReadWithThumbprintAndEnd() throws Exception {
        var read = certificates.read(pfx(HELD, "pass", "pass"));
        assertThat(read.thumbprint()).matches("[0-9A-F]{40}");
        assertThat(read.expires()).isEqualTo(HELD.certificate().getNotAfter().toInstant());
        assertThat(read.subject()).isEqualTo("CN=Lectern");
    }

    @Test
    void wrongPasswordAndDamagedFileAreToldApart() throws Exception {
        assertThat(codeOf(pfx(HELD, "pass", "word"))).isEqualTo(Code.CERTIFICATE_PASSWORD_WRONG);
        var junk = new Credential.PfxCertificate("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8), Secret.of(""), "x.pfx");
        assertThat(codeOf(junk)).isEqualTo(Code.CERTIFICATE_UNREADABLE);
        var whole = pfx(HELD, "pass", "pass").content();
        var cut = new Credential.PfxCertificate(java.util.Arrays.copyOf(whole, whole.length / 2), Secret.of("pass"), "x.pfx");
        assertThat(codeOf(cut)).isEqualTo(Code.CERTIFICATE_UNREADABLE);
    }

    @Test
    void pemIsReadInBothSpellingsOfItsKey() {
        var thumbprint = certificates.read(pem(HELD.certificatePem(), HELD.privateKeyPkcs8Pem(), "")).thumbprint();
        assertThat(certificates.read(pem(HELD.certificatePem(), HELD.privateKeyPkcs1Pem(), "")).thumbprint()).isEqualTo(thumbprint);
        var both = HELD.privateKeyPkcs8Pem() + HELD.certificatePem();
        assertThat(certificates.read(pem(both, both, "")).thumbprint()).isEqualTo(thumbprint);
    }

    @Test
    void encryptedKeyNeedsItsPassword() throws GeneralSecurityException, java.io.IOException {
        var key = encrypted("pass");
        assertThat(certificates.read(pem(HELD.certificatePem(), key, "pass")).thumbprint()).isNotEmpty();
        assertThat(codeOf(pem(HELD.certificatePem(), key, "word"))).isEqualTo(Code.CERTIFICATE_PASSWORD_WRONG);
    }

    private static String encrypted(String password) throws GeneralSecurityException, java.io.IOException {
        var algorithm = "PBEWithHmacSHA256AndAES_256";
        var key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray()));
        var cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, key, new SecureRandom());
        var parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        var info = new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(HELD.keyPair().getPrivate().getEncoded()));
        return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(info.getEncoded())
                + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    }

    @Test
    void missingKeyOtherKindAndExpiryEachSaySo() throws Exception {
        assertThat(codeOf(pem(HELD.certificatePem(), HELD.certificatePem(), ""))).isEqualTo(Code.CERTIFICATE_WITHOUT_KEY);
        assertThat(codeOf(pem("nothing", HELD.privateKeyPkcs8Pem(), ""))).isEqualTo(Code.CERTIFICATE_UNREADABLE);
        var curve = new HeldCertificate.Builder().ecdsa256().commonName("Lectern").build();
        assertThat(codeOf(pem(curve.certificatePem(), curve.privateKeyPkcs8Pem(), ""))).isEqualTo(Code.CERTIFICATE_KEY_UNSUITABLE);
        long now = System.currentTimeMillis();
        var old = new HeldCertificate.Builder().rsa2048()
                .validityInterval(now - Duration.ofDays(9).toMillis(), now - Duration.ofDays(1).toMillis()).build();
        assertThat(codeOf(pfx(old, "p", "p"))).isEqualTo(Code.CERTIFICATE_EXPIRED);
    }
}
