package app.lectern.demo.http;

import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// A certificate authority made at start and a server certificate for the loopback names, trusted by nobody else.
public final class LoopbackCertificate {

    private final HeldCertificate authority;
    private final SSLContext tls;

    /// @param name how the authority calls itself
    public LoopbackCertificate(String name) {
        authority = new HeldCertificate.Builder().certificateAuthority(0).ecdsa256().commonName(name)
                .duration(400, TimeUnit.DAYS).build();
        var server = new HeldCertificate.Builder().signedBy(authority).ecdsa256().commonName("localhost")
                .addSubjectAlternativeName("localhost").addSubjectAlternativeName("127.0.0.1")
                .duration(400, TimeUnit.DAYS).build();
        tls = new HandshakeCertificates.Builder().heldCertificate(server, authority.certificate()).build().sslContext();
    }

    public SSLContext tls() {
        return tls;
    }

    public X509Certificate authority() {
        return authority.certificate();
    }

    /// The authority's certificate, for a client's extra CA file.
    public String authorityPem() {
        return authority.certificatePem();
    }
}
