package app.lectern.recordings;

/// Where a recording stands on this computer.
public enum LocalState {
    NONE, QUEUED, RUNNING, VERIFIED, UNVERIFIED, DAMAGED, FAILED, ARCHIVED, MISSING;

    public boolean isHere() {
        return this == VERIFIED || this == UNVERIFIED;
    }
}
