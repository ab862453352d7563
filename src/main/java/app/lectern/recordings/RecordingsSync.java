package app.lectern.recordings;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.jobs.Progress;
import app.lectern.jobs.SideBySide;
import app.lectern.meetings.ChannelMeetings;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.Organiser;
import app.lectern.recordings.SyncPass.Question;
import app.lectern.store.Store;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// The sync of recordings and transcripts from both places. Each organiser's drive and each organiser's list is a step of its
/// own, several organisers at once, so one that fails or is slow keeps nobody from the others.
public final class RecordingsSync implements SyncPart {
    /// Organisers at once. The gate of the mailboxes bounds what reaches one; this bounds threads and what the tenant feels.
    private static final int LANES = 8;
    /// So long after its end a meeting that records counts as being processed.
    static final Duration PROCESSING = Duration.ofHours(2);
    private static final Duration GIVEN_UP = Duration.ofHours(24);
    private static final String READ = "recordings/read/";

    private final KnownMeetings meetings;
    private final MeetingIds ids;
    private final Checkpoints checkpoints;
    private final Function<Integration, GraphSession> sessions;
    private final RecordingsStore store;
    private final OrganiserReading reading;
    private final ChannelReading channels;
    private final Clock clock;
    private final ZoneId zone;

    public RecordingsSync(KnownMeetings meetings, MeetingIds ids, ChannelMeetings ofChannels, Checkpoints checkpoints, Function<Integration, GraphSession> sessions, Store store,
            Clock clock, ZoneId zone) {
        this.meetings = meetings;
        this.ids = ids;
        this.checkpoints = checkpoints;
        this.sessions = sessions;
        this.store = new RecordingsStore(store);
        var placement = new Placement(this.store, new MeetingMatch(meetings), clock);
        this.reading = new OrganiserReading(meetings, ids, checkpoints, store, placement, clock);
        this.channels = new ChannelReading(meetings, ofChannels, checkpoints, this.store, placement, clock);
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Set<Facet> facets() {
        return Set.of(Facet.RECORDINGS, Facet.TRANSCRIPTS);
    }

    @Override
    public Set<Capability> jobs() {
        return Set.of(Capability.GET_RECORDINGS, Capability.GET_TRANSCRIPTS);
    }

    @Override
    public void sync(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        var pass = new SyncPass(order, new RecordingsGraph(sessions.apply(order.integration()), zone), tally, progress);
        if (order.force()) {
            checkpoints.forgetAll(order.integration(), "recordings/");
        }
        if (order.scope() instanceof SyncScope.Meetings some) {
            byMeeting(pass, some.ids().stream().flatMap(id -> meetings.find(id).stream()).toList());
        } else if (pass.graph().appOnly()) {
            var done = new AtomicInteger();
            var all = organisers(pass);
            var lastEnds = lastEnds(pass.of());
            SideBySide.each(all, LANES, "recordings", organiser -> {
                organiser(pass, organiser, Optional.ofNullable(lastEnds.get(organiser.objectId())));
                progress.count(done.incrementAndGet(), all.size());
            });
            channels(pass);
        } else {
            byMeeting(pass, meetings.ended(order.integration(), clock.instant().minus(OrganiserReading.BACK), clock.instant()));
        }
        if (order.integration().jobs().include(Capability.GET_RECORDINGS)) {
            expect(order.integration());
        }
        pass.turnOffWhatIsNotAllowed();
    }

    /// Everybody who organises a known meeting, and the service account: what it recorded lies in its drive.
    private List<Organiser> organisers(SyncPass pass) throws InterruptedException {
        var all = new ArrayList<>(meetings.organisers(pass.of()));
        var service = pass.of().serviceAccount().strip();
        if (!service.isEmpty() && all.stream().noneMatch(one -> one.address().equalsIgnoreCase(service))) {
            pass.step(Question.DRIVE, OptionalLong.empty(), service, () -> pass.graph().person(service)
                    .filter(found -> all.stream().noneMatch(one -> one.objectId().equals(found.objectId()))).ifPresent(all::add));
        }
        return all.stream().filter(one -> pass.order().scope().includesOrganiser(one.address())).toList();
    }

    private void organiser(SyncPass pass, Organiser of, Optional<Instant> lastEnd) throws InterruptedException {
        var last = checkpoints.find(pass.of(), READ + of.objectId()).flatMap(ReadMark::read);
        if (last.isPresent() && isFresh(pass.order(), last.get(), lastEnd)) {
            pass.tally().spared(of.objectId(), last.get().at());
            if (last.get().transcriptsOff()) {
                pass.refusedBefore(Question.TRANSCRIPTS);
            }
            return;
        }
        pass.progress().detail(of.name().isEmpty() ? of.address() : of.name());
        boolean drive = pass.step(Question.DRIVE, OptionalLong.empty(), of.address(), () -> reading.drive(pass, of));
        boolean recordings = pass.step(Question.RECORDINGS, OptionalLong.empty(), of.address(), () -> reading.artifacts(pass, of, Facet.RECORDINGS));
        boolean transcripts = pass.step(Question.TRANSCRIPTS, OptionalLong.empty(), of.address(), () -> reading.artifacts(pass, of, Facet.TRANSCRIPTS));
        boolean calls = pass.step(Question.CALLS, OptionalLong.empty(), of.address(), () -> reading.calls(pass, of));
        if (drive && recordings && transcripts && calls) {
            checkpoints.keep(pass.of(), READ + of.objectId(), new ReadMark(clock.instant(), pass.wasRefused(Question.TRANSCRIPTS)).written());
        }
    }

    /// Whether the organiser was read a moment ago: by a run that was cut off, or by one that has just ended. After the end of a
    /// meeting there is something new to expect; who asks for what ended recently means just that.
    private boolean isFresh(SyncOrder order, ReadMark last, Optional<Instant> lastEnd) {
        boolean awaited = lastEnd.filter(end -> order.scope() instanceof SyncScope.Ended || end.isAfter(last.at())).isPresent();
        return !awaited && order.isFresh(last.at(), clock.instant());
    }

    /// By organiser, of meetings that ended so recently that their recordings may still come.
    private Map<String, Instant> lastEnds(Integration of) {
        var now = clock.instant();
        var ends = new HashMap<String, Instant>();
        meetings.ended(of, now.minus(PROCESSING), now).forEach(meeting ->
                ends.merge(meeting.organiser().objectId(), meeting.end(), (one, other) -> one.isAfter(other) ? one : other));
        return ends;
    }

    private void byMeeting(SyncPass pass, List<Meeting> wanted) throws InterruptedException {
        var resolved = ids.resolve(pass.of(), wanted, pass.progress());
        resolved.refused().forEach((meeting, problem) -> pass.tally().failed(Facet.RECORDINGS, OptionalLong.of(meeting.id()), meeting.subject(), problem));
        var once = new LinkedHashMap<String, Meeting>();
        resolved.meetings().forEach(meeting -> once.putIfAbsent(meeting.onlineMeetingId(), meeting));
        if (pass.graph().appOnly()) {
            var organisers = once.values().stream().map(Meeting::organiser).distinct().toList();
            SideBySide.each(organisers, LANES, "recordings", of -> pass.step(Question.DRIVE, OptionalLong.empty(), of.address(), () -> reading.drive(pass, of)));
        }
        SideBySide.each(List.copyOf(once.values()), LANES, "recordings", meeting -> {
            var id = OptionalLong.of(meeting.id());
            pass.step(Question.RECORDINGS, id, meeting.subject(), () -> reading.meeting(pass, meeting, Facet.RECORDINGS));
            pass.step(Question.TRANSCRIPTS, id, meeting.subject(), () -> reading.meeting(pass, meeting, Facet.TRANSCRIPTS));
        });
    }

    /// Whoever may not read teams does without their channels.
    private void channels(SyncPass pass) throws InterruptedException {
        pass.step(Question.CHANNEL_MEETINGS, OptionalLong.empty(), "", () -> channels.meet(pass));
        var now = clock.instant();
        var byChannel = new LinkedHashMap<String, Meeting>();
        meetings.ended(pass.of(), now.minus(OrganiserReading.BACK), now).stream()
                .filter(meeting -> meeting.kind() == MeetingKind.CHANNEL && !meeting.threadId().isEmpty() && !meeting.organiser().objectId().isEmpty())
                .filter(meeting -> pass.order().scope().includesOrganiser(meeting.organiser().address()))
                .forEach(meeting -> byChannel.put(meeting.threadId(), meeting));
        SideBySide.each(List.copyOf(byChannel.values()), LANES, "recordings", meeting ->
                pass.step(Question.CHANNEL, OptionalLong.of(meeting.id()), meeting.subject(), () -> channels.files(pass, meeting)));
    }

    /// A meeting that records and has just ended is not without a recording: Teams takes its minutes.
    private void expect(Integration of) {
        var now = clock.instant();
        meetings.ended(of, now.minus(PROCESSING), now).stream().filter(meeting -> meeting.records().orElse(false))
                .forEach(meeting -> store.expect(meeting, now));
        store.giveUpExpecting(of.id(), now.minus(GIVEN_UP));
    }
}
