package app.lectern.activity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The request ids in what somebody typed or pasted: one id, the beginning of one, or a whole error text with ids in it.
public record RequestIds(List<String> whole, String beginning, boolean unreadable) {
    public static final RequestIds NONE = new RequestIds(List.of(), "", false);
    private static final int MOST = 10;
    /// Longer texts are pasted by mistake; an error text with headers is a few thousand characters.
    private static final int LONGEST = 100_000;
    private static final Pattern ID = Pattern.compile(
            "(?<![0-9a-fA-F-])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9a-fA-F-])");
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-fA-F][0-9a-fA-F-]{2,35}");

    public RequestIds {
        whole = List.copyOf(whole);
    }

    public static RequestIds in(String pasted) {
        var text = pasted.length() > LONGEST ? pasted.substring(0, LONGEST) : pasted;
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return NONE;
        }
        var found = ID.matcher(text).results().map(id -> id.group().toLowerCase(Locale.ROOT)).distinct().limit(MOST).toList();
        if (!found.isEmpty()) {
            return new RequestIds(found, "", false);
        }
        return BEGINNING.matcher(trimmed).matches()
                ? new RequestIds(List.of(), trimmed.toLowerCase(Locale.ROOT), false)
                : new RequestIds(List.of(), "", true);
    }

    public boolean isEmpty() {
        return whole.isEmpty() && beginning.isEmpty();
    }
}
