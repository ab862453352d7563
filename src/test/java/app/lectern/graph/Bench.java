package app.lectern.graph;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.entra.AppRegistration;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Remedy;
import app.lectern.vault.Secret;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;

/// A demo tenant, and sessions to it through the real MSAL and the real SDK; pauses are counted, not waited.
final class Bench implements AutoCloseable {
    static final String LINDQVIST = "k.lindqvist@northfield.example";

    final DemoTenant tenant;
    final List<CallEntry> calls = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final TokenCacheStore tokens = TokenCacheStore.inMemory();
    final GraphSessions sessions;

    Bench() {
        this(Duration.ZERO);
    }

    Bench(Duration latency) {
        tenant = DemoTenant.start(DemoOptions.standard(Clock.systemUTC()).withLatency(latency));
        tenant.signIn().pollInterval(Duration.ZERO);
        sessions = new GraphSessions(parts());
    }

    GraphParts parts() {
        return new GraphParts(calls::add, tokens, new MailboxGate(), Clock.systemUTC(), pauses::add, words());
    }

    static Words words() {
        return new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC());
    }

    HttpOptions network() {
        try {
            return HttpOptions.direct().trusting(Pem.certificates(tenant.authorityPem()).getFirst());
        } catch (java.security.GeneralSecurityException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    Cloud cloud() {
        return Cloud.custom(tenant.loginEndpoint(), tenant.graphEndpoint());
    }

    Connection connection(String clientId, Credential credential) {
        return new Connection("northfield", cloud(), tenant.tenantId(), clientId, credential);
    }

    GraphSession session(Connection connection) {
        return sessions.trial(connection, network());
    }

    GraphSession session(AppRegistration app, Credential credential) {
        return session(connection(app.appId(), credential));
    }

    GraphSession asApp(AppRegistration app) {
        return session(app, new Credential.ClientSecret(Secret.of(app.secret())));
    }

    GraphSession asApp() {
        return asApp(tenant.apps().complete());
    }

    GraphSession byDevice() {
        return session(tenant.apps().lectern(), new Credential.DeviceCode());
    }

    GraphSession byBrowser() {
        return session(tenant.apps().lectern(), new Credential.Browser());
    }

    String idOf(String address) {
        return tenant.school().people().named(address).id();
    }

    String lindqvist() {
        return idOf(LINDQVIST);
    }

    /// The object id of somebody with a mailbox, which Lindqvist has not.
    String teacher() {
        var now = java.time.Instant.now();
        return tenant.school().people().all().stream().filter(person -> person.hasMailbox(now)).findFirst().orElseThrow().id();
    }

    /// The problem in which the work ends; fails when it does not.
    static Problem problemOf(Callable<?> work) {
        var failure = Assertions.catchThrowable(work::call);
        Assertions.assertThat(failure).isInstanceOf(ProblemException.class);
        return ((ProblemException) failure).problem();
    }

    static List<Remedy.Kind> remedies(Problem problem) {
        return problem.remedies().stream().map(Remedy::kind).toList();
    }

    @Override
    public void close() {
        sessions.close();
        tenant.close();
    }
}
