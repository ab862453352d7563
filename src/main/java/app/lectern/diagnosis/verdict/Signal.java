package app.lectern.diagnosis.verdict;

/// One fact that a probe observed. What it points to is [Verdicts]' to say; each has a sentence in the bundle.
public enum Signal {
    // what the API says about the kind
    TYPE_SCHEDULED, TYPE_RECURRING, TYPE_MEETNOW, TYPE_ADHOC, TYPE_BROADCAST, EXTERNAL_ID, MADE_AT_START,
    // the calendar: "none" only where it could be read and the range was covered
    EVENT_FOUND, EVENT_IN_GROUP, NO_EVENT, NO_ICAL_UID, EVENT_ID_MALFORMED,
    // thread, chat and calls
    CHANNEL_THREAD, CHANNEL_REFUSED, PRIVATE_THREAD, CHAT_WITH_EVENT, CHAT_WITHOUT_EVENT, CHAT_IS_CALL, CALL_PEER_TO_PEER,
    CALL_WITHOUT_LINK,
    // shapes that say nothing; kept so that the screen can say so
    SHAPE_SHORT, SHAPE_ZERO,
    // the meeting itself
    MEETING_FOUND, MEETING_UNKNOWN, LINK_EXPIRED, NOT_ENDED, ENDED_RECENTLY, ENDED_LONG_AGO,
    // the link itself, where that was asked about
    LINK_ALIVE, LINK_DEAD, LINK_NOT_FOUND, EVENT_WITHOUT_LINK,
    // what was asked for
    DATA_FOUND, NO_REPORT, NO_RECORDING, NO_TRANSCRIPT, CALL_RECORD_FOUND, NO_CALL_RECORD, CALL_RECORDS_REFUSED, TRANSCRIPTS_SWITCHED_OFF,
    // who and where
    FOREIGN_TENANT, CONSUMER_LINK, ORGANISER_FOUND, ORGANISER_UNKNOWN, ORGANISER_DISABLED, NOT_ORGANISER, NO_ORGANISER_NAMED,
    // rights and the service
    ROLE_PRESENT, ROLE_ABSENT, PERMISSION_REFUSED, POLICY_REFUSED, POLICY_ACCEPTED, SERVICE_ERROR, SIGN_IN_FAILED
}
