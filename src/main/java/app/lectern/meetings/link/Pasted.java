package app.lectern.meetings.link;

import java.util.ArrayList;
import java.util.List;

/// Finds the addresses in pasted text, and joins again what a mail program broke over several lines.
final class Pasted {
    private static final int MOST = 8;
    private static final List<String> STARTS = List.of("https://", "http://", "msteams:/", "https%3a%2f%2f");

    private final Scan scan;

    Pasted(Scan scan) {
        this.scan = scan;
    }

    /// The first few addresses of a text whose entities are decoded.
    List<String> addresses(String pasted) {
        var text = clean(pasted);
        var found = new ArrayList<String>();
        var lower = scan.lower(text);
        int at = 0;
        while (found.size() < MOST && at < text.length()) {
            int start = start(lower, at);
            if (start < 0) {
                break;
            }
            var address = new StringBuilder();
            at = Math.max(take(text, lower, start, address), start + 1);
            found.add(address.toString());
        }
        if (found.isEmpty()) {
            bare(text, lower).ifPresent(found::add);
        }
        return found;
    }

    /// Characters that nobody sees, and the soft line ends of quoted-printable mail.
    private String clean(String text) {
        scan.reads(text.length());
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean softBreak = c == '=' && i + 1 < text.length() && (text.charAt(i + 1) == '\n' || text.charAt(i + 1) == '\r');
            boolean unseen = c == '\u200b' || c == '\u200c' || c == '\u200d' || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
            if (softBreak) {
                i += text.startsWith("\r\n", i + 1) ? 2 : 1;
            } else if (!unseen) {
                plain.append(c == '\u00a0' ? ' ' : c);
            }
        }
        return plain.toString();
    }

    private int start(String lower, int from) {
        for (int i = from; i < lower.length(); i++) {
            scan.reads(1);
            char c = lower.charAt(i);
            if (c != 'h' && c != 'm') {
                continue;
            }
            for (var each : STARTS) {
                if (lower.startsWith(each, i)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// Copies the address that starts here; returns where it ended.
    private int take(String text, String lower, int start, StringBuilder into) {
        boolean bracketed = start > 0 && text.charAt(start - 1) == '<';
        int braces = 0;
        int i = start;
        for (; i < text.length(); i++) {
            scan.reads(1);
            char c = text.charAt(i);
            if (c == '{') {
                braces++;
            } else if (c == '}') {
                braces--;
            }
            if (c == '<' || c == '>' || (c == '"' || c == '\'') && braces <= 0 || c == '`' || c == '”' || c == '“') {
                break;
            }
            if (c > ' ') {
                into.append(c);
                continue;
            }
            int next = afterBreak(text, i);
            if (next < 0 || !goesOn(text, lower, next, bracketed, into)) {
                break;
            }
            i = next - 1;
        }
        trimEnd(into);
        return i;
    }

    /// Where the next line's text starts, or -1 when this blank is no line end.
    private int afterBreak(String text, int at) {
        boolean broke = false;
        int i = at;
        while (i < text.length() && (text.charAt(i) <= ' ' || broke && text.charAt(i) == '>')) {
            broke |= text.charAt(i) == '\n' || text.charAt(i) == '\r';
            i++;
        }
        scan.reads(i - at);
        return broke && i < text.length() ? i : -1;
    }

    private boolean goesOn(String text, String lower, int next, boolean bracketed, StringBuilder soFar) {
        if (lower.startsWith("http", next)) {
            return false;
        }
        if (bracketed) {
            return true;
        }
        if (complete(soFar)) {
            return false;
        }
        int end = next;
        boolean telling = false;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != '>' && text.charAt(end) != '<') {
            char c = text.charAt(end);
            telling |= c == '%' || c == '/' || c == '@' || c == '=' || c == '?' || c == '_' || c >= '0' && c <= '9' || c == '}';
            end++;
        }
        scan.reads(end - next);
        return telling;
    }

    /// A context that is closed ends a long link; what follows on the next line is something else.
    private static boolean complete(StringBuilder link) {
        int length = link.length();
        var end = link.substring(Math.max(0, length - 5)).toLowerCase(java.util.Locale.ROOT);
        return end.endsWith("}") || end.endsWith("%7d") || end.endsWith("%257d");
    }

    private static void trimEnd(StringBuilder link) {
        int length = link.length();
        while (length > 0 && ".,;:!)]*|".indexOf(link.charAt(length - 1)) >= 0) {
            length--;
        }
        link.setLength(length);
    }

    /// A link without its scheme, as people type it.
    private java.util.Optional<String> bare(String text, String lower) {
        int at = scan.find(lower, "teams.", 0);
        int path = at < 0 ? -1 : scan.find(lower, "/", at);
        if (path < 0) {
            return java.util.Optional.empty();
        }
        int start = at;
        while (start > 0 && (Character.isLetterOrDigit(lower.charAt(start - 1)) || lower.charAt(start - 1) == '.')) {
            start--;
        }
        scan.reads(at - start);
        var address = new StringBuilder("https://");
        take(text, lower, start, address);
        return java.util.Optional.of(address.toString());
    }
}
