package app.lectern.sync.alerts;

import app.lectern.words.Words;
import java.util.Locale;

/// Says an alert: a title and a sentence.
public record AlertWords(Words words) {
    public String title(Alert of) {
        return words.named("alert." + key(of) + ".title", of.facts());
    }

    public String text(Alert of) {
        return words.named("alert." + key(of) + ".text", of.facts());
    }

    /// Whether and how long it is silent; empty for one that speaks.
    public String silence(Alert of, java.time.Instant now) {
        return of.muted() ? words.text("alert.muted")
                : of.snoozedUntil().filter(now::isBefore).map(until -> words.text("alert.snoozed", words.when(until))).orElse("");
    }

    private static String key(Alert of) {
        return of.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
