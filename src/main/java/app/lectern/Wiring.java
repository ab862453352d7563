package app.lectern;

import app.lectern.activity.GraphCalls;
import app.lectern.demo.DemoEndpoint;
import app.lectern.demo.DemoHost;
import app.lectern.demo.DemoOptions;
import app.lectern.diagnosis.Doctor;
import app.lectern.graph.GraphParts;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.home.Settings;
import app.lectern.integrations.DirectAccountProbe;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.IntegrationAccess.DemoDoor;
import app.lectern.integrations.Integrations;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/// The one place that constructs services and connects them: store and vault first, then the Graph layer, then a block per
/// feature. Opening it may throw a ProblemException (the store cannot be opened); closing it closes everything in turn.
final class Wiring implements AutoCloseable {
    private static final String PROXY_PASSWORD = "network/proxy-password";

    final Start start;
    final Keychain keychain;
    final Vault vault;
    final Store store;
    final SecretStore secrets;
    final GraphCalls calls;
    final GraphSessions sessions;
    final DemoHost demo;
    final Integrations integrations;
    final IntegrationAccess access;
    final IntegrationsWiring connected;
    final Doctor doctor;

    private Wiring(Start start, Keychain keychain, DemoOptions demoOptions) {
        this.start = start;
        this.keychain = keychain;
        var home = start.home();
        var clock = start.clock();
        vault = Vault.unlock(home, start.environment(), keychain);
        store = Store.open(home, vault, clock);
        secrets = new SecretStore(store, vault, clock);
        calls = new GraphCalls(store, clock);
        sessions = new GraphSessions(GraphParts.standard(calls, IntegrationAccess.tokenCaches(secrets), clock, start.words()));
        demo = new DemoHost(home, demoOptions);

        integrations = new Integrations(store, secrets, clock);
        access = new IntegrationAccess(integrations, sessions, this::network, this::demoDoor);
        connected = new IntegrationsWiring(store, integrations, access, new DirectAccountProbe(access), start.words(), clock);
        doctor = new Doctor(home, vault, store, integrations, access, this::network, clock, start.words());
    }

    static Wiring open(Start start) {
        return open(start, Keychain.ofSystem(), DemoOptions.standard(start.clock()));
    }

    static Wiring open(Start start, Keychain keychain, DemoOptions demoOptions) {
        return new Wiring(start, keychain, demoOptions);
    }

    /// The network as the settings have it now, with the proxy's password from the vault.
    HttpOptions network() {
        return network(start.settings().get().network());
    }

    HttpOptions network(Settings.Network settings) {
        return HttpOptions.from(settings, secrets.get(PROXY_PASSWORD).orElseGet(() -> Secret.of("")));
    }

    boolean hasProxyPassword() {
        return !secrets.slots(PROXY_PASSWORD).isEmpty();
    }

    void keepProxyPassword(Secret password) {
        if (password.isEmpty()) {
            secrets.remove(PROXY_PASSWORD);
        } else {
            secrets.put(PROXY_PASSWORD, password);
        }
    }

    /// The demo tenant's integration; makes it on the first start, when there is nothing else to look at.
    Integration demoIntegration() {
        var at = demo.endpoint();
        return integrations.demo(at.tenantName(), at.tenantId(), at.clientId());
    }

    private DemoDoor demoDoor() {
        DemoEndpoint at = demo.endpoint();
        return new DemoDoor(at.loginEndpoint(), at.graphEndpoint(), at.clientId(), Secret.of(at.secret()), certificate(at.authorityPem()));
    }

    private static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException damaged) {
            throw new IllegalStateException("the demo tenant announced something that is no certificate", damaged);
        }
    }

    @Override
    public void close() {
        connected.close();
        sessions.close();
        demo.close();
        calls.close();
        store.close();
    }
}
