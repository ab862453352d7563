package app.lectern.integrations.permissions;

/// Whose mailbox, drive and meetings the probes look at, and one of the meetings.
///
/// @param address   as people know the account
/// @param id        its object id; empty when it could not be found out
/// @param joinLink  of a meeting the account organises; empty before one is known
/// @param meetingId of that meeting
record ProbeSubject(String address, String id, String joinLink, String meetingId) {
    static final ProbeSubject NONE = new ProbeSubject("", "", "", "");

    boolean isKnown() {
        return !id.isEmpty();
    }

    ProbeSubject withMeeting(String link, String meeting) {
        return new ProbeSubject(address, id, link, meeting);
    }
}
