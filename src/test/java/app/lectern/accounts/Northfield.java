package app.lectern.accounts;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.entra.AppRegistration;
import app.lectern.demo.faults.RequestLog;
import app.lectern.graph.CallLog;
import app.lectern.graph.Cloud;
import app.lectern.graph.Connection;
import app.lectern.graph.Credential;
import app.lectern.graph.GraphParts;
import app.lectern.graph.GraphSession;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.graph.MailboxGate;
import app.lectern.graph.TokenCacheStore;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.SignInMethod;
import app.lectern.jobs.Progress;
import app.lectern.store.ReadyStore;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A demo tenant with the real MSAL and SDK before it, a real store, and an integration; pauses are counted, not waited.
final class Northfield implements AutoCloseable {
    static final String MARTA = "marta.kowalska@northfield.example";
    static final String LINDQVIST = "k.lindqvist@northfield.example";
    static final String OYELARAN = "m.oyelaran@northfield.example";
    static final String SERVICE = "lms-teams-service@northfield.example";

    final DemoTenant tenant;
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final MovableClock clock = new MovableClock();
    final Words words = new Words(Locale.UK, ZoneId.of("Europe/London"), clock);
    final Store store;
    final Integrations integrations;
    final AccountVerifier verifier;
    final Organisers organisers;
    final LeaverCheck leavers;
    private final Map<Long, GraphSession> open = new HashMap<>();
    private final Map<Long, AppRegistration> apps = new HashMap<>();
    private final GraphSessions sessions;

    /// The real time and an offset: tokens are judged by the demo tenant's clock, which this one shares.
    static final class MovableClock extends Clock {
        private volatile Duration offset = Duration.ZERO;

        void advance(Duration by) {
            offset = offset.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), offset);
        }

        @Override
        public Instant instant() {
            return Clock.offset(Clock.systemUTC(), offset).instant();
        }
    }

    Northfield(Path folder) {
        this(folder, Duration.ZERO, DemoOptions.Sizes.SCHOOL);
    }

    Northfield(Path folder, Duration latency, DemoOptions.Sizes sizes) {
        tenant = DemoTenant.start(DemoOptions.standard(clock).withLatency(latency).withSizes(sizes));
        var home = ReadyStore.in(folder.resolve("home"));
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        store = Store.open(home, vault, clock);
        integrations = new Integrations(store, new SecretStore(store, vault, clock), clock);
        sessions = new GraphSessions(new GraphParts(
                CallLog.NONE, TokenCacheStore.inMemory(), new MailboxGate(), clock, pauses::add, words));
        verifier = new AccountVerifier(this::session, store, clock, pauses::add);
        organisers = new Organisers(verifier, store);
        leavers = new LeaverCheck(verifier, this::session, store, clock, pauses::add);
    }

    /// An integration that signs in as this app, by its secret.
    Integration integration(AppRegistration app, String owner, String serviceAccount) {
        return add(app, SignInMethod.SECRET, owner, serviceAccount);
    }

    Integration integration() {
        return integration(tenant.apps().complete(), "", "");
    }

    /// An integration that a person has signed in to.
    Integration signedIn(String person, String owner, String serviceAccount) {
        tenant.signIn().pollInterval(Duration.ZERO);
        tenant.signIn().approveDeviceCodes(person, 0);
        var integration = add(tenant.apps().complete(), SignInMethod.DEVICE_CODE, owner, serviceAccount);
        session(integration).signIn().withDeviceCode(prompt -> {});
        return integration;
    }

    private Integration add(AppRegistration app, SignInMethod method, String owner, String serviceAccount) {
        var added = integrations.add(new Integration(0, "Northfield College " + (apps.size() + 1), CloudKind.CUSTOM, tenant.loginEndpoint(),
                tenant.graphEndpoint(), tenant.tenantId(), app.appId(), method, owner, serviceAccount, true, clock.instant()));
        apps.put(added.id(), app);
        return added;
    }

    GraphSession session(Integration integration) {
        return open.computeIfAbsent(integration.id(), id -> {
            var app = apps.get(id);
            var credential = integration.signInMethod() == SignInMethod.SECRET
                    ? new Credential.ClientSecret(Secret.of(app.secret())) : new Credential.DeviceCode();
            return sessions.open(new Connection(integration.key(), Cloud.custom(tenant.loginEndpoint(), tenant.graphEndpoint()),
                    tenant.tenantId(), app.appId(), credential), HttpOptions.direct().trusting(authority()));
        });
    }

    private X509Certificate authority() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                    new ByteArrayInputStream(tenant.authorityPem().getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    AccountReport check(Integration integration, String address) throws InterruptedException {
        return verifier.check(integration, List.of(address), report -> {}, Progress.NONE).getFirst();
    }

    /// The id of a person, known by the part before the @.
    String id(String name) {
        return tenant.school().people().named(name + "@northfield.example").id();
    }

    /// The addresses of so many people, in the directory's order.
    List<String> people(int count) {
        return tenant.school().people().all().stream().limit(count).map(person -> person.userPrincipalName().toLowerCase(Locale.ROOT)).toList();
    }

    /// Requests over the wire to Graph, a batch being one.
    List<RequestLog.Entry> roundTrips() {
        return tenant.requests().all().stream().filter(entry -> !entry.batchItem() && entry.path().startsWith("/v1.0")).toList();
    }

    @Override
    public void close() {
        sessions.close();
        tenant.close();
        store.close();
    }
}
