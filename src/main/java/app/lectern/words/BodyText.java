package app.lectern.words;

import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The body of a calendar event as text and as HTML. Exchange rewrites HTML as it likes, so bodies are compared as text.
public final class BodyText {
    private static final Pattern HEAD = Pattern.compile("(?is)<head.*?</head>|<style.*?</style>|<!--.*?-->");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(div|p|li|tr|h[1-6])>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");

    private BodyText() {}

    /// One space between words, no empty lines.
    public static String tidy(String text) {
        return text.lines().map(line -> line.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip()).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public static String ofHtml(String html) {
        var flat = HEAD.matcher(html).replaceAll("").replaceAll("\\s+", " ");
        return tidy(unescaped(TAG.matcher(BREAK.matcher(flat).replaceAll("\n")).replaceAll("")));
    }

    public static String toHtml(String text) {
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> {
            var safe = escaped(line);
            lines.add("<div>" + (isLink(line) ? "<a href=\"" + safe + "\">" + safe + "</a>" : safe) + "</div>");
        });
        return String.join("", lines);
    }

    private static boolean isLink(String line) {
        return line.matches("https?://\\S+");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String unescaped(String text) {
        var plain = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});").matcher(text).replaceAll(found -> {
            int code = Integer.parseInt(found.group(2), found.group(1).toLowerCase(Locale.ROOT).isEmpty() ? 10 : 16);
            return java.util.regex.Matcher.quoteReplacement(Character.isValidCodePoint(code) ? Character.toString(code) : "");
        });
        return plain.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
