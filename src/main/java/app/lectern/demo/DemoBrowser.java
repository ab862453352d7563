package app.lectern.demo;

import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Stands in for the system browser, which would not trust the demo tenant's certificate: opens the sign-in page and
/// carries its answer to the program's loopback address.
final class DemoBrowser {

    private static final Pattern ACTION = Pattern.compile("<form method=\"POST\" name=\"hiddenform\" action=\"([^\"]*)\">");
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"/>");

    private final Function<HttpCall, HttpReply> tenant;

    DemoBrowser(Function<HttpCall, HttpReply> tenant) {
        this.tenant = tenant;
    }

    void open(URI page) {
        var reply = tenant.apply(new HttpCall("GET", page.getRawPath(), page.getRawQuery(), Map.of(), new byte[0]));
        var location = reply.headers().get("Location");
        var form = ACTION.matcher(reply.bodyText());
        if (location != null) {
            deliver(HttpRequest.newBuilder(URI.create(location)).GET().build());
        } else if (form.find()) {
            var body = FIELD.matcher(reply.bodyText()).results()
                    .map(field -> field.group(1) + "=" + URLEncoder.encode(plain(field.group(2)), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            deliver(HttpRequest.newBuilder(URI.create(plain(form.group(1)))).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build());
        }
        // anything else is an error page, at which a person would look; the program goes on waiting for its answer
    }

    private static void deliver(HttpRequest request) {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(HttpClient.Builder.NO_PROXY).build()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException nobodyListens) {
            // the program has given up waiting
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
