package app.lectern.graph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/// One connection at work: its sign-in, the real Graph client on the shared HTTP configuration with Lectern's own
/// retry, limits and call log, and the translation of its faults.
public final class GraphSession implements AutoCloseable {
    private final Connection connection;
    private final Http http;
    private final ClockSkew skew;
    private final GraphProblems problems;
    private final SignIn signIn;
    private final GraphServiceClient client;
    private final Batch batch;
    private final Downloads downloads;
    private final Downloads contents;
    private final Connectivity connectivity;
    private final Reach reached;

    GraphSession(Connection connection, Http http, GraphParts parts) {
        this.connection = connection;
        this.http = http;
        this.skew = new ClockSkew(parts.clock());
        this.problems = new GraphProblems(connection, skew, parts.words(), parts.clock(), this::tokenAllowsNothing);
        var retry = new Retry(parts.sleeper(), () -> ThreadLocalRandom.current().nextDouble(), waiting -> parts.pauses().tell(connection.id(), waiting));
        var recording = new CallRecording(parts.log(), connection.id(), parts.clock(), http.namedProxy());
        var attempts = new AttemptRecording(skew);
        var plain = http.plain();
        var reach = new ReachRecording(parts.reach(), connection.id());
        var forSignIn = layered(plain, reach, recording, new AnswerCheck(), retry, attempts);
        this.signIn = new SignIn(
                connection, new MsalHttp(forSignIn), parts.tokens(), problems, new SignInPages(parts.words()), parts.clock());
        var limit = new MailboxLimit(parts.gate(), connection.id());
        var token = new BearerToken(signIn, connection.cloud());
        var forGraph = layered(plain, reach, recording, new AnswerCheck(), new GraphHeaders(), retry, token, limit, attempts);
        var adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), connection.cloud().apiRoot(), forGraph);
        this.connectivity = new Connectivity(http, parts.clock(), parts.words());
        this.reached = parts.reach();
        this.client = new GraphServiceClient(adapter);
        this.batch = new Batch(connection, forGraph, adapter, problems, parts);
        this.downloads = new Downloads(layered(plain, recording, retry, attempts),
                Downloads.parallel(layered(plain, recording, attempts)), problems, parts.clock());
        this.contents = new Downloads(layered(plain, recording, retry, token, attempts),
                Downloads.parallel(layered(plain, recording, token, attempts)), problems, parts.clock());
    }

    /// Outermost first. The SDK's own handlers are not among them.
    static OkHttpClient layered(OkHttpClient base, okhttp3.Interceptor... layers) {
        var builder = base.newBuilder();
        for (var layer : layers) {
            builder.addInterceptor(layer);
        }
        return builder.build();
    }

    private boolean tokenAllowsNothing() {
        return signIn.allowsNothing();
    }

    public Connection connection() {
        return connection;
    }

    HttpOptions network() {
        return http.options();
    }

    public SignIn signIn() {
        return signIn;
    }

    /// For `…Graph` adapters, inside [#ask].
    public GraphServiceClient client() {
        return client;
    }

    public Batch batch() {
        return batch;
    }

    public Downloads downloads() {
        return downloads;
    }

    /// Bytes that Graph hands out itself, to whoever has the token.
    public Downloads contents() {
        return contents;
    }

    public GraphUrls urls() {
        return new GraphUrls(connection.cloud());
    }

    public EntraPages pages() {
        return new EntraPages(connection);
    }

    /// How far this computer's clock is from Microsoft's, as the last answer showed.
    public ClockSkew clockSkew() {
        return skew;
    }

    /// Asks Graph once, on a fresh connection and without signing in. An answer takes the connection out of doubt.
    public boolean canBeReached() {
        boolean answered = connectivity.check(connection.cloud().graph()).reached();
        if (answered) {
            reached.answered(connection.id());
        }
        return answered;
    }

    public GraphProblems problems() {
        return problems;
    }

    /// Makes calls under a purpose. Whatever they throw leaves as a ProblemException, or as a CancellationException.
    public <T> T ask(About about, Function<? super GraphServiceClient, T> call) {
        var purpose = new Purpose(about.purpose(), about.watcher());
        try {
            return purpose.during(() -> {
                try {
                    return call.apply(client);
                } catch (Exception failure) {
                    throw problems.raised(failure, about);
                }
            });
        } catch (Exception failure) {
            throw failure instanceof RuntimeException raised ? raised : problems.raised(failure, about);
        }
    }

    @Override
    public void close() {
        downloads.close();
        contents.close();
        http.close();
    }
}
