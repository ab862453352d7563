package app.lectern.meetings;

import app.lectern.demo.school.OnlineMeeting;
import app.lectern.integrations.Integration;
import app.lectern.store.Store;

/// Puts a meeting of the demo school into the table, for tests that are not about how it gets there.
public final class MeetingRows {
    private MeetingRows() {}

    public static long insert(Store store, Integration of, OnlineMeeting meeting) {
        return store.write(handle -> handle.createUpdate("""
                        INSERT INTO meeting (integration_id, state, kind, subject, organiser_id, organiser_address, organiser_name, starts_at, ends_at,
                            zone, event_id, ical_uid, series_id, online_meeting_id, join_url, thread_id, planned_here, changed_at)
                        VALUES (:of, 'CREATED', :kind, :subject, :organiser, :address, :name, :start, :end, 'Europe/London', '', '', '', '', :url,
                            :thread, FALSE, :start)
                        """)
                .bind("of", of.id()).bind("kind", kind(meeting).name()).bind("subject", meeting.subject())
                .bind("organiser", meeting.organiser().id()).bind("address", meeting.organiser().userPrincipalName())
                .bind("name", meeting.organiser().displayName()).bind("start", meeting.start()).bind("end", meeting.end())
                .bind("url", meeting.joinUrl()).bind("thread", meeting.threadId())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /// The calendars tell no more of broadcasts and of calls from a chat than that they are meetings.
    private static MeetingKind kind(OnlineMeeting of) {
        return switch (of.kind()) {
            case SCHEDULED -> MeetingKind.SCHEDULED;
            case RECURRING -> MeetingKind.RECURRING;
            case CHANNEL -> MeetingKind.CHANNEL;
            case INSTANT -> MeetingKind.INSTANT;
            case LINK_ONLY -> MeetingKind.LINK_ONLY;
            case LIVE_EVENT, AD_HOC -> MeetingKind.UNKNOWN;
        };
    }
}
