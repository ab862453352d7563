package app.lectern.recordings.downloads;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Names that every platform takes, whatever a meeting was called: no separators or their look-alikes, no control or direction
/// marks, no device names, nothing that leads out of the folder, and short enough to carry `.part.journal`.
public final class FileNames {
    private static final int LONGEST = 180;
    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\u2044\\u2215\\u2216\\u29F5\\u29F8\\u2236\\uA789\\u02D0\\u2217\\u01C0\\u2223]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern DEVICE = Pattern.compile("(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|COM\\d|LPT\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    private FileNames() {}

    /// One name, without any folder.
    public static String safe(String wanted) {
        var name = Normalizer.normalize(wanted, Normalizer.Form.NFKC);
        name = SPACES.matcher(name).replaceAll(" ");
        name = UNSEEN.matcher(name).replaceAll("");
        name = UNSAFE.matcher(name).replaceAll("_");
        name = trimmed(name);
        var stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        if (DEVICE.matcher(stem.strip()).matches()) {
            name = "_" + name;
        }
        name = shortened(name);
        return name.isEmpty() ? "_" : name;
    }

    /// Windows drops dots and spaces at the end, and a dot at the start hides a file elsewhere.
    private static String trimmed(String name) {
        int from = 0;
        int until = name.length();
        while (from < until && ". ".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (until > from && ". ".indexOf(name.charAt(until - 1)) >= 0) {
            until--;
        }
        return name.substring(from, until);
    }

    private static String shortened(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        var extension = extension(name);
        var stem = name.substring(0, name.length() - extension.length());
        while (!stem.isEmpty() && bytes(stem) + bytes(extension) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return trimmed(stem) + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
    }

    /// `name (2).mp4`; the first has no number.
    static String numbered(String name, int number) {
        return number == 1 ? name : marked(name, " (" + number + ")");
    }

    static String marked(String name, String mark) {
        var extension = extension(name);
        return name.substring(0, name.length() - extension.length()) + mark + extension;
    }

    /// The place below a folder that a pattern such as `{month}/{date} {title}` means. A field's own slashes make no folders,
    /// and a field that is unknown stays away.
    public static Path place(String pattern, Map<String, String> fields, String extension) {
        var steps = pattern.split("[/\\\\]");
        var path = Path.of("");
        for (int at = 0; at < steps.length; at++) {
            var text = FIELD.matcher(steps[at]).replaceAll(field ->
                    java.util.regex.Matcher.quoteReplacement(safe(fields.getOrDefault(field.group(1).toLowerCase(Locale.ROOT), ""))));
            boolean last = at == steps.length - 1;
            path = path.resolve(safe(last ? text + extension : text));
        }
        return path;
    }
}
