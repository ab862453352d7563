package app.lectern.meetings;

import app.lectern.store.Store;
import app.lectern.sync.FacetCount;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Writes what calendars hold into the tables `meeting` and `meeting_attendee`, one calendar per transaction.
final class CalendarStore {
    private final Store store;

    CalendarStore(Store store) {
        this.store = store;
    }

    List<Organiser> chosen(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM meeting_calendar WHERE integration_id = :of ORDER BY name, address")
                .bind("of", integration)
                .map((row, context) -> new Organiser(row.getString("object_id"), row.getString("address"), row.getString("name"))).list());
    }

    void choose(long integration, List<Organiser> owners) {
        store.change(handle -> {
            handle.createUpdate("DELETE FROM meeting_calendar WHERE integration_id = :of").bind("of", integration).execute();
            owners.forEach(owner -> handle.createUpdate("""
                            INSERT INTO meeting_calendar (integration_id, object_id, address, name) VALUES (:of, :id, :address, :name)
                            """)
                    .bind("of", integration).bind("id", owner.objectId()).bind("address", owner.address()).bind("name", owner.name()).execute());
        });
    }

    /// The rows of a series, by which an occurrence that Exchange told only in part is completed.
    Map<String, Meeting> bySeries(long integration, String organiser) {
        var found = new HashMap<String, Meeting>();
        known(integration, organiser).values().stream().filter(Meeting::inSeries).forEach(meeting -> found.put(meeting.seriesId(), meeting));
        return found;
    }

    private Map<String, Meeting> known(long integration, String organiser) {
        return store.read(handle -> known(handle, integration, organiser));
    }

    private static Map<String, Meeting> known(Handle handle, long integration, String organiser) {
        var found = new LinkedHashMap<String, Meeting>();
        handle.createQuery("SELECT * FROM meeting WHERE integration_id = :of AND organiser_id = :organiser AND event_id <> ''")
                .bind("of", integration).bind("organiser", organiser).map(KnownMeetingsStore.MEETING)
                .forEach(meeting -> found.put(meeting.eventId(), meeting));
        return found;
    }

    /// Rows that are the same stay untouched. What is gone is called off when it lies ahead; what was held keeps its row, because
    /// recordings and attendance belong to it.
    FacetCount keep(long integration, List<Meeting> read, Map<String, List<Attendee>> attendees, List<String> gone, String organiser, Instant now) {
        return store.write(handle -> {
            var known = known(handle, integration, organiser);
            var count = FacetCount.NONE;
            for (var meeting : read) {
                var before = known.get(meeting.eventId());
                if (before == null && takenOver(handle, meeting)) {
                    before = known(handle, integration, organiser).get(meeting.eventId());
                }
                if (before == null) {
                    insert(handle, meeting, attendees.get(meeting.eventId()), now);
                    count = count.plus(new FacetCount(1, 0, 0, 0, 0));
                } else {
                    boolean changed = update(handle, before, meeting, now) | invite(handle, before.id(), attendees.get(meeting.eventId()));
                    count = count.plus(changed ? new FacetCount(0, 1, 0, 0, 0) : new FacetCount(0, 0, 1, 0, 0));
                }
            }
            for (var event : gone) {
                var before = known.get(event);
                if (before != null && before.state() != MeetingState.CANCELLED && before.end().isAfter(now)) {
                    handle.createUpdate("UPDATE meeting SET state = 'CANCELLED', changed_at = :now WHERE id = :id")
                            .bind("now", now).bind("id", before.id()).execute();
                    count = count.plus(new FacetCount(0, 0, 0, 1, 0));
                }
            }
            return count;
        });
    }

    /// What was made here, known before the next look into the calendars. An event that these have told already is the same row.
    void plan(long integration, Map<Meeting, List<Attendee>> made, Instant now) {
        store.change(handle -> made.forEach((meeting, attendees) -> {
            var before = handle.createQuery("SELECT * FROM meeting WHERE integration_id = :of AND ("
                            + (meeting.eventId().isEmpty() ? "event_id = '' AND join_url = :url" : "event_id = :event AND event_id <> ''") + ")")
                    .bind("of", integration).bind("url", meeting.joinUrl()).bind("event", meeting.eventId()).map(KnownMeetingsStore.MEETING)
                    .findFirst();
            long id = before.map(Meeting::id).orElseGet(() -> insert(handle, meeting, attendees, now));
            if (before.isPresent()) {
                update(handle, before.get(), meeting, now);
                invite(handle, id, attendees);
            }
            handle.createUpdate("""
                            UPDATE meeting SET planned_here = TRUE, state = :state, online_meeting_id = CASE WHEN :meeting = '' THEN online_meeting_id
                                ELSE :meeting END, records = COALESCE(:records, records) WHERE id = :id
                            """)
                    .bind("state", meeting.state().name()).bind("meeting", meeting.onlineMeetingId()).bind("records", meeting.records().orElse(null))
                    .bind("id", id).execute();
        }));
    }

    /// A meeting of a channel may have become known without a calendar before; the event then belongs to that row.
    private static boolean takenOver(Handle handle, Meeting event) {
        return event.kind() == MeetingKind.CHANNEL && handle.createUpdate("""
                        UPDATE meeting SET event_id = :event WHERE id = (SELECT MIN(id) FROM meeting WHERE integration_id = :of AND event_id = ''
                            AND kind = 'CHANNEL' AND join_url = :url AND organiser_id = :organiser AND starts_at = :start)
                        """)
                .bind("event", event.eventId()).bind("of", event.integration()).bind("url", event.joinUrl())
                .bind("organiser", event.organiser().objectId()).bind("start", event.start()).execute() > 0;
    }

    /// Meetings that stand in no calendar that is read.
    void add(List<Meeting> meetings, Instant now) {
        store.change(handle -> meetings.forEach(meeting -> insert(handle, meeting, List.of(), now)));
    }

    /// Called off, with all dates of a series that have not ended.
    void callOff(long integration, String event, String url, Instant now) {
        store.change(handle -> handle.createUpdate("""
                        UPDATE meeting SET state = 'CANCELLED', changed_at = :now WHERE integration_id = :of AND ends_at > :now
                            AND (event_id <> '' AND event_id = :event OR series_id <> '' AND series_id = :event
                                OR event_id = '' AND join_url <> '' AND join_url = :url)
                        """)
                .bind("of", integration).bind("event", event).bind("url", url).bind("now", now).execute());
    }

    private static long insert(Handle handle, Meeting meeting, List<Attendee> attendees, Instant now) {
        long id = bound(handle.createUpdate("""
                        INSERT INTO meeting (integration_id, state, kind, subject, organiser_id, organiser_address, organiser_name, starts_at, ends_at,
                            zone, event_id, ical_uid, series_id, online_meeting_id, join_url, thread_id, planned_here, changed_at)
                        VALUES (:of, :state, :kind, :subject, :organiser, :address, :name, :start, :end, :zone, :event, :uid, :series, '', :url,
                            :thread, FALSE, :now)
                        """), meeting, now)
                .bind("organiser", meeting.organiser().objectId()).bind("address", meeting.organiser().address())
                .bind("name", meeting.organiser().name()).bind("of", meeting.integration()).bind("event", meeting.eventId())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
        invite(handle, id, attendees);
        return id;
    }

    /// What the row knows beyond the calendar, such as the online meeting's id, goes only when the link itself has changed.
    private static boolean update(Handle handle, Meeting before, Meeting now, Instant at) {
        boolean sameLink = before.joinUrl().equals(now.joinUrl());
        var kind = sameLink && before.kind() != MeetingKind.UNKNOWN ? before.kind() : now.kind();
        var thread = sameLink && !before.threadId().isEmpty() ? before.threadId() : now.threadId();
        var state = before.state() == MeetingState.PARTLY ? MeetingState.PARTLY : now.state();
        if (sameLink && before.state() == state && before.kind() == kind && before.subject().equals(now.subject()) && before.start().equals(now.start())
                && before.end().equals(now.end()) && before.seriesId().equals(now.seriesId()) && before.threadId().equals(thread)) {
            return false;
        }
        bound(handle.createUpdate("""
                        UPDATE meeting SET state = :state, kind = :kind, subject = :subject, starts_at = :start, ends_at = :end, zone = :zone,
                            ical_uid = :uid, series_id = :series, join_url = :url, thread_id = :thread, changed_at = :now,
                            online_meeting_id = CASE WHEN join_url = :url THEN online_meeting_id ELSE '' END WHERE id = :id
                        """), now, at)
                .bind("state", state.name()).bind("kind", kind.name()).bind("thread", thread).bind("id", before.id()).execute();
        return true;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Meeting meeting, Instant now) {
        return statement.bind("state", meeting.state().name()).bind("kind", meeting.kind().name()).bind("subject", cut(meeting.subject(), 500))
                .bind("start", meeting.start()).bind("end", meeting.end()).bind("zone", cut(meeting.zone(), 60))
                .bind("uid", meeting.iCalUid()).bind("series", meeting.seriesId()).bind("url", meeting.joinUrl())
                .bind("thread", meeting.threadId()).bind("now", now);
    }

    private static boolean invite(Handle handle, long meeting, List<Attendee> attendees) {
        var wanted = new LinkedHashMap<String, Attendee>();
        attendees.forEach(each -> wanted.putIfAbsent(each.address().toLowerCase(java.util.Locale.ROOT), each));
        var before = handle.createQuery("SELECT address, name, required, answer FROM meeting_attendee WHERE meeting_id = :meeting").bind("meeting", meeting)
                .map((row, context) -> KnownMeetingsStore.attendee(row)).set();
        if (before.equals(java.util.Set.copyOf(wanted.values()))) {
            return false;
        }
        handle.createUpdate("DELETE FROM meeting_attendee WHERE meeting_id = :meeting").bind("meeting", meeting).execute();
        if (!wanted.isEmpty()) {
            var batch = handle.prepareBatch("INSERT INTO meeting_attendee (meeting_id, address, name, required, answer) VALUES (:meeting, :address, :name, :required, :answer)");
            wanted.values().forEach(each -> batch.bind("meeting", meeting).bind("address", cut(each.address(), 320))
                    .bind("name", cut(each.name(), 300)).bind("required", each.required())
                    .bind("answer", each.answer().name()).add());
            batch.execute();
        }
        return true;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
