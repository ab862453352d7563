package app.lectern.graph;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whom a connection believes: the platform's authorities, and those that a person adds for a company proxy.
final class Trust {
    private final X509TrustManager manager;

    private Trust(X509TrustManager manager) {
        this.manager = manager;
    }

    static Trust platformAnd(List<X509Certificate> extra) {
        try {
            var all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (var known : managerFor(null).getAcceptedIssuers()) {
                all.setCertificateEntry("platform-" + number++, known);
            }
            number = addSystemStore(all, number);
            for (var added : extra) {
                all.setCertificateEntry("extra-" + number++, added);
            }
            return new Trust(managerFor(all));
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A company's own authority is usually in the operating system's store, which the JDK does not read by itself.
    private static int addSystemStore(KeyStore all, int number) {
        var name = System.getProperty("os.name", "");
        var type = name.startsWith("Windows") ? "Windows-ROOT" : name.startsWith("Mac") ? "KeychainStore-ROOT" : "";
        if (type.isEmpty()) {
            return number;
        }
        try {
            var system = KeyStore.getInstance(type);
            system.load(null, null);
            for (var alias : java.util.Collections.list(system.aliases())) {
                if (system.getCertificate(alias) instanceof X509Certificate known) {
                    all.setCertificateEntry("system-" + number++, known);
                }
            }
        } catch (GeneralSecurityException | IOException unavailable) {
            // the platform's own list still holds
            return number;
        }
        return number;
    }

    private static X509TrustManager managerFor(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new IllegalStateException("no X.509 trust manager");
    }

    X509TrustManager manager() {
        return manager;
    }

    SSLSocketFactory sockets() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The certificates in a PEM file that a person chose.
    static List<X509Certificate> read(Path file) {
        try {
            var found = Pem.certificates(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (found.isEmpty()) {
                throw Problem.of(Problem.Code.CA_FILE_UNREADABLE).with("path", file.toString()).raise();
            }
            return found;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw Problem.of(Problem.Code.CA_FILE_UNREADABLE).with("path", file.toString()).raise(failure);
        }
    }
}
