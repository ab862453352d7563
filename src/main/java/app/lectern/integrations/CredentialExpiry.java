package app.lectern.integrations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When the secret or certificate of an integration ends, and how that is known.
public record CredentialExpiry(Instant ends, Source source, SecretKind kind) {
    public enum Source { APP_REGISTRATION, TYPED, CERTIFICATE_FILE }

    /// Days before the end at which people are told.
    public static final List<Integer> WARNINGS = List.of(60, 30, 14, 7, 1);

    /// Days that have begun count: on the last day it is 1.
    public long daysLeft(Instant now) {
        return isOver(now) ? 0 : Duration.between(now, ends).minusNanos(1).toDays() + 1;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    /// The tightest warning that applies now: 30 when 23 days are left; empty while more than 60 days are left.
    public Optional<Integer> warning(Instant now) {
        return WARNINGS.reversed().stream().filter(days -> Duration.between(now, ends).compareTo(Duration.ofDays(days)) <= 0).findFirst();
    }
}
