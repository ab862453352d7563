package app.lectern.attendance;

import app.lectern.demo.school.OnlineMeeting;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.MeetingKind;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The room on a real store before the demo tenant, with meetings as the calendar's import would leave them.
public final class AttendanceRoom implements AutoCloseable {
    public final Room room;
    public final Integration integration;
    public final KnownMeetings known;
    public final AttendanceSync sync;
    final AttendanceRecordsStore records;
    final AttendanceMeetingsStore lines;
    /// Half past nine on a working day of this week, an hour and a half ago by the room's clock.
    public final Instant lesson;

    public AttendanceRoom(Path folder) {
        this(new Room(folder));
    }

    public AttendanceRoom(Room room) {
        this.room = room;
        integration = room.connected(room.tenant.apps().complete());
        known = new KnownMeetings(room.store);
        sync = new AttendanceSync(room.store, known, new MeetingIds(room.store, room.access::session, room.clock), room.access::session, room.clock);
        records = new AttendanceRecordsStore(room.store);
        lines = new AttendanceMeetingsStore(room.store);
        lesson = room.clock.instant().minus(Duration.ofMinutes(150));
    }

    /// A lesson of an hour that the tenant held and reports, known to Lectern; returns the id in the store.
    public long lesson(String organiser, String subject, Instant start, int invited) {
        return know(room.tenant.school().control().lesson(organiser, subject, start, Duration.ofHours(1), invited));
    }

    public OnlineMeeting meeting(String organiser, String subject, Instant start) {
        var school = room.tenant.school();
        return school.exclusively(() -> school.meetings().make(school.person(organiser), app.lectern.demo.school.MeetingKind.SCHEDULED, subject, start,
                start.plus(Duration.ofHours(1)), start));
    }

    public long know(OnlineMeeting meeting) {
        return know(meeting, MeetingKind.SCHEDULED, meeting.start(), meeting.end(), "");
    }

    public long know(OnlineMeeting meeting, MeetingKind kind, Instant start, Instant end, String series) {
        var organiser = meeting.organiser();
        var values = new java.util.HashMap<String, Object>(Map.of("of", integration.id(), "kind", kind.name(), "subject", meeting.subject(),
                "organiser", organiser.id(), "address", organiser.userPrincipalName(), "name", organiser.displayName(), "start", start, "end", end,
                "url", meeting.joinUrl(), "thread", meeting.threadId()));
        values.put("series", series);
        return room.store.write(handle -> {
            long id = handle.createUpdate("""
                            INSERT INTO meeting (integration_id, state, kind, subject, organiser_id, organiser_address, organiser_name, starts_at,
                                ends_at, zone, event_id, ical_uid, series_id, online_meeting_id, join_url, thread_id, planned_here, changed_at)
                            VALUES (:of, 'CREATED', :kind, :subject, :organiser, :address, :name, :start, :end, 'Europe/London', '', '', :series, '',
                                :url, :thread, FALSE, :start)
                            """).bindMap(values).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
            var batch = handle.prepareBatch("""
                    MERGE INTO meeting_attendee (meeting_id, address, name, required) KEY (meeting_id, address) VALUES (:id, :address, :name, TRUE)
                    """);
            meeting.invited().forEach(each -> batch.bind("id", id).bind("address", each.address()).bind("name", each.name()).add());
            if (batch.size() > 0) {
                batch.execute();
            }
            return id;
        });
    }

    public SyncTally sync() throws InterruptedException {
        return sync(new SyncScope.Everything(), false);
    }

    public SyncTally sync(SyncScope scope, boolean force) throws InterruptedException {
        var tally = new SyncTally();
        sync.sync(new SyncOrder(integration, scope, force), tally, Progress.NONE);
        return tally;
    }

    MeetingLine line(long meeting) {
        return lines.find(meeting).orElseThrow();
    }

    /// Requests to Graph over the wire since the log was cleared, a batch being one.
    long roundTrips() {
        return room.tenant.requests().all().stream().filter(entry -> !entry.batchItem() && entry.path().startsWith("/v1.0")).count();
    }

    RollCall.Result rollCall(long meeting) {
        return new MeetingFigures(known).rollCall(line(meeting), records.told(meeting), AttendanceRules.USUAL);
    }

    List<Long> lessons(List<String> organisers, int count, int invited) {
        var made = new ArrayList<Long>();
        for (int at = 0; at < count; at++) {
            made.add(lesson(organisers.get(at % organisers.size()), "Lesson " + at, lesson.minus(Duration.ofDays(2)).minus(Duration.ofHours(at)), invited));
        }
        return made;
    }

    @Override
    public void close() {
        room.close();
    }
}
