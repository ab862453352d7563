package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.home.Settings;
import app.lectern.home.Settings.ProxyMode;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.Remedy;
import app.lectern.vault.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can break on the way, over real sockets: through MSAL for the sign-in host, through the SDK for Graph.
class NetworkFaultsTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private final Bench bench = new Bench();

    @AfterEach
    void stop() {
        bench.close();
    }

    private Connection connection() {
        var app = bench.tenant.apps().complete();
        return bench.connection(app.appId(), new Credential.ClientSecret(Secret.of(app.secret())));
    }

    private Problem signInProblem(HttpOptions network) {
        return Bench.problemOf(bench.sessions.trial(connection(), network).signIn()::silently);
    }

    /// The sign-in succeeds first, so that the fault meets the SDK.
    private Problem graphProblem(HttpOptions network, Fault fault) {
        var session = bench.sessions.trial(connection(), network);
        session.signIn().silently();
        // a busy machine may have needed a second try for that
        bench.pauses.clear();
        bench.tenant.faults().graph("GET", "/users").always().with(fault);
        return Bench.problemOf(() -> session.ask(About.of("Test"), graph -> graph.users().get()));
    }

    private String host() {
        return bench.tenant.loginEndpoint().replace("https://", "").replace("/", "");
    }

    @Test
    void tlsInspectionWithoutItsAuthorityIsRecognised() {
        var problem = signInProblem(HttpOptions.direct());
        assertThat(problem.code()).isEqualTo(Code.TLS_UNTRUSTED);
        assertThat(problem.facts()).containsEntry("host", host());
        assertThat(Bench.remedies(problem)).contains(Remedy.Kind.OPEN_SETTINGS);
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void authorityFromTheSettingsIsTrusted(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("ca.pem"), bench.tenant.authorityPem());
        var network = new Settings.Network(ProxyMode.NONE, "", 0, "", file.toString(), 5, 5);
        var session = bench.sessions.trial(connection(), HttpOptions.from(network, Secret.of("")));
        assertThat(session.signIn().silently().appOnly()).isTrue();
    }

    @Test
    void authorityFileWithoutCertificateIsRefused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("ca.pem"), "hello");
        var network = new Settings.Network(ProxyMode.NONE, "", 0, "", file.toString(), 5, 5);
        assertThat(Bench.problemOf(() -> HttpOptions.from(network, Secret.of(""))).code()).isEqualTo(Code.CA_FILE_UNREADABLE);
        var missing = new Settings.Network(ProxyMode.NONE, "", 0, "", folder.resolve("none.pem").toString(), 5, 5);
        assertThat(Bench.problemOf(() -> HttpOptions.from(missing, Secret.of(""))).code()).isEqualTo(Code.CA_FILE_UNREADABLE);
    }

    @Test
    void proxyThatAsksForAPasswordGetsItOrSaysSo() throws IOException {
        // "school:pass" in Base64
        try (var proxy = new CannedProxy(0, "Basic c2Nob29sOnBhc3M=")) {
            var good = bench.network().through("127.0.0.1", proxy.port(), "school", Secret.of("pass"));
            assertThat(bench.sessions.trial(connection(), good).signIn().silently().appOnly()).isTrue();
            assertThat(proxy.asked).allMatch(head -> head.contains("Proxy-Authorization"));
            var wrong = bench.network().through("127.0.0.1", proxy.port(), "school", Secret.of("wrong"));
            assertThat(signInProblem(wrong).code()).isEqualTo(Code.PROXY_SIGN_IN);
            var none = bench.network().through("127.0.0.1", proxy.port(), "", Secret.of(""));
            assertThat(signInProblem(none).code()).isEqualTo(Code.PROXY_SIGN_IN);
            assertThat(bench.pauses).isEmpty();
        }
    }

    @Test
    void proxyThatRefusesIsNamedWithItsAnswer() throws IOException {
        try (var proxy = new CannedProxy(403, "")) {
            var problem = signInProblem(bench.network().through("127.0.0.1", proxy.port(), "", Secret.of("")));
            assertThat(problem.code()).isEqualTo(Code.PROXY_REFUSED);
            assertThat(problem.facts()).containsEntry("code", "403").containsEntry("host", host());
            assertThat(proxy.asked).hasSize(1);
        }
    }

    @Test
    void proxyThatIsDownIsNamedInPlaceOfTheHostBehindIt() throws IOException {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        var problem = signInProblem(bench.network().through("127.0.0.1", port, "", Secret.of("")));
        assertThat(problem.code()).isEqualTo(Code.CONNECTION_REFUSED);
        assertThat(problem.facts()).containsEntry("host", "127.0.0.1:" + port);
    }

    @Test
    void endpointThatIsDownIsTriedFourTimes() {
        var network = bench.network();
        var connection = connection();
        bench.tenant.close();
        var problem = Bench.problemOf(bench.sessions.trial(connection, network).signIn()::silently);
        assertThat(problem.code()).isEqualTo(Code.CONNECTION_REFUSED);
        assertThat(bench.pauses).hasSize(3);
        assertThat(bench.pauses.get(2)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    @Test
    void unknownHostIsNamed() {
        var cloud = Cloud.custom("https://login.nowhere.invalid", "https://graph.nowhere.invalid");
        var connection = new Connection("x", cloud, "t", "a", new Credential.ClientSecret(Secret.of("s")));
        var problem = Bench.problemOf(bench.sessions.trial(connection, bench.network()).signIn()::silently);
        assertThat(problem.code()).isEqualTo(Code.HOST_UNKNOWN);
        assertThat(problem.facts()).containsEntry("host", "login.nowhere.invalid");
    }

    @Test
    void stallEndsInATimeOut() {
        var problem = graphProblem(bench.network().waiting(SHORT, SHORT), Fault.stall());
        assertThat(problem.code()).isEqualTo(Code.TIMED_OUT);
        assertThat(problem.facts()).containsEntry("host", host());
        assertThat(bench.pauses).hasSize(3);
    }

    @Test
    void answerThatStopsHalfWayIsATimeOutToo() {
        assertThat(graphProblem(bench.network().waiting(SHORT, SHORT), Fault.stallAfter(20)).code()).isEqualTo(Code.TIMED_OUT);
    }

    @Test
    void resetConnectionIsTriedAgainAndThenLost() {
        var session = bench.asApp();
        session.signIn().silently();
        bench.tenant.faults().graph("GET", "/users").times(3).with(Fault.reset());
        assertThat(session.ask(About.of("Test"), graph -> graph.users().get()).getValue()).isNotEmpty();
        assertThat(graphProblem(bench.network(), Fault.resetAfter(30)).code()).isEqualTo(Code.CONNECTION_LOST);
    }

    @Test
    void webPageOfAProxyIsNotTakenForGraph() {
        var problem = graphProblem(bench.network(), Fault.page(200));
        assertThat(problem.code()).isEqualTo(Code.ANSWER_UNREADABLE);
        assertThat(problem.facts()).containsEntry("host", host());
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void gatewayErrorPageMeansThatTheServiceIsDown() {
        assertThat(graphProblem(bench.network(), Fault.page(502)).code()).isEqualTo(Code.SERVICE_DOWN);
    }

    @Test
    void webPageAtSignInIsRecognisedThroughMsal() {
        bench.tenant.faults().signIn("POST", "/*/oauth2/v2.0/token").always().with(Fault.page(200));
        assertThat(signInProblem(bench.network()).code()).isEqualTo(Code.ANSWER_UNREADABLE);
    }

    @Test
    void answerWithoutBodyStillHasAMeaning() {
        var problem = graphProblem(bench.network(), Fault.empty(404));
        assertThat(problem.code()).isEqualTo(Code.ITEM_GONE);
        assertThat(problem.evidence().status()).isEqualTo(404);
    }

    @Test
    void clockThatIsOffExplainsARefusedToken() {
        var session = bench.asApp();
        session.signIn().silently();
        bench.tenant.faults().skewClock(Duration.ofHours(3));
        bench.tenant.faults().graph("GET", "/users").always().with(Fault.of(GraphRefusals.tokenExpired()));
        var problem = Bench.problemOf(() -> session.ask(About.of("Test"), graph -> graph.users().get()));
        assertThat(problem.code()).isEqualTo(Code.CLOCK_WRONG);
    }

    @Test
    void doctorSeesEachStep() {
        try (var http = new Http(bench.network())) {
            var checks = new Connectivity(http, java.time.Clock.systemUTC(), Bench.words()).check(bench.cloud());
            assertThat(checks).hasSize(2).allSatisfy(check -> {
                assertThat(check.reached()).isTrue();
                assertThat(check.host()).isEqualTo(host());
                assertThat(check.addresses()).contains("127.0.0.1");
                assertThat(check.tls()).startsWith("TLSv1");
                assertThat(check.issuer()).contains("Lectern demo tenant");
                assertThat(check.latency()).isPresent();
                assertThat(check.problem()).isEmpty();
            });
        }
    }

    @Test
    void doctorSeesWhereItEnds() throws IOException {
        bench.tenant.faults().skewClock(Duration.ofMinutes(20));
        try (var http = new Http(bench.network()); var untrusting = new Http(HttpOptions.direct()); var proxy = new CannedProxy(403, "");
                var behind = new Http(bench.network().through("127.0.0.1", proxy.port(), "", Secret.of("")))) {
            var clock = java.time.Clock.systemUTC();
            assertThat(new Connectivity(http, clock, Bench.words()).check(bench.cloud().graph()).problem())
                    .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(Code.CLOCK_WRONG));
            var check = new Connectivity(untrusting, clock, Bench.words()).check(bench.cloud().graph());
            assertThat(check.reached()).isFalse();
            assertThat(check.problem()).hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(Code.TLS_UNTRUSTED));
            var refused = new Connectivity(behind, clock, Bench.words()).check(bench.cloud().graph());
            assertThat(refused.proxy()).isEqualTo("127.0.0.1:" + proxy.port());
            assertThat(refused.problem()).hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(Code.PROXY_REFUSED));
        }
    }
}
