package app.lectern.recordings;

import app.lectern.demo.school.DriveItem;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.meetings.ChannelMeetings;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingIds;
import app.lectern.recordings.downloads.Limits;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The room on a real store before the demo tenant, with meetings as the calendar's import would leave them.
public final class RecordingsRoom implements AutoCloseable {
    public static final String MARTA = "marta.kowalska@northfield.example";

    public final Room room;
    public final Integration integration;
    public final KnownMeetings known;
    public final RecordingsSync sync;
    public final Path folder;
    public final RecordingChoices choices;
    public final RecordingList list;
    public final RecordingsLibrary library;
    public final DownloadLedger ledger;
    public final RecordingWords words;
    public final LocalCopies copies;
    public final CleanUp cleanUp;
    public final TenantDeletion tenantDeletion;
    public final DriveSpace space;
    public final Manifest manifest;
    public DownloadQueue queue;
    final RecordingsStore rows;

    public RecordingsRoom(Path folder) {
        room = new Room(folder.resolve("home"));
        integration = room.connected(room.tenant.apps().complete());
        known = new KnownMeetings(room.store);
        sync = new RecordingsSync(known, new MeetingIds(room.store, room.access::session, room.clock),
                new ChannelMeetings(room.store, room.access::session, room.clock), new Checkpoints(room.store, room.clock),
                room.access::session, room.store, room.clock, ZoneOffset.UTC);
        rows = new RecordingsStore(room.store);
        this.folder = folder.resolve("downloads");
        choices = new RecordingChoices(room.store, () -> this.folder, () -> Limits.POLITE);
        list = new RecordingList(room.store);
        library = new RecordingsLibrary(room.store, known, choices, RecordingsTrail.NONE, room.clock);
        ledger = new DownloadLedger(room.store, room.words);
        words = new RecordingWords(room.store, room.access::session, ZoneOffset.UTC, room.clock);
        copies = new LocalCopies(room.store);
        cleanUp = new CleanUp(room.store, known, choices, RecordingsTrail.NONE, room.clock);
        tenantDeletion = new TenantDeletion(room.store, choices, room.access::session, RecordingsTrail.NONE, ZoneOffset.UTC, room.clock);
        space = new DriveSpace(room.store, choices);
        manifest = new Manifest(room.store, known, room.clock);
        reopenQueue();
    }

    /// As the next start of the program would.
    public void reopenQueue() {
        reopenQueue(Limits.POLITE);
    }

    public void reopenQueue(Limits limits) {
        var limited = new RecordingChoices(room.store, () -> folder, () -> limits);
        queue = new DownloadQueue(new DownloadQueue.Parts(room.store, room.access::session, room.integrations::find, known, limited, RecordingsTrail.NONE,
                () -> "R. Okafor", ZoneOffset.UTC, room.clock));
    }

    /// A meeting of an hour that the tenant has in somebody's calendar.
    public OnlineMeeting meeting(String organiser, String subject, Instant start) {
        var school = room.tenant.school();
        return school.exclusively(() -> school.meetings().make(school.people().find(organiser).orElseThrow(), MeetingKind.SCHEDULED, subject, start,
                start.plus(Duration.ofHours(1)), start.minus(Duration.ofDays(1))));
    }

    /// A lesson of an hour is held, recorded and transcribed, and two hours pass; known to Lectern without its online id.
    /// Returns the id in the store.
    public long recorded(String organiser, String subject) {
        var start = room.clock.instant();
        var meeting = meeting(organiser, subject, start);
        room.tenant.school().control().hold(meeting.id(), start, start.plus(Duration.ofHours(1)), true, true);
        room.clock.advance(Duration.ofHours(2));
        return know(meeting, true);
    }

    /// A meeting of half an hour in the first channel is held and recorded, and two hours pass. No calendar tells of it.
    public OnlineMeeting recordedInChannel(String organiser, String subject) {
        var start = room.clock.instant();
        var meeting = room.tenant.school().control().holdInChannel(organiser, subject, start, start.plus(Duration.ofMinutes(30)));
        room.clock.advance(Duration.ofHours(2));
        return meeting;
    }

    public long know(OnlineMeeting meeting, boolean records) {
        var organiser = meeting.organiser();
        var values = new HashMap<String, Object>(Map.of("of", integration.id(), "subject", meeting.subject(), "organiser", organiser.id(),
                "address", organiser.userPrincipalName(), "name", organiser.displayName(), "start", meeting.start(), "end", meeting.end(),
                "url", meeting.joinUrl(), "thread", meeting.threadId()));
        values.put("records", records);
        return room.store.write(handle -> handle.createUpdate("""
                        INSERT INTO meeting (integration_id, state, kind, subject, organiser_id, organiser_address, organiser_name, starts_at, ends_at, zone,
                            event_id, ical_uid, series_id, online_meeting_id, join_url, thread_id, records, planned_here, changed_at)
                        VALUES (:of, 'CREATED', 'SCHEDULED', :subject, :organiser, :address, :name, :start, :end, 'Europe/London', '', '', '', '',
                            :url, :thread, :records, FALSE, :start)
                        """).bindMap(values).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    public SyncTally sync() throws InterruptedException {
        return sync(new SyncScope.Everything());
    }

    public SyncTally sync(SyncScope scope) throws InterruptedException {
        return sync(new SyncOrder(integration, scope, false));
    }

    SyncTally sync(AppJobs jobs) throws InterruptedException {
        return sync(new SyncOrder(integration.meantFor(jobs), new SyncScope.Everything(), false));
    }

    private SyncTally sync(SyncOrder order) throws InterruptedException {
        var tally = new SyncTally();
        tally.lookedAt(sync.facets());
        sync.sync(order, tally, Progress.NONE);
        return tally;
    }

    List<Recording> of(long meeting) {
        return rows.ofMeeting(meeting);
    }

    Recording video(long meeting) {
        return of(meeting).stream().filter(one -> one.kind() == RecordingKind.VIDEO).findFirst().orElseThrow();
    }

    DriveItem file(Recording recording) {
        return room.tenant.school().drive(recording.driveId()).flatMap(drive -> drive.find(recording.itemId())).orElseThrow();
    }

    @Override
    public void close() {
        queue.close();
        room.close();
    }
}
