package app.lectern.bench;

import app.lectern.graph.About;
import app.lectern.graph.CallLog;
import app.lectern.graph.Cloud;
import app.lectern.graph.Connection;
import app.lectern.graph.Credential;
import app.lectern.graph.GraphParts;
import app.lectern.graph.GraphSession;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.graph.TokenCacheStore;
import app.lectern.vault.Secret;
import app.lectern.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;

/// What the first call to Graph costs a program that has just started, and what the next one: the sign-in, the handshake and the
/// question, as the product asks it. Usage: `FirstCall LOGIN GRAPH TENANT CLIENT CA_FILE`, the secret in SCHOOL_SECRET; prints the
/// processor's milliseconds of each.
public final class FirstCall {
    private FirstCall() {}

    public static void main(String... args) throws Exception {
        var words = new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC());
        var parts = GraphParts.standard(CallLog.NONE, TokenCacheStore.inMemory(), Clock.systemUTC(), words);
        var connection = new Connection("bench", Cloud.custom(args[0], args[1]), args[2], args[3],
                new Credential.ClientSecret(Secret.of(System.getenv("SCHOOL_SECRET"))));
        var options = HttpOptions.direct();
        try (var file = Files.newInputStream(Path.of(args[4]))) {
            options = options.trusting((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        try (var session = new GraphSessions(parts).trial(connection, options)) {
            System.out.printf(Locale.ROOT, "%d %d%n", cost(session), cost(session));
        }
    }

    private static long cost(GraphSession session) {
        var before = worked();
        session.ask(About.of("Bench"), client -> client.organization().get());
        return worked().minus(before).toMillis();
    }

    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
