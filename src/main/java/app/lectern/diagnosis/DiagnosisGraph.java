package app.lectern.diagnosis;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.ResponseHandlerOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import okhttp3.Response;

/// Asks Graph and keeps what it answered, refusals included: a probe wants the status, the request-id and the words, not an
/// exception. Only ever sends GET.
final class DiagnosisGraph {
    /// What came back, or the problem that kept anything from coming back.
    record Answer(int status, String body, String requestId, Duration took, Optional<Problem> problem) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    private final GraphSession session;
    private final Clock clock;

    DiagnosisGraph(GraphSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    Answer get(String path) {
        return fetch(session.connection().cloud().apiRoot() + path);
    }

    Answer fetch(String url) {
        var from = clock.instant();
        try {
            return session.ask(About.of("Diagnose: probe"), client -> {
                var native_ = new NativeResponseHandler();
                var option = new ResponseHandlerOption();
                option.setResponseHandler(native_);
                var request = new RequestInformation();
                request.httpMethod = HttpMethod.GET;
                request.setUri(URI.create(url));
                request.headers.add("Accept", "application/json");
                request.addRequestOptions(java.util.List.of(option));
                client.getRequestAdapter().sendPrimitive(request, new HashMap<>(), InputStream.class);
                return read((Response) native_.getValue(), from);
            });
        } catch (ProblemException failed) {
            var evidence = failed.problem().evidence();
            return new Answer(evidence.status(), "", evidence.requestId(), since(from), Optional.of(failed.problem()));
        }
    }

    private Answer read(Response response, Instant from) {
        try (response) {
            var body = response.body() == null ? "" : response.body().string();
            return new Answer(response.code(), body, Optional.ofNullable(response.header("request-id")).orElse(""), since(from), Optional.empty());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Duration since(Instant from) {
        return Duration.between(from, clock.instant());
    }

    String adHocRecordings(String userId, Instant from, Instant until) {
        return session.urls().adhocRecordings(userId, from, until);
    }

    String allTranscripts(String userId, Instant from, Instant until) {
        return session.urls().allTranscripts(userId, from, until);
    }

    String permissionsPage() {
        return session.pages().permissions();
    }

    String accessPolicyCommand(String userId) {
        return session.pages().accessPolicyCommand(userId);
    }

    String transcriptsCommand() {
        return session.pages().transcriptsCommand();
    }

    String statusPage() {
        return app.lectern.graph.EntraPages.SERVICE_STATUS;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
