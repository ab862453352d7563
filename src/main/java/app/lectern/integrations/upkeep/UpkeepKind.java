package app.lectern.integrations.upkeep;

import java.time.Duration;

/// What is to be done again and again, and how often.
public enum UpkeepKind {
    /// Who used Lectern for what, in Activity, and how the calls went.
    USAGE(Duration.ofDays(30)),
    /// A new secret, or a look whether the certificate is still only where it belongs.
    CREDENTIAL(Duration.ofDays(90)),
    /// Whether the app still has what it needs and nothing beside.
    PERMISSIONS(Duration.ofDays(365));

    private final Duration pause;

    UpkeepKind(Duration pause) {
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
