package app.lectern.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import okhttp3.Request;
import okio.Buffer;

/// Looks into request bodies for the one thing that [Retry] must know of them.
final class Bodies {
    private static final long LARGEST_LOOK = 1 << 20;

    private static final Pattern TRANSACTION_ID = Pattern.compile("\"transactionId\"\\s*:\\s*\"");

    private Bodies() {}

    /// Graph makes no second event for a `transactionId` that it has seen.
    static boolean carriesTransactionId(Request request) {
        var body = request.body();
        if (body == null || !request.method().equals("POST") || !endsInCollectionOfEvents(request)) {
            return false;
        }
        try {
            if (body.isOneShot() || body.contentLength() > LARGEST_LOOK) {
                return false;
            }
            var copy = new Buffer();
            body.writeTo(copy);
            return copy.readString(StandardCharsets.UTF_8).transform(text -> TRANSACTION_ID.matcher(text).find());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean endsInCollectionOfEvents(Request request) {
        return request.url().pathSegments().getLast().equals("events");
    }
}
