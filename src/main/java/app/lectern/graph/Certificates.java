package app.lectern.graph;

import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Opens the certificate files that people have: PFX, or PEM. What cannot be used ends in a problem that names the
/// reason, before anything is sent to Entra.
public final class Certificates {
    private final Clock clock;

    public Certificates(Clock clock) {
        this.clock = clock;
    }

    public AppCertificate read(Credential.PfxCertificate given) {
        var password = given.password().copyChars();
        try {
            return usable(open(given.content(), password), given.source());
        } catch (IOException failure) {
            throw problem(wrongPassword(failure) ? Code.CERTIFICATE_PASSWORD_WRONG : Code.CERTIFICATE_UNREADABLE, given.source())
                    .raise(failure);
        } catch (UnrecoverableKeyException failure) {
            throw problem(Code.CERTIFICATE_PASSWORD_WRONG, given.source()).raise(failure);
        } catch (GeneralSecurityException failure) {
            throw problem(Code.CERTIFICATE_UNREADABLE, given.source()).raise(failure);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    public AppCertificate read(Credential.PemCertificate given) {
        try {
            var chain = Pem.certificates(given.certificate());
            if (chain.isEmpty()) {
                throw problem(Code.CERTIFICATE_UNREADABLE, given.source()).raise();
            }
            var key = Pem.privateKey(given.privateKey(), given.keyPassword());
            if (key.isEmpty()) {
                throw problem(Code.CERTIFICATE_WITHOUT_KEY, given.source()).raise();
            }
            return usable(new AppCertificate(key.get(), chain), given.source());
        } catch (Pem.WrongPassword failure) {
            throw problem(Code.CERTIFICATE_PASSWORD_WRONG, given.source()).raise(failure);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException failure) {
            throw problem(Code.CERTIFICATE_UNREADABLE, given.source()).raise(failure);
        }
    }

    private AppCertificate open(byte[] content, char[] password) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), password);
        for (var alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                var chain = new ArrayList<X509Certificate>();
                for (var certificate : store.getCertificateChain(alias)) {
                    chain.add((X509Certificate) certificate);
                }
                return new AppCertificate(key, chain);
            }
        }
        return new AppCertificate(null, List.of());
    }

    /// MSAL signs with RSA only; an expired certificate Entra refuses with a text that hides the reason.
    private AppCertificate usable(AppCertificate read, String source) {
        if (read.key() == null) {
            throw problem(Code.CERTIFICATE_WITHOUT_KEY, source).raise();
        }
        if (!(read.chain().getFirst().getPublicKey() instanceof RSAPublicKey)) {
            throw problem(Code.CERTIFICATE_KEY_UNSUITABLE, source)
                    .with("reason", read.key().getAlgorithm())
                    .raise();
        }
        if (read.expires().isBefore(clock.instant())) {
            throw problem(Code.CERTIFICATE_EXPIRED, source)
                    .with("until", read.expires().atZone(ZoneOffset.UTC).toLocalDate().toString())
                    .raise();
        }
        return read;
    }

    /// The JDK reports a wrong PFX password as an IOException caused by one of these; a damaged file ends early.
    private static boolean wrongPassword(IOException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof UnrecoverableKeyException || at instanceof javax.crypto.BadPaddingException) {
                return !(failure instanceof EOFException);
            }
        }
        return false;
    }

    private static Problem problem(Code code, String source) {
        return Problem.of(code).with("path", source.isEmpty() ? null : source);
    }

}
