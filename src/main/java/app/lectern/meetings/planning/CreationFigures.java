package app.lectern.meetings.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How well creating meetings goes, over a span of time, beside its targets.
///
/// @param tried    creations that came to an end
/// @param made     those that ended with a link
/// @param millis   from request to link, on average
/// @param repeated creations in which at least one request was refused or lost
/// @param requests to Microsoft
/// @param refused  of these
/// @param points   the same, cut into equal pieces of time, oldest first; pieces in which nothing was created are left out
public record CreationFigures(long tried, long made, long millis, long repeated, long requests, long refused, List<Point> points) {
    public static final CreationFigures NONE = new CreationFigures(0, 0, 0, 0, 0, 0, List.of());
    public static final double LEAST_SUCCESS = 0.99;
    public static final Duration LONGEST = Duration.ofSeconds(5);
    public static final double MOST_REPEATED = 0.10;
    public static final double MOST_REFUSED = 0.01;

    /// One piece of the time.
    public record Point(Instant from, CreationFigures figures) {}

    public CreationFigures {
        points = List.copyOf(points);
    }

    /// All the pieces together.
    static CreationFigures of(List<Point> points) {
        long tried = 0;
        long made = 0;
        long millis = 0;
        long repeated = 0;
        long requests = 0;
        long refused = 0;
        for (var point : points) {
            var one = point.figures();
            tried += one.tried();
            made += one.made();
            millis += one.millis() * one.made();
            repeated += one.repeated();
            requests += one.requests();
            refused += one.refused();
        }
        return new CreationFigures(tried, made, made == 0 ? 0 : millis / made, repeated, requests, refused, points);
    }

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
