package app.lectern.demo.school;

/// How a meeting came to be, which decides what Graph tells about it.
public enum MeetingKind {
    SCHEDULED("scheduled"), RECURRING("recurring"),
    /// In a channel of a team: on the group's calendar, recorded to the team's site.
    CHANNEL("scheduled"),
    /// Started with "Meet now": no calendar entry.
    INSTANT("meetnow"),
    /// A broadcast of the old kind.
    LIVE_EVENT("broadcast"),
    /// Made through Graph without a calendar entry.
    LINK_ONLY("scheduled"),
    /// A call from a chat: no online meeting at all.
    AD_HOC("adhoc");

    private final String graphName;

    MeetingKind(String graphName) {
        this.graphName = graphName;
    }

    /// The value of `meetingType`.
    public String graphName() {
        return graphName;
    }

    public boolean isCalendarBacked() {
        return this == SCHEDULED || this == RECURRING || this == CHANNEL || this == LIVE_EVENT;
    }
}
