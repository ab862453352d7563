package app.lectern.graph;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import com.microsoft.kiota.serialization.Parsable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Request;
import okio.Buffer;

/// A request on its way through the batches: its JSON, how often it was sent, and when it may go again.
final class BatchItem<T extends Parsable> {
    private final int index;
    private final BatchCall<T> call;
    private final Request request;
    private final String root;
    private final JsonMapper json;
    private int tries;
    private Instant notBefore = Instant.MIN;

    BatchItem(int index, BatchCall<T> call, OkHttpRequestAdapter adapter, String root, JsonMapper json) {
        this.index = index;
        this.call = call;
        this.request = nativeRequest(adapter, call.request());
        this.root = root;
        this.json = json;
    }

    private static Request nativeRequest(OkHttpRequestAdapter adapter, RequestInformation information) {
        return adapter.<Request>convertToNativeRequest(information);
    }

    int index() {
        return index;
    }

    BatchCall<T> call() {
        return call;
    }

    int tries() {
        return tries;
    }

    void sent() {
        tries++;
    }

    boolean readyAt(Instant now) {
        return !notBefore.isAfter(now);
    }

    Instant notBefore() {
        return notBefore;
    }

    void notBefore(Instant moment) {
        notBefore = moment;
    }

    boolean repeatable() {
        return call.repeatable() || Retry.mayRepeat(request);
    }

    Optional<String> mailbox(String connection) {
        return MailboxGate.mailboxOf(connection, request.url().pathSegments());
    }

    String path() {
        return PathMask.of(request.url().pathSegments());
    }

    /// The outer request's headers do not reach the items, so each carries its own.
    ObjectNode toJson() throws IOException {
        var node = json.createObjectNode();
        node.put("id", Integer.toString(index)).put("method", request.method());
        node.put("url", request.url().toString().substring(root.length()));
        var headers = node.putObject("headers");
        request.headers().forEach(header -> {
            if (!header.getFirst().equalsIgnoreCase("Accept-Encoding")) {
                headers.put(header.getFirst(), header.getSecond());
            }
        });
        headers.put("Prefer", GraphHeaders.preferences(request));
        headers.put("client-request-id", UUID.randomUUID().toString());
        if (request.body() != null && request.body().contentLength() != 0) {
            var buffer = new Buffer();
            request.body().writeTo(buffer);
            if (buffer.size() > 0) {
                node.set("body", json.readTree(buffer.readByteArray()));
                headers.put("Content-Type", "application/json");
            }
        }
        return node;
    }
}
