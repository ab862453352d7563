package app.lectern.recordings;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.Organiser;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// The sync of recordings and transcripts from both places. Each organiser's drive and each organiser's list is a step of its
/// own with a checkpoint of its own, so one that fails keeps nobody from the others.
public final class RecordingsSync implements SyncPart {
    /// What the meetings API is asked for at the first time.
    private static final Duration BACK = Duration.ofDays(120);
    private static final Duration AHEAD = Duration.ofDays(365);
    /// So long after its end a meeting that records counts as being processed.
    private static final Duration PROCESSING = Duration.ofHours(2);
    private static final Duration GIVEN_UP = Duration.ofHours(24);
    /// What a tenant keeps by default, where the policy says nothing else.
    private static final Set<Problem.Code> NOT_ALLOWED = Set.of(Problem.Code.PERMISSION_MISSING, Problem.Code.PERMISSION_NOT_OFFERED,
            Problem.Code.TRANSCRIPTS_OFF);

    private final KnownMeetings meetings;
    private final MeetingIds ids;
    private final Checkpoints checkpoints;
    private final Function<Integration, GraphSession> sessions;
    private final RecordingsStore store;
    private final QuotaStore quotas;
    private final MeetingMatch match;
    private final Clock clock;
    private final ZoneId zone;

    public RecordingsSync(KnownMeetings meetings, MeetingIds ids, Checkpoints checkpoints, Function<Integration, GraphSession> sessions, Store store,
            Clock clock, ZoneId zone) {
        this.meetings = meetings;
        this.ids = ids;
        this.checkpoints = checkpoints;
        this.sessions = sessions;
        this.store = new RecordingsStore(store);
        this.quotas = new QuotaStore(store);
        this.match = new MeetingMatch(meetings);
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Set<Facet> facets() {
        return Set.of(Facet.RECORDINGS, Facet.TRANSCRIPTS, Facet.FILES);
    }

    /// One sync at work: what it asks and where it counts.
    private record Run(SyncOrder order, RecordingsGraph graph, SyncTally tally, Progress progress, Set<Facet> off) {
        Integration of() {
            return order.integration();
        }
    }

    @Override
    public void sync(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        var run = new Run(order, new RecordingsGraph(sessions.apply(order.integration()), zone), tally, progress, new HashSet<>());
        if (order.force()) {
            checkpoints.forgetAll(order.integration(), "recordings/");
        }
        if (order.scope() instanceof SyncScope.Meetings some || !run.graph().appOnly()) {
            var wanted = order.scope() instanceof SyncScope.Meetings named ? named.ids().stream().flatMap(id -> meetings.find(id).stream()).toList()
                    : meetings.ended(order.integration(), clock.instant().minus(BACK), clock.instant());
            byMeeting(run, wanted);
        } else {
            for (var organiser : organisers(order)) {
                progress.checkpoint();
                progress.detail(organiser.name().isEmpty() ? organiser.address() : organiser.name());
                organiser(run, organiser);
            }
            channels(run);
        }
        expect(run);
        tally.off(run.off());
    }

    private List<Organiser> organisers(SyncOrder order) {
        return meetings.organisers(order.integration()).stream().filter(one -> order.scope().includesOrganiser(one.address())).toList();
    }

    private void organiser(Run run, Organiser of) throws InterruptedException {
        step(run, Facet.RECORDINGS, OptionalLong.empty(), of.address(), () -> drive(run, of));
        step(run, Facet.RECORDINGS, OptionalLong.empty(), of.address(), () -> artifacts(run, of, Facet.RECORDINGS));
        step(run, Facet.TRANSCRIPTS, OptionalLong.empty(), of.address(), () -> artifacts(run, of, Facet.TRANSCRIPTS));
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    /// What nobody allowed is off; what fails is tallied; what makes going on useless is thrown.
    private static void step(Run run, Facet facet, OptionalLong meeting, String subject, Step step) throws InterruptedException {
        try {
            step.take();
        } catch (ProblemException refused) {
            var problem = refused.problem();
            if (NOT_ALLOWED.contains(problem.code())) {
                if (facet == Facet.TRANSCRIPTS) {
                    run.off().add(Facet.TRANSCRIPTS);
                } else {
                    run.tally().failed(facet, meeting, subject, problem);
                }
            } else if (problem.code() != Problem.Code.ITEM_GONE && problem.code() != Problem.Code.MEETING_WITHOUT_CALENDAR
                    && problem.code() != Problem.Code.CHANNEL_MEETING) {
                run.tally().failed(facet, meeting, subject, problem);
            }
        }
    }

    private void drive(Run run, Organiser of) {
        var drive = run.graph().drive(of);
        if (drive.isEmpty()) {
            return;
        }
        quotas.keep(run.of().id(), of, drive.get(), clock.instant());
        var folder = run.graph().recordingsFolder(of, drive.get());
        if (folder.isEmpty()) {
            return;
        }
        var name = "recordings/drive/" + drive.get().id();
        var last = checkpoints.find(run.of(), name);
        RecordingsGraph.Changes changes;
        try {
            changes = run.graph().driveChanges(of, drive.get(), folder.get(), last, run.progress());
        } catch (ProblemException refused) {
            if (refused.problem().code() != Problem.Code.SYNC_RESTART || last.isEmpty()) {
                throw refused;
            }
            last = Optional.empty();
            changes = run.graph().driveChanges(of, drive.get(), folder.get(), last, run.progress());
        }
        changes.seen().forEach(seen -> keep(run, seen, of));
        var gone = new ArrayList<>(changes.gone());
        if (last.isEmpty()) {
            // a first round names what is there; what was known and is not named was removed
            var there = changes.seen().stream().map(Seen::itemId).collect(java.util.stream.Collectors.toSet());
            store.items(run.of().id(), drive.get().id()).stream().filter(item -> !there.contains(item)).forEach(gone::add);
        }
        gone.forEach(item -> {
            if (store.remove(run.of().id(), drive.get().id(), item, clock.instant()) > 0) {
                run.tally().removed(Facet.RECORDINGS);
            }
        });
        checkpoints.keep(run.of(), name, changes.next());
    }

    private void artifacts(Run run, Organiser of, Facet facet) {
        var name = "recordings/" + facet + "/" + of.objectId();
        var last = checkpoints.find(run.of(), name);
        RecordingsGraph.Changes changes;
        try {
            changes = changes(run, of, facet, last);
        } catch (ProblemException refused) {
            if (refused.problem().code() != Problem.Code.SYNC_RESTART || last.isEmpty()) {
                throw refused;
            }
            changes = changes(run, of, facet, Optional.empty());
        }
        changes.seen().forEach(seen -> keep(run, seen, of));
        checkpoints.keep(run.of(), name, changes.next());
    }

    private RecordingsGraph.Changes changes(Run run, Organiser of, Facet facet, Optional<String> last) {
        var now = clock.instant();
        return facet == Facet.RECORDINGS ? run.graph().recordingChanges(of, last, now.minus(BACK), now.plus(AHEAD), run.progress())
                : run.graph().transcriptChanges(of, last, now.minus(BACK), now.plus(AHEAD), run.progress());
    }

    private void keep(Run run, Seen seen, Organiser of) {
        var found = match.find(run.of(), seen, of.objectId());
        var facet = seen.kind() == RecordingKind.TRANSCRIPT ? Facet.TRANSCRIPTS : seen.kind() == RecordingKind.VIDEO ? Facet.RECORDINGS : Facet.FILES;
        switch (store.keep(run.of().id(), seen, found, of.objectId(), of.name(), clock.instant())) {
            case CREATED -> run.tally().created(facet);
            case UPDATED -> run.tally().updated(facet);
            case UNCHANGED -> run.tally().unchanged(facet);
        }
    }

    private void byMeeting(Run run, List<Meeting> wanted) throws InterruptedException {
        var resolved = ids.resolve(run.of(), wanted, run.progress());
        resolved.refused().forEach((meeting, problem) -> run.tally().failed(Facet.RECORDINGS, OptionalLong.of(meeting.id()), meeting.subject(), problem));
        var once = new LinkedHashMap<String, Meeting>();
        resolved.meetings().forEach(meeting -> once.putIfAbsent(meeting.onlineMeetingId(), meeting));
        for (var meeting : once.values()) {
            run.progress().checkpoint();
            var id = OptionalLong.of(meeting.id());
            if (run.graph().appOnly()) {
                step(run, Facet.RECORDINGS, id, meeting.subject(), () -> drive(run, meeting.organiser()));
            }
            step(run, Facet.RECORDINGS, id, meeting.subject(),
                    () -> run.graph().recordings(meeting, run.progress()).forEach(seen -> keep(run, seen, meeting.organiser())));
            step(run, Facet.TRANSCRIPTS, id, meeting.subject(),
                    () -> run.graph().transcripts(meeting, run.progress()).forEach(seen -> keep(run, seen, meeting.organiser())));
        }
    }

    /// Channel meetings record into the team's library. Whoever may not read teams does without.
    private void channels(Run run) throws InterruptedException {
        var now = clock.instant();
        var byChannel = new LinkedHashMap<String, Meeting>();
        meetings.ended(run.of(), now.minus(BACK), now).stream()
                .filter(meeting -> meeting.kind() == MeetingKind.CHANNEL && !meeting.threadId().isEmpty() && !meeting.organiser().objectId().isEmpty())
                .filter(meeting -> run.order().scope().includesOrganiser(meeting.organiser().address()))
                .forEach(meeting -> byChannel.putIfAbsent(meeting.threadId(), meeting));
        for (var meeting : byChannel.values()) {
            run.progress().checkpoint();
            try {
                run.graph().teamOf(meeting).ifPresent(team -> run.graph().channelFiles(meeting, team, run.progress())
                        .forEach(seen -> keep(run, seen, meeting.organiser())));
            } catch (ProblemException refused) {
                if (!NOT_ALLOWED.contains(refused.problem().code()) && refused.problem().code() != Problem.Code.ITEM_GONE) {
                    run.tally().failed(Facet.RECORDINGS, OptionalLong.of(meeting.id()), meeting.subject(), refused.problem());
                }
            }
        }
    }

    /// A meeting that records and has just ended is not without a recording: Teams takes its minutes.
    private void expect(Run run) {
        var now = clock.instant();
        meetings.ended(run.of(), now.minus(PROCESSING), now).stream().filter(meeting -> meeting.records().orElse(false))
                .forEach(meeting -> store.expect(meeting, now));
        store.giveUpExpecting(run.of().id(), now.minus(GIVEN_UP));
    }
}
