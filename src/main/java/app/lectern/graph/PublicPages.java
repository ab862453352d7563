package app.lectern.graph;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Request;
import okio.BufferedSource;

/// Reads public pages as text, without any sign-in, through the network that the settings describe now.
public final class PublicPages implements Function<URI, String> {
    /// More than any list of releases; a page that never ends must not fill the memory.
    private static final long MOST_BYTES = 4 << 20;

    private final Supplier<HttpOptions> network;

    public PublicPages(Supplier<HttpOptions> network) {
        this.network = network;
    }

    /// Raises what was wrong with the network, or SERVICE_DOWN or PAGE_UNREADABLE for an answer that is no page.
    @Override
    public String apply(URI address) {
        var host = address.getHost();
        try (var http = new Http(network.get())) {
            var request = new Request.Builder().url(address.toString()).header("Accept", "application/json").build();
            try (var response = http.plain().newCall(request).execute()) {
                if (!response.isSuccessful()) {
                    throw Problem.of(response.code() >= 500 ? Problem.Code.SERVICE_DOWN : Problem.Code.PAGE_UNREADABLE)
                            .with("host", host).with("code", Integer.toString(response.code())).raise();
                }
                return text(response.body().source(), host);
            } catch (IOException failure) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                throw TransportProblems.of(new HostFailure(host, http.namedProxy(), failure)).raise(failure);
            }
        }
    }

    private static String text(BufferedSource body, String host) throws IOException {
        if (body.request(MOST_BYTES + 1)) {
            throw Problem.of(Problem.Code.PAGE_UNREADABLE).with("host", host).raise();
        }
        return body.getBuffer().readString(StandardCharsets.UTF_8);
    }
}
