package app.lectern.meetings.planning;

import java.time.Duration;
import java.util.Optional;

/// How well creating meetings goes, over a span of time, beside its targets.
///
/// @param tried    creations that came to an end
/// @param made     those that ended with a link
/// @param millis   from request to link, on average
/// @param repeated creations in which at least one request was refused or lost
/// @param requests to Microsoft
/// @param refused  of these
public record CreationFigures(long tried, long made, long millis, long repeated, long requests, long refused) {
    public static final double LEAST_SUCCESS = 0.99;
    public static final Duration LONGEST = Duration.ofSeconds(5);
    public static final double MOST_REPEATED = 0.10;
    public static final double MOST_REFUSED = 0.01;

    public boolean isEmpty() {
        return tried == 0;
    }

    /// Empty where nothing was tried: no figure is not a bad figure.
    public Optional<Double> success() {
        return share(made, tried);
    }

    public Optional<Duration> toLink() {
        return made == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    public Optional<Double> retryRate() {
        return share(repeated, tried);
    }

    public Optional<Double> errorRate() {
        return share(refused, requests);
    }

    private static Optional<Double> share(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }

    public boolean meetsSuccess() {
        return success().map(share -> share > LEAST_SUCCESS).orElse(true);
    }

    public boolean meetsLatency() {
        return toLink().map(time -> time.compareTo(LONGEST) < 0).orElse(true);
    }

    public boolean meetsRetries() {
        return retryRate().map(share -> share < MOST_REPEATED).orElse(true);
    }

    public boolean meetsErrors() {
        return errorRate().map(share -> share < MOST_REFUSED).orElse(true);
    }

    public boolean meetsAll() {
        return meetsSuccess() && meetsLatency() && meetsRetries() && meetsErrors();
    }
}
