package app.lectern.chats;

import java.util.Map;
import java.util.regex.Pattern;

/// A message's HTML as plain text: paragraphs and breaks become lines, everything else that is markup goes.
final class MessageText {
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|li|tr|h[1-6])>");
    private static final Pattern TAG = Pattern.compile("<[^>]{0,4000}>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,6}));");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private MessageText() {}

    static String of(String html) {
        var lines = BREAK.matcher(html.replace("\r", "").replace("\n", " ")).replaceAll("\n");
        var plain = ENTITY.matcher(TAG.matcher(lines).replaceAll("")).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(decoded(found)));
        return BLANK_LINES.matcher(plain).replaceAll("\n\n").strip();
    }

    private static String decoded(java.util.regex.MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int point = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : "";
    }
}
