package app.lectern.integrations.waiting;

import java.time.Duration;

/// What takes its time at Microsoft, how long that usually is, and when it is late.
public enum WaitKind {
    CONSENT(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofMinutes(1)),
    NEW_SECRET(Duration.ofMinutes(2), Duration.ofMinutes(30), Duration.ofMinutes(1)),
    MAILBOX(Duration.ofMinutes(10), Duration.ofHours(24), Duration.ofMinutes(2)),
    ACCESS_POLICY(Duration.ofMinutes(20), Duration.ofHours(24), Duration.ofMinutes(3));

    private final Duration usual;
    private final Duration latest;
    private final Duration pace;

    WaitKind(Duration usual, Duration latest, Duration pace) {
        this.usual = usual;
        this.latest = latest;
        this.pace = pace;
    }

    public Duration usual() {
        return usual;
    }

    public Duration latest() {
        return latest;
    }

    /// How long after one look the next one comes: every few minutes at first, more seldom after the usual time has passed,
    /// and every hour once it is later than Microsoft ever needs.
    Duration pause(Duration waited) {
        if (waited.compareTo(latest) > 0) {
            return Duration.ofHours(1);
        }
        return waited.compareTo(usual.multipliedBy(2)) <= 0 ? pace : pace.multipliedBy(5);
    }
}
