package app.lectern.graph;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// Looks at an answer before a library parses it: a web page where JSON is due is a fault of its own kind (the SDK
/// would throw a bare RuntimeException), and a [RawAnswer] gets its copy.
final class AnswerCheck implements Interceptor {
    private static final long LARGEST_COPY = 16L << 20;

    private final JsonMapper json = new JsonMapper();

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var response = chain.proceed(request);
        var type = response.body() == null ? null : response.body().contentType();
        if (type != null && type.subtype().contains("html") && !asksForContent(request)) {
            int status = response.code();
            response.close();
            throw new ForeignAnswer(status);
        }
        var raw = request.tag(RawAnswer.class);
        if (raw != null && type != null && type.subtype().contains("json")) {
            raw.keep(json.readTree(response.peekBody(LARGEST_COPY).bytes()));
        }
        return response;
    }

    private static boolean asksForContent(Request request) {
        var last = request.url().pathSegments().getLast();
        return last.equals("content") || last.equals("metadataContent") || last.equals("$value");
    }
}
