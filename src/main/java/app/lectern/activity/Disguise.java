package app.lectern.activity;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes out of a text what must not leave the house. Secrets and tokens always go; addresses, names, hosts of a tenant and
/// meeting links become stand-ins, the same one for the same thing throughout one bundle, so that support can still follow it.
final class Disguise {
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*){0,4}");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/=._~-]{8,}");
    private static final Pattern NAMED_SECRET = Pattern.compile(
            "(?i)(\"?(?:client_?secret|password|passwd|passcode|pwd|refresh_?token|access_?token|id_?token|client_assertion|tempauth|sig|code_verifier)\"?\\s*[=:]\\s*)(\"[^\"]*\"|[^\\s&,;\"]+)");
    private static final Pattern MEETING = Pattern.compile("https?(?::|%3[aA])[^\\s\"<>]*(?:meetup-join|/meet/)[^\\s\"<>]*|19(?::|%3[aA])[A-Za-z0-9_+/=-]+(?:@|%40)thread\\.(?:v2|tacv2|skype)");
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'#-]+(?:@|%40)(?:[\\p{L}\\p{N}-]+\\.)+[\\p{L}]{2,}");
    private static final Pattern TENANT_HOST = Pattern.compile("(?i)\\b([a-z0-9-]+?)(-my)?\\.(sharepoint\\.com|onmicrosoft\\.com)\\b");
    private static final Pattern ADDRESS_V4 = Pattern.compile("(?<![\\d.])(?!127\\.)(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])");
    private static final String DOMAIN = "@" + "school.example";
    private static final String REMOVED = "[removed]";
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_SECRET = 4;

    private final boolean keepNames;
    private final List<String> secrets;
    private final List<Named> names;
    private final Map<String, String> standIns = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private record Named(Pattern pattern, String name) {}

    /// `names` are those that Lectern knows: people, schools, folders. Longer ones are looked for first.
    Disguise(boolean keepNames, Collection<String> secrets, Collection<String> names) {
        this.keepNames = keepNames;
        this.secrets = secrets.stream().filter(secret -> secret.length() >= SHORTEST_SECRET).flatMap(Disguise::spellings).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        this.names = new LinkedHashSet<>(names).stream().map(String::strip).filter(name -> name.length() >= SHORTEST_NAME)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> new Named(Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), name))
                .toList();
    }

    /// A secret with a quote or a sign of its own looks otherwise in JSON, in an address and in a CSV cell.
    private static Stream<String> spellings(String secret) {
        return Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
                new String(JsonStringEncoder.getInstance().quoteAsString(secret)), secret.replace("\"", "\"\""));
    }

    String of(String text) {
        var safe = withoutSecrets(text);
        return keepNames ? safe : withoutNames(safe);
    }

    private String withoutSecrets(String text) {
        var safe = text;
        for (var secret : secrets) {
            safe = safe.replace(secret, REMOVED);
        }
        safe = TOKEN.matcher(safe).replaceAll(REMOVED);
        safe = BEARER.matcher(safe).replaceAll("$1 " + Matcher.quoteReplacement(REMOVED));
        return NAMED_SECRET.matcher(safe).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) + (found.group(2).startsWith("\"") ? "\"" + REMOVED + "\"" : REMOVED)));
    }

    private String withoutNames(String text) {
        var safe = MEETING.matcher(text).replaceAll(found -> standIn("meeting-link", found.group()));
        safe = ADDRESS.matcher(safe).replaceAll(found -> standIn("person", found.group().replace("%40", "@")) + DOMAIN);
        safe = TENANT_HOST.matcher(safe).replaceAll(found ->
                standIn("tenant", found.group(1)) + (found.group(2) == null ? "" : found.group(2)) + "." + found.group(3));
        for (var name : names) {
            safe = name.pattern().matcher(safe).replaceAll(found -> standIn("name", name.name()));
        }
        return ADDRESS_V4.matcher(safe).replaceAll(found -> standIn("address", found.group()));
    }

    private String standIn(String kind, String of) {
        return standIns.computeIfAbsent(kind + " " + of.toLowerCase(Locale.ROOT), fresh -> kind + "-" + counts.merge(kind, 1, Integer::sum));
    }
}
