package app.lectern.attendance;

import app.lectern.words.Words;
import java.util.Locale;
import java.util.stream.Collectors;

/// The acceptance of the first meetings in words, for window and command line.
public final class AcceptanceText {
    private final Words words;

    public AcceptanceText(Words words) {
        this.words = words;
    }

    public String title(Acceptance of) {
        return of.isWhole() ? words.text("acceptance.whole") : words.text("acceptance.title", of.done(), of.lines().size());
    }

    /// One line a step, what works first marked.
    public String lines(Acceptance of) {
        return of.lines().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    /// The same in as few lines as the window is wide.
    public String paragraph(Acceptance of) {
        return of.lines().stream().map(this::line).collect(Collectors.joining("   "));
    }

    public String line(Acceptance.Line of) {
        return (of.isDone() ? "✓ " : "… ") + words.of(of.step()) + ": "
                + words.text("acceptance." + of.await().name().toLowerCase(Locale.ROOT).replace('_', '-'), of.subject(), of.at().map(words::when).orElse(""));
    }
}
