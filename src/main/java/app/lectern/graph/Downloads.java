package app.lectern.graph;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.Remedy;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/// Fetches bytes from an address, most often a pre-authenticated one that needs no token: with a range if wanted, for as long as it takes.
/// Resuming, verifying and keeping are the downloads feature's.
public final class Downloads {
    private static final Set<Integer> LATER = Set.of(429, 503, 504, 509);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+|\\*)");

    private final OkHttpClient http;
    private final OkHttpClient once;
    private final GraphProblems problems;
    private final Clock clock;

    /// @param http repeats what a host refuses for the moment
    /// @param once asks a single time, on connections of its own
    Downloads(OkHttpClient http, OkHttpClient once, GraphProblems problems, Clock clock) {
        this.http = http;
        this.once = once;
        this.problems = problems;
        this.clock = clock;
    }

    /// A client for many ranges at once. HTTP/2 would lead them all over one connection, which is what several are to avoid.
    static OkHttpClient parallel(OkHttpClient layered) {
        return layered.newBuilder().protocols(List.of(Protocol.HTTP_1_1)).connectionPool(new ConnectionPool(64, 50, TimeUnit.SECONDS))
                .socketFactory(new BoundedSockets()).build();
    }

    void close() {
        once.connectionPool().evictAll();
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
            return new Purpose(about.purpose(), about.watcher()).during(() -> answer(call, offset, about, null));
        } catch (Exception failure) {
            throw problems.raised(failure, about);
        }
    }

    /// The bytes `[from, until)`, asked for once: when to ask again is for the caller to say, who knows what else is going on
    /// with that host. A silence longer than `patience` ends the transfer.
    public Fetched range(About about, URI address, long from, long until, String etag, Duration patience) {
        var request = new Request.Builder().url(address.toString()).header("Accept-Encoding", "identity")
                .header("Range", "bytes=" + from + "-" + (until - 1));
        if (!etag.isEmpty()) {
            request.header("If-Range", etag);
        }
        var client = once.newBuilder().readTimeout(patience).build();
        var call = client.newCall(request.build());
        try {
            return new Purpose(about.purpose(), about.watcher()).during(() -> answer(call, from, about, clock));
        } catch (Exception failure) {
            throw problems.raised(failure, about);
        }
    }

    /// What a read of the bytes failed with, in words; for a thread that was interrupted, a CancellationException.
    public RuntimeException raised(IOException failure, About about) {
        return problems.raised(failure, about);
    }

    /// @param told the clock by which a host's wish to be asked later is handed on; null when such an answer is a failure
    private Fetched answer(Call call, long offset, About about, Clock told) throws IOException {
        var response = call.execute();
        var etag = response.header("ETag", "");
        Runnable end = () -> {
            call.cancel();
            response.close();
        };
        switch (response.code()) {
            case 200 -> {
                return new Fetched.Whole(response.body().byteStream(), response.body().contentLength(), etag, call::cancel, end);
            }
            case 206 -> {
                var range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
                if (range.matches() && range.group(1) != null && Long.parseLong(range.group(1)) == offset) {
                    return new Fetched.Part(response.body().byteStream(), offset, total(range.group(3)), etag, call::cancel, end);
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
                if (told != null && LATER.contains(response.code())) {
                    return new Fetched.Later(RetryAfter.of(response, told), refused(response, meaning(response.code())));
                }
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
