package app.lectern.sync.expiry;

import app.lectern.words.Words;
import java.time.Instant;
import java.util.Locale;

/// Says what ends, when, and what is lost then.
public record ExpiryWords(Words words) {
    /// From so few days on somebody should act.
    public static final int SOON = 14;

    public String left(Expiring of, Instant now) {
        long days = of.daysLeft(now);
        return days <= 0 ? words.text("expiry.over") : words.text("expiry.left", days);
    }

    /// `12 Dec`, or `about 12 Dec` where it is reckoned.
    public String when(Expiring of) {
        var day = words.day(of.at());
        return of.reckoned() ? words.text("expiry.about", day) : day;
    }

    public String text(Expiring of) {
        return words.named("expiry." + of.kind().name().toLowerCase(Locale.ROOT) + ".text", of.facts());
    }
}
