package app.lectern.demo.http;

import app.lectern.demo.storage.StoredBytes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// One HTTP response: status, headers, and the part `[from, from + length)` of its bytes as body.
public record HttpReply(int status, Map<String, String> headers, StoredBytes bytes, long from, long length, Delivery delivery) {

    private static final StoredBytes NOTHING = StoredBytes.of(new byte[0]);

    public static HttpReply empty(int status) {
        return new HttpReply(status, Map.of(), NOTHING, 0, 0, Delivery.PROMPT);
    }

    public static HttpReply text(int status, String contentType, String text) {
        return bytes(status, contentType, StoredBytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static HttpReply bytes(int status, String contentType, StoredBytes bytes) {
        return part(status, contentType, bytes, 0, bytes.length());
    }

    public static HttpReply part(int status, String contentType, StoredBytes bytes, long from, long length) {
        return new HttpReply(status, Map.of("Content-Type", contentType), bytes, from, length, Delivery.PROMPT);
    }

    public HttpReply withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpReply(status, more, bytes, from, length, delivery);
    }

    public HttpReply delivered(Delivery other) {
        return new HttpReply(status, headers, bytes, from, length, other);
    }

    public String bodyText() {
        var buffer = new byte[Math.toIntExact(length)];
        bytes.read(from, buffer, 0, buffer.length);
        return new String(buffer, StandardCharsets.UTF_8);
    }
}
