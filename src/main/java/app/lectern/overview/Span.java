package app.lectern.overview;

import java.time.Duration;

/// How far back the figures look.
public enum Span {
    DAY(Duration.ofHours(24)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30));

    private final Duration duration;

    Span(Duration duration) {
        this.duration = duration;
    }

    public Duration duration() {
        return duration;
    }
}
