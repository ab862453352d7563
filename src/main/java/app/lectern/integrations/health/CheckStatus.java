package app.lectern.integrations.health;

/// How a check ended, mildest first. What could not be checked is never good.
public enum CheckStatus {
    PASSED,
    /// Microsoft needs time; see the waiting list.
    WAITING,
    COULD_NOT_CHECK,
    WARNING,
    FAILED
}
