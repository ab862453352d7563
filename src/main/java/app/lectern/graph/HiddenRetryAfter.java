package app.lectern.graph;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/// OkHttp repeats a request by itself, a POST too, when a 503 says `Retry-After: 0`. Renaming the header on the way in
/// leaves that decision to [Retry], which reads it under the other name.
final class HiddenRetryAfter implements Interceptor {
    private static final String HIDDEN = "X-Lectern-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        var value = response.header("Retry-After");
        if (value == null || response.code() != 503) {
            return response;
        }
        return response.newBuilder().removeHeader("Retry-After").header(HIDDEN, value).build();
    }

    static Response restored(Response response) {
        var value = response.header(HIDDEN);
        return value == null ? response : response.newBuilder().removeHeader(HIDDEN).header("Retry-After", value).build();
    }
}
