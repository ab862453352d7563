package app.lectern.meetings.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The few passes over text that the parsers are made of. Every pass adds the characters that it reads to the count, so that a
/// test can hold the parsers to a cost in proportion to their input.
public final class Scan {
    private long read;

    private Scan() {}

    public static Scan begin() {
        return new Scan();
    }

    public long read() {
        return read;
    }

    public void reads(int characters) {
        read += characters;
    }

    public String lower(String text) {
        reads(text.length());
        return text.toLowerCase(Locale.ROOT);
    }

    public int find(String text, String wanted, int from) {
        int found = text.indexOf(wanted, from);
        reads((found < 0 ? text.length() : found) - Math.min(from, text.length()) + 1);
        return found;
    }

    public boolean has(String text, String wanted) {
        return find(text, wanted, 0) >= 0;
    }

    /// One level of percent escapes; what is no escape stays as it is. A plus stays a plus: ids may hold one.
    String percentDecoded(String text) {
        reads(text.length());
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i) == '%' && i + 2 < text.length() ? hex(text.charAt(i + 1)) << 4 | hex(text.charAt(i + 2)) : -1;
            if (value < 0) {
                flush(bytes, plain);
                plain.append(text.charAt(i));
            } else {
                bytes.write(value);
                i += 2;
            }
        }
        flush(bytes, plain);
        return plain.toString();
    }

    private static void flush(ByteArrayOutputStream bytes, StringBuilder into) {
        if (bytes.size() > 0) {
            into.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
        }
    }

    private static int hex(char digit) {
        int value = Character.digit(digit, 16);
        return digit < 128 ? value : -1;
    }

    /// As many levels as there are, up to three: some gateways escape what is escaped.
    public String wholly(String text) {
        var now = text;
        for (int level = 0; level < 3; level++) {
            var next = percentDecoded(now);
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
        return now;
    }

    /// The entities that mail programs write into links, numbered ones included.
    String entitiesDecoded(String text) {
        reads(text.length());
        if (text.indexOf('&') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int end = text.charAt(i) == '&' ? semicolon(text, i) : -1;
            int value = end < 0 ? -1 : entity(text.substring(i + 1, end));
            if (value < 0) {
                plain.append(text.charAt(i));
            } else {
                plain.appendCodePoint(value);
                i = end;
            }
        }
        return plain.toString();
    }

    private static int semicolon(String text, int from) {
        for (int i = from + 1; i < Math.min(text.length(), from + 9); i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static int entity(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            case "nbsp" -> ' ';
            default -> numbered(name);
        };
    }

    private static int numbered(String name) {
        if (name.length() < 2 || name.charAt(0) != '#') {
            return -1;
        }
        boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int value = 0;
        for (int i = hexadecimal ? 2 : 1; i < name.length(); i++) {
            int digit = hexadecimal ? hex(name.charAt(i)) : hex(name.charAt(i)) > 9 ? -1 : hex(name.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value * (hexadecimal ? 16 : 10) + digit;
        }
        return value > 0 && value <= 0xFFFF && !Character.isSurrogate((char) value) ? value : -1;
    }

    public static boolean isGuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : hex(c) < 0) {
                return false;
            }
        }
        return true;
    }

    public static boolean digits(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
