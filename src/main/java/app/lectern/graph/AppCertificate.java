package app.lectern.graph;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// A certificate together with its private key, ready to sign in with.
public final class AppCertificate {
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    AppCertificate(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    PrivateKey key() {
        return key;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    /// The SHA-1 of the certificate in upper-case hex, as Entra shows it beside an uploaded certificate.
    public String thumbprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(chain.getFirst().getEncoded());
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String subject() {
        return chain.getFirst().getSubjectX500Principal().getName();
    }

    public Instant expires() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "AppCertificate[" + thumbprint() + "]";
    }
}
