package app.lectern.shell.palette;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Finds texts that hold the typed letters in order, and ranks them: runs of letters and beginnings of words count
/// most. Accents and case do not matter.
public final class Fuzzy {
    private static final int MISS = -1;

    private record Scored<T>(T item, int score) {}

    private Fuzzy() {}

    /// The items that fit, best first; equals keep their order. An empty text fits all.
    public static <T> List<T> rank(String typed, List<T> items, Function<T, String> text) {
        var wanted = plain(typed);
        if (wanted.isEmpty()) {
            return items;
        }
        return items.stream()
                .map(item -> new Scored<>(item, score(wanted, plain(text.apply(item)))))
                .filter(scored -> scored.score() != MISS)
                .sorted(Comparator.comparingInt((Scored<T> scored) -> scored.score()).reversed())
                .map(Scored::item)
                .toList();
    }

    public static boolean fits(String typed, String text) {
        return score(plain(typed), plain(text)) != MISS;
    }

    /// A whole substring beats any scattered match; letters further apart than a word or two are no match at all.
    private static int score(String wanted, String text) {
        int at = text.indexOf(wanted);
        if (at >= 0) {
            return 1000 + (startsWord(text, at) ? 200 : 0) - Math.min(at, 150);
        }
        int score = 0;
        int from = 0;
        int previous = -2;
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            if (letter == ' ') {
                continue;
            }
            int found = text.indexOf(letter, from);
            if (found < 0) {
                return MISS;
            }
            score += found == previous + 1 ? 12 : startsWord(text, found) ? 10 : -Math.min(found - from, 12);
            previous = found;
            from = found + 1;
        }
        return score < wanted.length() * 3 ? MISS : score;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
