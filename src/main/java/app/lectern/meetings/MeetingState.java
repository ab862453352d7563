package app.lectern.meetings;

/// Where a slot is on its way into the tenant. What was found there is CREATED.
public enum MeetingState {
    DRAFT, WAITING, CREATING, RETRYING, CREATED, PARTLY, FAILED, CANCELLED;

    /// Whether people may join it.
    public boolean isHeld() {
        return this == CREATED || this == PARTLY;
    }
}
