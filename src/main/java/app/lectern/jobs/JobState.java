package app.lectern.jobs;

/// Where a job stands. The last three are final.
public enum JobState {
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
