package app.lectern.graph;

import java.io.IOException;
import java.time.Instant;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// The innermost layer: notes each single attempt, and compares the computer's clock with the answer's.
final class AttemptRecording implements Interceptor {
    private final ClockSkew skew;

    AttemptRecording(ClockSkew skew) {
        this.skew = skew;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var trace = CallTrace.of(chain.request());
        Instant at = trace.clock().instant();
        try {
            var response = whole(HiddenRetryAfter.restored(chain.proceed(chain.request())));
            trace.attempt(at, response.code(), "");
            var date = response.headers().getDate("Date");
            skew.observe(date == null ? null : date.toInstant());
            return response;
        } catch (IOException failure) {
            trace.attempt(at, 0, CallRecording.faultOf(failure));
            throw failure;
        }
    }

    /// JSON is read to its end here, so that an answer that breaks off half-way is a fault that can be retried.
    private static Response whole(Response response) throws IOException {
        var body = response.body();
        var type = body == null ? null : body.contentType();
        if (type == null || !type.subtype().contains("json")) {
            return response;
        }
        return response.newBuilder().body(ResponseBody.create(body.bytes(), type)).build();
    }
}
