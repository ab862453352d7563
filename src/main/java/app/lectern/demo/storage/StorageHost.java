package app.lectern.demo.storage;

import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Serves files under their download addresses, whole or by range. The address is the permission: whoever also shows a
/// bearer token is turned away, as SharePoint does.
public final class StorageHost {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private final SignedLinks links;
    private final StoredItems items;

    public StorageHost(SignedLinks links, StoredItems items) {
        this.links = links;
        this.items = items;
    }

    public HttpReply answer(HttpCall call) {
        if (call.header("Authorization") != null) {
            return error(401, "invalidRequest", "Token contains invalid signature.")
                    .withHeader("WWW-Authenticate", "Bearer realm=\"\", error=\"invalid_token\"")
                    .withHeader("x-ms-diagnostics", "3000006;reason=\"Token contains invalid signature.\";category=\"invalid_client\"");
        }
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return error(405, "invalidRequest", "The HTTP method is not allowed.");
        }
        var opened = links.open(call.queryParameters().get("tempauth"));
        if (opened.key() == null) {
            return error(403, "accessDenied", "Access denied.");
        }
        if (opened.expired()) {
            return error(401, "unauthenticated", "The tempauth token has expired.");
        }
        return items.find(opened.key()).map(item -> content(call, item))
                .orElseGet(() -> error(404, "itemNotFound", "The resource could not be found."));
    }

    private static HttpReply content(HttpCall call, StoredItem item) {
        var ifMatch = call.header("If-Match");
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(item.eTag())) {
            return error(412, "preconditionFailed", "The resource has changed since the caller last read it; usually an eTag mismatch.");
        }
        var range = call.header("Range");
        var ifRange = call.header("If-Range");
        var matcher = range == null ? null : RANGE.matcher(range.replace(" ", "").toLowerCase(Locale.ROOT));
        var wholeWanted = matcher == null || !matcher.matches() || ifRange != null && !ifRange.equals(item.eTag());
        return described(item, wholeWanted
                ? HttpReply.bytes(200, item.contentType(), item.bytes()) : part(item, matcher.group(1), matcher.group(2)));
    }

    private static HttpReply part(StoredItem item, String first, String last) {
        var length = item.bytes().length();
        long from;
        long until;
        try {
            if (first.isEmpty()) {
                from = Math.max(0, length - Long.parseLong(last));
                until = length;
            } else {
                from = Long.parseLong(first);
                until = last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
            }
        } catch (NumberFormatException neitherNumber) {
            return HttpReply.bytes(200, item.contentType(), item.bytes());
        }
        if (from >= length || until <= from) {
            return error(416, "invalidRange", "The specified byte range is invalid or unavailable.")
                    .withHeader("Content-Range", "bytes */" + length);
        }
        return HttpReply.part(206, item.contentType(), item.bytes(), from, until - from)
                .withHeader("Content-Range", "bytes " + from + "-" + (until - 1) + "/" + length);
    }

    private static HttpReply described(StoredItem item, HttpReply reply) {
        return reply.withHeader("Accept-Ranges", "bytes").withHeader("ETag", item.eTag())
                .withHeader("Content-Disposition", "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(item.name(), StandardCharsets.UTF_8).replace("+", "%20"))
                .withHeader("Cache-Control", "private");
    }

    private static HttpReply error(int status, String code, String message) {
        return HttpReply.text(status, "application/json", "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }
}
