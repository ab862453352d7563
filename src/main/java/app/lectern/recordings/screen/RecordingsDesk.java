package app.lectern.recordings.screen;

import app.lectern.meetings.KnownMeetings;
import app.lectern.recordings.RecordingList;

/// The services that the Recordings screen stands on.
public record RecordingsDesk(RecordingList list, KnownMeetings meetings) {}
