package app.lectern.meetings;

import app.lectern.words.Words;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Meetings that were not held, in words, for window and command line.
public final class NeverHeldText {
    private final Words words;

    public NeverHeldText(Words words) {
        this.words = words;
    }

    /// `2 of 8 dates, 1 not known`.
    public String dates(int empty, int ended, int unknown) {
        return words.text("never-held.dates", empty, ended) + (unknown == 0 ? "" : ", " + words.text("never-held.dates.unknown", unknown));
    }

    public String coming(int dates) {
        return dates == 0 ? "–" : words.text("never-held.coming", dates);
    }

    public String summary(int empty, int ended) {
        return words.text("never-held.found", empty, ended);
    }

    /// Of how many nobody knows whether they were held, and why; empty where all is known.
    public String unknown(Map<Turnout, Integer> unknown) {
        int all = unknown.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? "" : words.text("never-held.unknown", all, Stream.of(Turnout.values()).filter(unknown::containsKey)
                .map(why -> unknown.get(why) + " " + words.of(why)).collect(Collectors.joining("; ")));
    }
}
