package app.lectern.sync.health;

/// The figures that have a target.
public enum FigureKind {
    SUCCESS_RATE, AVERAGE_LATENCY_SECONDS, RETRY_RATE, API_ERROR_RATE,
    CREATION_SUCCESS_RATE, REQUEST_TO_LINK_SECONDS, CREATION_RETRY_RATE, CREATION_ERROR_RATE;

    boolean isTime() {
        return name().endsWith("_SECONDS");
    }
}
