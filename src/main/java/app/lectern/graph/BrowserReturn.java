package app.lectern.graph;

import com.microsoft.aad.msal4j.MsalServiceException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits on loopback for the browser to come back from the sign-in page with a code or a refusal. MSAL has such a
/// listener too, but it throws the reason of a refusal away, and puts Entra's text unescaped into its page.
final class BrowserReturn implements AutoCloseable {
    private static final int LARGEST_FORM = 1 << 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<String> code = new CompletableFuture<>();
    private final String state;
    private final SignInPages pages;

    BrowserReturn(String state, SignInPages pages) throws IOException {
        this.state = state;
        this.pages = pages;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    /// `localhost`, since Entra ignores the port of that name alone.
    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    String code(int seconds) throws InterruptedException, TimeoutException {
        try {
            return code.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw (MsalServiceException) refused.getCause();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var fields = fields(exchange);
            // a page that anybody could make the browser open must not be able to end the sign-in
            if (!exchange.getRequestURI().getPath().equals("/") || !state.equals(fields.get("state"))) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var found = fields.getOrDefault("code", "");
            answer(exchange, found.isEmpty() ? pages.failure() : pages.success());
            if (found.isEmpty()) {
                code.completeExceptionally(new MsalServiceException(
                        fields.getOrDefault("error_description", ""), fields.getOrDefault("error", "access_denied")));
            } else {
                code.complete(found);
            }
        }
    }

    private static Map<String, String> fields(HttpExchange exchange) throws IOException {
        var text = exchange.getRequestMethod().equals("POST")
                ? new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), StandardCharsets.UTF_8)
                : exchange.getRequestURI().getRawQuery();
        var found = new HashMap<String, String>();
        for (var pair : text == null ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    found.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException malformed) {
                    // no answer of Entra's looks like this
                    return Map.of();
                }
            }
        }
        return found;
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
