package app.lectern.meetings;

import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// Reads the tables `meeting` and `meeting_attendee` for everybody who asks about meetings.
final class KnownMeetingsStore {
    static final RowMapper<Meeting> MEETING = (row, context) -> meeting(row);

    private final Store store;

    KnownMeetingsStore(Store store) {
        this.store = store;
    }

    long count(long integration) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM meeting WHERE integration_id = :of")
                .bind("of", integration).mapTo(Long.class).one());
    }

    Optional<Meeting> find(long id) {
        return store.read(handle -> handle.createQuery("SELECT * FROM meeting WHERE id = :id").bind("id", id).map(MEETING).findOne());
    }

    List<Meeting> overlapping(long integration, Instant from, Instant until) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM meeting WHERE integration_id = :of AND starts_at < :until AND ends_at > :from ORDER BY starts_at, id
                        """)
                .bind("of", integration).bind("from", from).bind("until", until).map(MEETING).list());
    }

    List<Meeting> ended(long integration, Instant since, Instant until) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM meeting WHERE integration_id = :of AND ends_at >= :since AND ends_at <= :until
                            AND state IN ('CREATED', 'PARTLY') ORDER BY ends_at, id
                        """)
                .bind("of", integration).bind("since", since).bind("until", until).map(MEETING).list());
    }

    List<Meeting> byOnlineMeeting(long integration, String onlineMeeting) {
        return by(integration, "online_meeting_id", onlineMeeting);
    }

    List<Meeting> byThread(long integration, String thread) {
        return by(integration, "thread_id", thread);
    }

    List<Meeting> byJoinUrl(long integration, String url) {
        return by(integration, "join_url", url);
    }

    private List<Meeting> by(long integration, String column, String value) {
        return store.read(handle -> handle.createQuery(
                        "SELECT * FROM meeting WHERE integration_id = :of AND " + column + " = :value ORDER BY starts_at, id")
                .bind("of", integration).bind("value", value).map(MEETING).list());
    }

    List<Meeting> ofOrganiser(long integration, String objectId, Instant from, Instant until) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM meeting WHERE integration_id = :of AND organiser_id = :organiser
                            AND starts_at < :until AND ends_at > :from ORDER BY starts_at, id
                        """)
                .bind("of", integration).bind("organiser", objectId).bind("from", from).bind("until", until).map(MEETING).list());
    }

    List<Attendee> attendees(long meeting) {
        return store.read(handle -> handle.createQuery("""
                        SELECT address, name, required, answer FROM meeting_attendee WHERE meeting_id = :meeting ORDER BY required DESC, name, address
                        """)
                .bind("meeting", meeting)
                .map((row, context) -> attendee(row)).list());
    }

    static Attendee attendee(ResultSet row) throws SQLException {
        return new Attendee(row.getString("address"), row.getString("name"), row.getBoolean("required"), InvitationAnswer.valueOf(row.getString("answer")));
    }

    Map<Long, Integer> invited(long integration, Instant from, Instant until) {
        return store.read(handle -> handle.createQuery("""
                        SELECT meeting_id, COUNT(*) AS people FROM meeting_attendee WHERE meeting_id IN (
                            SELECT id FROM meeting WHERE integration_id = :of AND starts_at <= :until AND ends_at >= :from) GROUP BY meeting_id
                        """)
                .bind("of", integration).bind("from", from).bind("until", until)
                .map((row, context) -> Map.entry(row.getLong("meeting_id"), row.getInt("people"))).list()).stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Organiser> organisers(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT organiser_id, MAX(organiser_address) AS address, MAX(organiser_name) AS name FROM meeting
                        WHERE integration_id = :of AND organiser_id <> '' GROUP BY organiser_id ORDER BY name, address
                        """)
                .bind("of", integration)
                .map((row, context) -> new Organiser(row.getString("organiser_id"), row.getString("address"), row.getString("name"))).list());
    }

    /// What the online meeting tells goes to every meeting with the same link: all occurrences of a series share it.
    void identify(long integration, String joinUrl, String onlineMeeting, String thread, Optional<Boolean> records, Instant at) {
        store.change(handle -> handle.createUpdate("""
                        UPDATE meeting SET online_meeting_id = :id, changed_at = :at, records = COALESCE(:records, records),
                            thread_id = CASE WHEN :thread = '' THEN thread_id ELSE :thread END
                        WHERE integration_id = :of AND join_url = :url
                        """)
                .bind("id", onlineMeeting).bind("at", at).bind("thread", thread).bind("records", records.orElse(null))
                .bind("of", integration).bind("url", joinUrl).execute());
    }

    void forgetAttendee(long integration, String address) {
        store.change(handle -> handle.createUpdate("""
                        DELETE FROM meeting_attendee WHERE LOWER(address) = LOWER(:address)
                            AND meeting_id IN (SELECT id FROM meeting WHERE integration_id = :of)
                        """)
                .bind("of", integration).bind("address", address).execute());
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        boolean records = row.getBoolean("records");
        var known = row.wasNull() ? Optional.<Boolean>empty() : Optional.of(records);
        return new Meeting(row.getLong("id"), row.getLong("integration_id"), MeetingState.valueOf(row.getString("state")),
                MeetingKind.valueOf(row.getString("kind")), row.getString("subject"),
                new Organiser(row.getString("organiser_id"), row.getString("organiser_address"), row.getString("organiser_name")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("zone"), row.getString("event_id"), row.getString("ical_uid"), row.getString("series_id"),
                row.getString("online_meeting_id"), row.getString("join_url"), row.getString("thread_id"), known,
                row.getBoolean("planned_here"));
    }
}
