package app.lectern.meetings.planning.bulk;

import app.lectern.words.Words;
import java.util.Locale;

/// What is said about the pattern of a term.
public final class TermText {
    private final Words words;

    public TermText(Words words) {
        this.words = words;
    }

    public String fault(TermPattern.Fault of) {
        return words.text(key(of));
    }

    static String key(TermPattern.Fault of) {
        return "term-fault." + of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
