package app.lectern.demo;

import app.lectern.demo.entra.AppRegistration;
import app.lectern.demo.entra.AppRegistrations;
import app.lectern.demo.school.Deliverable;
import app.lectern.demo.school.PlantedCase;
import app.lectern.demo.school.School;
import app.lectern.home.Home;
import app.lectern.home.OwnerOnly;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;

/// One demo tenant for all of Lectern's processes on a data folder: the first one that needs it serves it and says so in a
/// file there, the others join. So the command line sees what was scheduled in the window.
public final class DemoHost implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DemoHost.class.getName());
    /// Long, since a busy computer may take its time; where nobody serves, the answer comes at once.
    private static final int PROBE_MILLIS = 10_000;

    private final Path announcement;
    private final DemoOptions options;
    private final JsonMapper json = JsonMapper.builder().build();
    private DemoTenant own;
    private DemoEndpoint endpoint;

    public DemoHost(Home home, DemoOptions options) {
        this.announcement = home.demo().resolve("endpoint.json");
        this.options = options;
    }

    /// The running tenant, started here unless another process serves it already.
    public synchronized DemoEndpoint endpoint() {
        if (own == null && (endpoint == null || !answers(endpoint))) {
            endpoint = announced().filter(DemoHost::answers).orElseGet(() -> serve(options));
        }
        return endpoint;
    }

    /// Serves a tenant from this process whatever others do, and makes it the one that others join.
    public synchronized DemoEndpoint serve(DemoOptions wanted) {
        own = DemoTenant.start(wanted);
        endpoint = DemoEndpoint.of(own);
        try {
            OwnerOnly.write(announcement, json.writeValueAsBytes(endpoint));
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "the demo tenant cannot be joined by other processes", unwritable);
        }
        return endpoint;
    }

    /// The tenant that this process serves, with its switches; empty when it runs in another process or not at all.
    public synchronized Optional<DemoTenant> own() {
        return Optional.ofNullable(own);
    }

    /// The project list of the college, which is no part of Microsoft 365: whoever serves the tenant has the same one.
    public List<Deliverable> projects() {
        return own().map(tenant -> tenant.school().deliverables())
                .orElseGet(() -> School.projects(options, TenantIdentity.NORTHFIELD));
    }

    /// A case for every verdict of a diagnosis. Equal seeds plant equal cases, so that they hold in a tenant served elsewhere too.
    public List<PlantedCase> cases() {
        return own().map(DemoTenant::school).orElseGet(() -> new School(options, TenantIdentity.NORTHFIELD)).cases().all();
    }

    /// The app registration under which a case shows.
    public AppRegistration registration(PlantedCase of) {
        var apps = own().map(DemoTenant::apps).orElseGet(() -> AppRegistrations.at(options.clock().instant()));
        return switch (of.as()) {
            case LECTERN -> apps.lectern();
            case COMPLETE -> apps.complete();
            case LAPSED -> apps.lapsed();
        };
    }

    private Optional<DemoEndpoint> announced() {
        try {
            return Files.exists(announcement)
                    ? Optional.of(json.readValue(Files.readAllBytes(announcement), DemoEndpoint.class))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// A TLS handshake under the announced authority: proves that this very tenant is alive, not just that the port is taken.
    private static boolean answers(DemoEndpoint at) {
        try (var plain = new Socket()) {
            var trust = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(Certificates.decodeCertificatePem(at.authorityPem()))
                    .build();
            plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), at.port()), PROBE_MILLIS);
            plain.setSoTimeout(PROBE_MILLIS);
            try (var secure = (SSLSocket) trust.sslSocketFactory().createSocket(plain, "localhost", at.port(), true)) {
                secure.startHandshake();
                return true;
            }
        } catch (IOException | IllegalArgumentException gone) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (own == null) {
            return;
        }
        own.close();
        try {
            if (announced().filter(endpoint::equals).isPresent()) {
                Files.deleteIfExists(announcement);
            }
        } catch (IOException left) {
            LOG.log(Level.DEBUG, "the demo tenant's announcement stays behind", left);
        }
        own = null;
        endpoint = null;
    }
}
