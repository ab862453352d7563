package app.lectern.graph;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Response;

/// Reads a `Retry-After`: seconds, fractions of them too, or a date. What cannot be read counts as absent.
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(Response response, Clock clock) {
        var date = response.headers().getDate("Date");
        // the server's own clock, since this computer's may be wrong
        return parse(response.header("Retry-After"), date == null ? clock.instant() : date.toInstant());
    }

    static Optional<Duration> parse(String value, Instant now) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        Duration wait;
        try {
            wait = Duration.ofMillis(new BigDecimal(value.strip()).movePointRight(3).longValue());
        } catch (NumberFormatException notANumber) {
            try {
                var until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                wait = until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        }
        return wait.isNegative() ? Optional.empty() : Optional.of(wait);
    }
}
