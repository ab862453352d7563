package app.lectern.diagnosis.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;

/// Reads status, codes, message and request-id out of a pasted error, whether it is Graph's JSON, Entra's JSON, a log line or
/// a sentence. Works in one pass for each thing that it looks for.
final class ErrorReader {
    static final int LONGEST = 64 * 1024;
    private static final List<String> STATUS_LABELS = List.of("status code", "statuscode", "status", "http/1.1", "http/2", "http", "error", "responded with", "code");
    /// The codes that are long enough to be no common word, as they are looked for.
    private static final List<Written> CODES = ErrorCatalogue.entries().stream().flatMap(entry -> entry.codes().stream())
            .filter(code -> code.length() > 8 && !code.startsWith("AADSTS")).map(code -> new Written(code, code.toLowerCase(Locale.ROOT))).toList();

    private record Written(String code, String lower) {}

    private final JsonMapper json = new JsonMapper();

    SeenError read(String pasted) {
        var text = pasted.length() > LONGEST ? pasted.substring(0, LONGEST) : pasted;
        var lower = text.toLowerCase(Locale.ROOT);
        int open = text.indexOf('{');
        var body = open < 0 ? null : object(text.substring(open));
        var seen = body == null ? plain(text, lower) : fromJson(body);
        int status = seen.status() > 0 ? seen.status() : status(lower);
        return new SeenError(status, seen.code(), seen.innerCode(), seen.message(),
                seen.requestId().isEmpty() ? requestId(text, lower) : seen.requestId(), aadsts(lower));
    }

    private JsonNode object(String text) {
        try (var parser = json.createParser(text)) {
            var tree = json.<JsonNode>readTree(parser);
            return tree != null && tree.isObject() && tree.has("error") ? tree : null;
        } catch (JsonProcessingException broken) {
            return null;
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static SeenError fromJson(JsonNode body) {
        var error = body.path("error");
        if (error.isTextual()) {
            return new SeenError(0, error.asText(), "", body.path("error_description").asText(""), body.path("trace_id").asText(""), 0);
        }
        var inner = error.has("innerError") ? error.path("innerError") : error.path("innererror");
        return new SeenError(body.path("status").asInt(0), error.path("code").asText(""), inner.path("code").asText(""),
                error.path("message").asText(""), inner.path("request-id").asText(""), 0);
    }

    /// Without JSON the whole text is the message, and any known code in it is the code.
    private static SeenError plain(String text, String lower) {
        for (var known : CODES) {
            if (standsAlone(lower, known.lower())) {
                return new SeenError(0, known.code(), "", text, "", 0);
            }
        }
        return new SeenError(0, "", "", text, "", 0);
    }

    private static boolean standsAlone(String lower, String code) {
        int at = lower.indexOf(code);
        return at >= 0 && (at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1)))
                && (at + code.length() == lower.length() || !Character.isLetterOrDigit(lower.charAt(at + code.length())));
    }

    static int aadsts(String lower) {
        int at = lower.indexOf("aadsts");
        int value = 0;
        for (int i = at + 6; at >= 0 && i < lower.length() && i < at + 15 && isDigit(lower.charAt(i)); i++) {
            value = value * 10 + lower.charAt(i) - '0';
        }
        return value;
    }

    /// A number from 400 to 599 that stands alone: after a word that announces it, or as the first word of the text.
    private static int status(String lower) {
        int best = 0;
        for (int i = 0; i + 3 <= lower.length(); i++) {
            char first = lower.charAt(i);
            if (first != '4' && first != '5' || i > 0 && isWord(lower.charAt(i - 1)) || !isDigit(lower.charAt(i + 1)) || !isDigit(lower.charAt(i + 2))
                    || i + 3 < lower.length() && isWord(lower.charAt(i + 3))) {
                continue;
            }
            int found = Integer.parseInt(lower.substring(i, i + 3));
            int end = i;
            while (end > 0 && i - end < 20 && " \t\r\n:=\"('".indexOf(lower.charAt(end - 1)) >= 0) {
                end--;
            }
            var before = lower.substring(Math.max(0, i - 20), end);
            if (i == 0 || announced(before)) {
                return found;
            }
            best = best == 0 && found < 512 ? found : best;
        }
        return best;
    }

    private static boolean announced(String before) {
        for (var label : STATUS_LABELS) {
            if (before.endsWith(label)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
    }

    private static String requestId(String text, String lower) {
        for (var label : List.of("request-id", "request id", "requestid", "trace id", "correlation id")) {
            int at = lower.indexOf(label);
            int start = at < 0 ? -1 : at + label.length();
            while (start > 0 && start < text.length() && "\": =".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            if (start > 0 && start + 36 <= text.length() && guid(text.substring(start, start + 36))) {
                return text.substring(start, start + 36);
            }
        }
        return "";
    }

    private static boolean guid(String text) {
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash != (text.charAt(i) == '-') || !dash && Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
