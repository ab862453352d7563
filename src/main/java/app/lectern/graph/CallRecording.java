package app.lectern.graph;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// The outermost layer: notes each call with all its attempts once its answer has been read, and ties transport
/// faults to their host.
final class CallRecording implements Interceptor {
    private final CallLog log;
    private final String connection;
    private final Clock clock;
    private final String proxy;

    CallRecording(CallLog log, String connection, Clock clock, String proxy) {
        this.log = log;
        this.connection = connection;
        this.clock = clock;
        this.proxy = proxy;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var trace = new CallTrace(clock);
        var request = chain.request().newBuilder().tag(CallTrace.class, trace).build();
        var purpose = Purpose.current();
        var path = PathMask.of(request.url().pathSegments());
        purpose.asked(path);
        var started = clock.instant();
        try {
            var response = chain.proceed(request);
            // a sign-in on the way asked for a path of its own
            purpose.asked(path);
            return WatchedBody.watch(
                    response,
                    bytes -> log.record(entry(started, purpose, request, path, response, "", bytes)),
                    failure -> new HostFailure(host(request), proxy, failure));
        } catch (IOException failure) {
            log.record(entry(started, purpose, request, path, null, faultOf(failure), 0));
            throw failure instanceof HostFailure ? failure : new HostFailure(host(request), proxy, failure);
        } catch (RuntimeException failure) {
            // no token could be had: the call never left
            log.record(entry(started, purpose, request, path, null, failure.getClass().getSimpleName(), 0));
            throw failure;
        }
    }

    private CallEntry entry(
            java.time.Instant started, Purpose purpose, Request request, String path, Response response, String fault, long bytes) {
        var trace = CallTrace.of(request);
        return new CallEntry(
                started,
                connection,
                purpose.label(),
                request.method(),
                host(request),
                path,
                response == null ? 0 : response.code(),
                fault,
                Duration.between(started, clock.instant()),
                trace.attempts(),
                header(response, "request-id", "x-ms-request-id"),
                trace.clientRequestId(),
                bytes);
    }

    private static String header(Response response, String name, String other) {
        if (response == null) {
            return "";
        }
        var value = response.header(name);
        return value != null ? value : response.header(other, "");
    }

    static String host(Request request) {
        var url = request.url();
        return url.port() == 443 ? url.host() : url.host() + ":" + url.port();
    }

    /// The class and nothing else: messages may hold addresses.
    static String faultOf(IOException failure) {
        Throwable at = failure instanceof HostFailure && failure.getCause() != null ? failure.getCause() : failure;
        return at.getClass().getSimpleName();
    }
}
