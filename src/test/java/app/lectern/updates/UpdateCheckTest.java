package app.lectern.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.graph.HttpOptions;
import app.lectern.graph.PublicPages;
import app.lectern.home.Settings;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a feed on loopback, over the product's own HTTP.
class UpdateCheckTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String feed;
    private int status = 200;
    private String answer = """
            [{"tag_name": "v1.1.0", "body": "- Recordings resume", "html_url": "https://releases.example/1.1.0"},
             {"tag_name": "v1.3.0-rc1", "prerelease": true, "body": "- For the brave", "html_url": "https://releases.example/1.3.0-rc1"},
             {"tag_name": "v1.4.0", "draft": true, "body": "- Nobody may see this yet", "html_url": "https://releases.example/1.4.0"},
             {"tag_name": "nightly", "body": "- No version", "html_url": "https://releases.example/nightly"},
             {"tag_name": "v1.2.0", "body": "- A calmer calendar", "html_url": "javascript:alert(1)"},
             {"tag_name": "v1.0.0", "body": "- The first", "html_url": "https://releases.example/1.0.0"}]""";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        feed = "http://127.0.0.1:" + server.getAddress().getPort() + "/releases";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void newerReleasesComeNewestFirstWithTheirChanges() {
        var newer = check("1.0.0", true, feed).ask();

        assertThat(newer).containsExactly(
                new Release("1.2.0", "- A calmer calendar", ""),
                new Release("1.1.0", "- Recordings resume", "https://releases.example/1.1.0"));
    }

    @Test
    void whoRunsATrialVersionIsOfferedTrialVersions() {
        assertThat(check("1.3.0-beta2", true, feed).ask()).extracting(Release::version).containsExactly("1.3.0-rc1");
    }

    @Test
    void theNewestHasNothingNewer() {
        assertThat(check("1.2.0", true, feed).ask()).isEmpty();
    }

    @Test
    void nothingIsAskedUnlessItWasAllowed() {
        assertThat(check("1.0.0", false, feed).askIfAllowed()).isEmpty();
        assertThat(check("1.0.0", true, "").askIfAllowed()).isEmpty();
        assertThat(asked).isEmpty();

        assertThat(check("1.0.0", true, feed).askIfAllowed()).hasSize(2);
        assertThat(asked).containsExactly("/releases");
    }

    @Test
    void aPageThatIsNoFeedIsAProblemOfItsOwn() {
        answer = "<html>Sign in to the guest network</html>";
        assertThat(problemOf(check("1.0.0", true, feed))).isEqualTo(Problem.Code.PAGE_UNREADABLE);

        answer = "{\"message\": \"API rate limit exceeded\"}";
        assertThat(problemOf(check("1.0.0", true, feed))).isEqualTo(Problem.Code.PAGE_UNREADABLE);

        status = 404;
        assertThat(problemOf(check("1.0.0", true, feed))).isEqualTo(Problem.Code.PAGE_UNREADABLE);

        status = 503;
        assertThat(problemOf(check("1.0.0", true, feed))).isEqualTo(Problem.Code.SERVICE_DOWN);
    }

    @Test
    void withoutAnAddressOrWithAForeignOneItSaysSo() {
        assertThat(problemOf(check("1.0.0", true, ""))).isEqualTo(Problem.Code.FEED_MISSING);
        assertThat(problemOf(check("1.0.0", true, "file:///etc/passwd"))).isEqualTo(Problem.Code.FEED_MISSING);
        assertThat(problemOf(check("1.0.0", true, "not an address"))).isEqualTo(Problem.Code.FEED_MISSING);
    }

    @Test
    void nothingListeningIsTheNetworksProblem() {
        server.stop(0);

        assertThat(problemOf(check("1.0.0", true, feed))).isEqualTo(Problem.Code.CONNECTION_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, 1.0.1", "1.9.0, 1.10.0", "0.1.0-SNAPSHOT, 0.1.0", "1.2, 1.2.1", "v1.0.0, 2", "1.0.0-rc1, 1.0.0-rc2"})
    void versionsFollowOneAnother(String older, String newer) {
        var first = VersionNumber.parse(older).orElseThrow();
        var second = VersionNumber.parse(newer).orElseThrow();

        assertThat(first).isLessThan(second);
        assertThat(second).isGreaterThan(first);
    }

    private static Problem.Code problemOf(UpdateCheck check) {
        var codes = new Problem.Code[1];
        assertThatThrownBy(check::ask).isInstanceOfSatisfying(ProblemException.class, raised -> codes[0] = raised.problem().code());
        return codes[0];
    }

    private static UpdateCheck check(String version, boolean allowed, String feed) {
        return new UpdateCheck(new PublicPages(HttpOptions::direct), () -> new Settings.Updates(allowed, feed), version);
    }
}
