package app.lectern.recordings;

/// Where a download stands. Only DONE counts.
public enum DownloadState {
    QUEUED, RUNNING, PAUSED, DONE, FAILED, CANCELLED;

    public boolean isOpen() {
        return this == QUEUED || this == RUNNING || this == PAUSED;
    }
}
