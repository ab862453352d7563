package app.lectern.graph;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// What every Graph request carries: a client-request-id of its own, and the wish for unabridged enums and for ids
/// that survive a move between folders, beside whatever else the call prefers.
final class GraphHeaders implements Interceptor {
    private static final String CLIENT_REQUEST_ID = "client-request-id";
    static final String UNKNOWN_MEMBERS = "include-unknown-enum-members";
    static final String IMMUTABLE_ID = "IdType=\"ImmutableId\"";

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        // the SDK sets one id per client object, which would tie unrelated calls together
        var id = UUID.randomUUID().toString();
        CallTrace.of(request).named(id);
        return chain.proceed(request.newBuilder()
                .header(CLIENT_REQUEST_ID, id)
                .header("Prefer", preferences(request))
                .build());
    }

    static String preferences(Request request) {
        var all = new LinkedHashSet<>(request.headers("Prefer"));
        var given = String.join(", ", all);
        var merged = new StringBuilder(given);
        for (var wanted : new String[] {UNKNOWN_MEMBERS, IMMUTABLE_ID}) {
            if (!given.contains(wanted)) {
                merged.append(merged.isEmpty() ? "" : ", ").append(wanted);
            }
        }
        return merged.toString();
    }
}
