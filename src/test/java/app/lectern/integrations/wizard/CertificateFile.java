package app.lectern.integrations.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import okhttp3.tls.HeldCertificate;

/// Certificate files as administrators export them.
final class CertificateFile {
    private CertificateFile() {}

    static Path pkcs12(Path file, Instant from, Instant until, String password) throws Exception {
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern").validityInterval(from.toEpochMilli(), until.toEpochMilli()).build();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("lectern", held.keyPair().getPrivate(), password.toCharArray(), new Certificate[] {held.certificate()});
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }
}
