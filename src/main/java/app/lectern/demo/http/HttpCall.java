package app.lectern.demo.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// One HTTP request, read completely.
///
/// @param path    the path as sent, still percent-encoded
/// @param query   the query as sent, or null
/// @param headers in a map that ignores case; repeated headers are joined by commas
public record HttpCall(String method, String path, String query, Map<String, String> headers, byte[] body) {

    public String header(String name) {
        return headers.get(name);
    }

    /// Path and query as sent.
    public String target() {
        return query == null ? path : path + "?" + query;
    }

    public Map<String, String> queryParameters() {
        return form(query);
    }

    public Map<String, String> formParameters() {
        return form(new String(body, StandardCharsets.UTF_8));
    }

    /// Decodes `a=1&b=2`; the first of two equal names wins.
    public static Map<String, String> form(String encoded) {
        var values = new LinkedHashMap<String, String>();
        if (encoded != null) {
            for (var pair : encoded.split("&")) {
                var equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    var name = equals < 0 ? pair : pair.substring(0, equals);
                    values.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
