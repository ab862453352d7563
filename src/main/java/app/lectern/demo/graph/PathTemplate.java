package app.lectern.demo.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The path of a route: literal segments, `{variables}`, OData functions such as `getAllRecordings(userId='{id}',startDateTime={from?})`
/// (a `?` marks a parameter that may be absent), and a drive path `root:/{path}:/children`.
final class PathTemplate {

    private static final Pattern CALL = Pattern.compile("(?:microsoft\\.graph\\.)?([A-Za-z.]+)\\((.*)\\)");
    private static final Pattern KEY = Pattern.compile("([A-Za-z]+)\\('((?:[^']|'')*)'\\)");
    private static final Pattern PARAMETER = Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*('(?:[^']|'')*'|[^,]*)");

    private final String text;
    private final List<String> segments;

    PathTemplate(String text) {
        this.text = text;
        this.segments = joinDrivePath(List.of(text.substring(1).split("/")));
    }

    /// The decoded segments of a raw path: keys in brackets become segments, a path between colons becomes one segment.
    static List<String> segments(String rawPath) {
        var decoded = new ArrayList<String>();
        for (var raw : rawPath.split("/")) {
            if (raw.isEmpty()) {
                continue;
            }
            var segment = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            var key = KEY.matcher(segment);
            if (key.matches()) {
                decoded.add(key.group(1));
                decoded.add(key.group(2).replace("''", "'"));
            } else {
                decoded.add(segment);
            }
        }
        return joinDrivePath(decoded);
    }

    private static List<String> joinDrivePath(List<String> parts) {
        var start = -1;
        for (var i = 0; i < parts.size() && start < 0; i++) {
            start = parts.get(i).equalsIgnoreCase("root:") ? i : -1;
        }
        if (start < 0) {
            return List.copyOf(parts);
        }
        var end = start + 1;
        while (end < parts.size() && !parts.get(end).endsWith(":")) {
            end++;
        }
        var path = String.join("/", parts.subList(start + 1, Math.min(end + 1, parts.size())));
        var joined = new ArrayList<>(parts.subList(0, start + 1));
        joined.add(path.endsWith(":") ? path.substring(0, path.length() - 1) : path);
        joined.addAll(parts.subList(Math.min(end + 1, parts.size()), parts.size()));
        return joined;
    }

    /// The values of the variables when the path fits.
    Optional<Map<String, String>> match(List<String> path, GraphQuery query) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (var i = 0; i < path.size(); i++) {
            if (!matchSegment(segments.get(i), path.get(i), query, values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /// How many leading segments fit, to name the first one that Graph does not know.
    int matchingPrefix(List<String> path, GraphQuery query) {
        var length = 0;
        while (length < path.size() && length < segments.size()
                && matchSegment(segments.get(length), path.get(length), query, new HashMap<>())) {
            length++;
        }
        return length;
    }

    /// Orders templates that fit the same path: a literal segment beats a variable.
    String rank() {
        var rank = new StringBuilder();
        segments.forEach(segment -> rank.append(isVariable(segment) ? 'v' : 'l'));
        return rank.toString();
    }

    private static boolean matchSegment(String template, String actual, GraphQuery query, Map<String, String> values) {
        if (isVariable(template)) {
            values.put(template.substring(1, template.length() - 1), actual);
            return !actual.startsWith("$");
        }
        var wanted = CALL.matcher(template);
        if (!wanted.matches()) {
            var bare = actual.endsWith("()") ? actual.substring(0, actual.length() - 2) : actual;
            return template.equalsIgnoreCase(bare) || ("microsoft.graph." + template).equalsIgnoreCase(bare);
        }
        var given = CALL.matcher(actual);
        return given.matches() && wanted.group(1).equalsIgnoreCase(given.group(1))
                && matchParameters(wanted.group(2), given.group(2), query, values);
    }

    private static boolean matchParameters(String template, String actual, GraphQuery query, Map<String, String> values) {
        var given = parameters(actual);
        for (var entry : parameters(template).entrySet()) {
            var variable = unquote(entry.getValue());
            variable = variable.substring(1, variable.length() - 1);
            var optional = variable.endsWith("?");
            var value = given.remove(entry.getKey());
            if (value == null && !optional) {
                return false;
            }
            if (value != null) {
                var resolved = value.startsWith("@") ? query.get(value).orElse(value) : value;
                values.put(optional ? variable.substring(0, variable.length() - 1) : variable, unquote(resolved));
            }
        }
        return given.isEmpty();
    }

    private static Map<String, String> parameters(String list) {
        var found = new LinkedHashMap<String, String>();
        Matcher matcher = PARAMETER.matcher(list);
        while (matcher.find()) {
            found.put(matcher.group(1).toLowerCase(java.util.Locale.ROOT), matcher.group(2).strip());
        }
        return found;
    }

    private static String unquote(String text) {
        var quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    @Override
    public String toString() {
        return text;
    }
}
