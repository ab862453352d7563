package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The part of `$filter` and `$search` on users that the directory understands here: comparisons, `startsWith`, `endsWith`, `in`
/// and `any`,
/// joined by `and` or by `or`.
final class UserFilter {
    private static final Pattern COMPARISON = Pattern.compile("(\\w+) (eq|ne) (?:'((?:[^']|'')*)'|(\\w+))");
    private static final Pattern FUNCTION = Pattern.compile("(startswith|endswith)\\(\\s*(\\w+)\\s*,\\s*'((?:[^']|'')*)'\\s*\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY = Pattern.compile("(\\w+)/any\\(\\s*(\\w+)\\s*:\\s*(.*)\\)");
    private static final Pattern ANY_EQUALS = Pattern.compile("\\w+(?:/(\\w+))? eq (?:'((?:[^']|'')*)'|([\\w-]+))");
    private static final Pattern ANY_STARTS =
            Pattern.compile("startswith\\(\\s*\\w+(?:/(\\w+))?\\s*,\\s*'((?:[^']|'')*)'\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN = Pattern.compile("(\\w+) in \\((.*)\\)");
    private static final Pattern SEARCH = Pattern.compile("\"?(\\w+):(.*?)\"?");

    private final Predicate<JsonNode> wanted;

    UserFilter(String filter, GraphCall call) {
        this.wanted = parse(filter.strip(), call);
    }

    boolean accepts(JsonNode user) {
        return wanted.test(user);
    }

    static Predicate<JsonNode> search(String text) {
        Predicate<JsonNode> all = user -> false;
        for (var part : text.split("(?i) OR ")) {
            var matcher = SEARCH.matcher(part.strip());
            if (!matcher.matches()) {
                throw GraphRefusal.of(400, "Request_UnsupportedQuery", "Unsupported search query parameter '" + part.strip()
                        + "'.");
            }
            var value = matcher.group(2).toLowerCase(Locale.ROOT);
            var name = matcher.group(1);
            all = all.or(user -> user.path(name).asText().toLowerCase(Locale.ROOT)
                    .matches("(?s)(.*[ @._-])?" + Pattern.quote(value) + ".*"));
        }
        return all;
    }

    private static Predicate<JsonNode> parse(String text, GraphCall call) {
        var any = ANY.matcher(text);
        var joined = any.matches() ? new String[] {text} : text.split(" or (?=(?:[^']*'[^']*')*[^']*$)");
        if (joined.length > 1) {
            Predicate<JsonNode> either = user -> false;
            for (var part : joined) {
                either = either.or(parse(part.strip(), call));
            }
            return either;
        }
        Predicate<JsonNode> both = user -> true;
        for (var part : text.split(" and (?=(?:[^']*'[^']*')*[^']*$)")) {
            both = both.and(single(part.strip(), call));
        }
        return both;
    }

    private static Predicate<JsonNode> single(String text, GraphCall call) {
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            var value = comparison.group(3) == null ? comparison.group(4) : unescape(comparison.group(3));
            var equal = (Predicate<JsonNode>) user -> matches(user.path(comparison.group(1)), value);
            return comparison.group(2).equals("eq") ? equal : equal.negate();
        }
        var function = FUNCTION.matcher(text);
        if (function.matches()) {
            return function(function.group(1), function.group(2), unescape(function.group(3)).toLowerCase(Locale.ROOT), call);
        }
        var in = IN.matcher(text);
        if (in.matches()) {
            return user -> Pattern.compile("'((?:[^']|'')*)'").matcher(in.group(2)).results()
                    .anyMatch(result -> matches(user.path(in.group(1)), unescape(result.group(1))));
        }
        var any = ANY.matcher(text);
        if (any.matches()) {
            return any(any.group(1), any.group(3));
        }
        throw GraphRefusal.of(400, "BadRequest", "Invalid filter clause: " + text);
    }

    private static Predicate<JsonNode> function(String name, String property, String value, GraphCall call) {
        if (name.equalsIgnoreCase("startswith")) {
            return user -> user.path(property).asText().toLowerCase(Locale.ROOT).startsWith(value);
        }
        UserOperations.requireEventual(call, "Operator 'endsWith'");
        return user -> user.path(property).asText().toLowerCase(Locale.ROOT).endsWith(value);
    }

    private static Predicate<JsonNode> any(String property, String condition) {
        var equal = ANY_EQUALS.matcher(condition.strip());
        var starts = ANY_STARTS.matcher(condition.strip());
        if (equal.matches()) {
            var value = equal.group(2) == null ? equal.group(3) : unescape(equal.group(2));
            return user -> anyOf(user.path(property),
                    item -> matches(equal.group(1) == null ? item : item.path(equal.group(1)), value));
        }
        if (starts.matches()) {
            var value = unescape(starts.group(2)).toLowerCase(Locale.ROOT);
            return user -> anyOf(user.path(property), item -> item.asText().toLowerCase(Locale.ROOT).startsWith(value));
        }
        throw GraphRefusal.of(400, "BadRequest", "Invalid filter clause: " + condition);
    }

    private static boolean anyOf(JsonNode list, Predicate<JsonNode> wanted) {
        for (var item : list) {
            if (wanted.test(item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(JsonNode actual, String value) {
        return actual.isMissingNode() || actual.isNull() ? value.equals("null") : actual.asText().equalsIgnoreCase(value);
    }

    private static String unescape(String text) {
        return text.replace("''", "'");
    }
}
