package app.lectern.graph;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.Remedy;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Fetches bytes from a pre-authenticated address: without a token, with a range if wanted, for as long as it takes.
/// Resuming, verifying and keeping are the downloads feature's.
public final class Downloads {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+|\\*)");

    private final OkHttpClient http;
    private final GraphProblems problems;

    Downloads(OkHttpClient http, GraphProblems problems) {
        this.http = http;
        this.problems = problems;
    }

    public Fetched whole(About about, URI address) {
        return from(about, address, 0, "");
    }

    /// From an offset on. With an ETag the host sends everything anew if the file has changed meanwhile.
    public Fetched from(About about, URI address, long offset, String etag) {
        var request = new Request.Builder().url(address.toString()).header("Accept-Encoding", "identity");
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
            if (!etag.isEmpty()) {
                request.header("If-Range", etag);
            }
        }
        var call = http.newCall(request.build());
        try {
            return new Purpose(about.purpose(), about.watcher()).during(() -> answer(call, offset, about));
        } catch (Exception failure) {
            throw problems.raised(failure, about);
        }
    }

    /// What a read of the bytes failed with, in words; for a thread that was interrupted, a CancellationException.
    public RuntimeException raised(IOException failure, About about) {
        return problems.raised(failure, about);
    }

    private Fetched answer(Call call, long offset, About about) throws IOException {
        var response = call.execute();
        var etag = response.header("ETag", "");
        Runnable end = () -> {
            call.cancel();
            response.close();
        };
        switch (response.code()) {
            case 200 -> {
                return new Fetched.Whole(response.body().byteStream(), response.body().contentLength(), etag, end);
            }
            case 206 -> {
                var range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
                if (range.matches() && range.group(1) != null && Long.parseLong(range.group(1)) == offset) {
                    return new Fetched.Part(response.body().byteStream(), offset, total(range.group(3)), etag, end);
                }
                response.close();
                throw refused(response, Code.ANSWER_UNREADABLE).raise();
            }
            case 416 -> {
                var range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
                response.close();
                return new Fetched.OutOfRange(range.matches() ? total(range.group(3)) : -1);
            }
            default -> {
                response.close();
                throw refused(response, meaning(response.code())).raise();
            }
        }
    }

    private static long total(String text) {
        return text.equals("*") ? -1 : Long.parseLong(text);
    }

    private static Code meaning(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 410 -> Code.DOWNLOAD_LINK_EXPIRED;
            case 429, 509 -> Code.THROTTLED;
            default -> status >= 500 ? Code.SERVICE_DOWN : Code.REQUEST_REFUSED;
        };
    }

    private static Problem refused(Response response, Code code) {
        return Problem.of(code)
                .with("host", response.request().url().host())
                .with("code", Integer.toString(response.code()))
                .with("reason", Optional.of(response.message()).filter(text -> !text.isEmpty()).orElse(null))
                .seen(new Evidence("storage", response.code(), "", "", response.header("request-id", "")))
                .offering(Remedy.of(Remedy.Kind.RETRY));
    }
}
