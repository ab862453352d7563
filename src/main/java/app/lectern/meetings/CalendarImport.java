package app.lectern.meetings;

import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.jobs.SideBySide;
import app.lectern.meetings.CalendarGraph.Look;
import app.lectern.meetings.CalendarGraph.Seen;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Reads the organisers' calendars, so that meetings made in Outlook or Teams are known as well: everything once, then what has
/// changed. Each calendar is written with its mark as it is read, so that a killed run goes on with the next.
public final class CalendarImport implements SyncPart {
    private static final int CALENDARS_AT_ONCE = 20;
    private static final int BATCHES_AT_ONCE = 4;
    /// The ids of ended meetings are looked up this far back.
    private static final Duration ENDED = Duration.ofDays(60);
    private static final Set<Problem.Code> REFUSED_FOR_ALL = Set.of(Problem.Code.PERMISSION_MISSING, Problem.Code.CONSENT_MISSING);
    private static final String MARK = "meetings/calendar/";

    private final CalendarOwners owners;
    private final Function<Integration, GraphSession> sessions;
    private final CalendarRows rows;
    private final KnownMeetings known;
    private final MeetingIds ids;
    private final Checkpoints checkpoints;
    private final Clock clock;

    public CalendarImport(CalendarOwners owners, Function<Integration, GraphSession> sessions, Store store, MeetingIds ids, Checkpoints checkpoints,
            Clock clock) {
        this.owners = owners;
        this.sessions = sessions;
        this.rows = new CalendarRows(store, clock);
        this.known = new KnownMeetings(store);
        this.ids = ids;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    @Override
    public Set<Facet> facets() {
        return Set.of(Facet.MEETINGS);
    }

    @Override
    public void sync(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        if (!(order.scope() instanceof SyncScope.Meetings)) {
            var looks = looks(order, tally, progress);
            var graph = new CalendarGraph(sessions.apply(order.integration()));
            var done = new AtomicInteger();
            SideBySide.each(parts(looks), BATCHES_AT_ONCE, "calendars", part -> read(order, graph, part, tally, progress, done, looks.size()));
        }
        identify(order, tally, progress);
    }

    private List<Look> looks(SyncOrder order, SyncTally tally, Progress progress) {
        var looks = new ArrayList<Look>();
        for (var owner : owners.of(order.integration(), progress)) {
            if (!order.scope().includesOrganiser(owner.address())) {
                continue;
            }
            var mark = mark(order.integration(), owner);
            if (mark.isPresent() && order.isFresh(mark.get().readAt(), clock.instant())) {
                tally.spared(owner.objectId(), mark.get().readAt());
            } else {
                var from = mark.filter(found -> !order.force()).orElseGet(() -> CalendarMark.fresh(clock.instant()));
                looks.add(new Look(owner, from.mark(), from.from(), from.until()));
            }
        }
        return looks;
    }

    private Optional<CalendarMark> mark(Integration of, Organiser owner) {
        return checkpoints.find(of, MARK + owner.objectId()).flatMap(CalendarMark::read).filter(mark -> mark.reachesFarEnough(clock.instant()));
    }

    private static List<List<Look>> parts(List<Look> looks) {
        var parts = new ArrayList<List<Look>>();
        for (int from = 0; from < looks.size(); from += CALENDARS_AT_ONCE) {
            parts.add(looks.subList(from, Math.min(from + CALENDARS_AT_ONCE, looks.size())));
        }
        return parts;
    }

    private void read(SyncOrder order, CalendarGraph graph, List<Look> part, SyncTally tally, Progress progress, AtomicInteger done, int all)
            throws InterruptedException {
        progress.checkpoint();
        progress.detail(part.getFirst().owner().name());
        var outcomes = graph.changes(part, progress);
        for (int at = 0; at < part.size(); at++) {
            keep(order, graph, part.get(at), outcomes.get(at), tally, progress);
            progress.count(done.incrementAndGet(), all);
        }
    }

    private void keep(SyncOrder order, CalendarGraph graph, Look look, BatchOutcome<Seen> outcome, SyncTally tally, Progress progress)
            throws InterruptedException {
        switch (outcome) {
            case BatchOutcome.Done<Seen> done -> {
                var seen = done.value().orElseThrow();
                tally.add(Facet.MEETINGS, rows.keep(order.integration(), look.owner(), seen.events()));
                checkpoints.keep(order.integration(), MARK + look.owner().objectId(),
                        new CalendarMark("", look.from(), look.until(), clock.instant()).at(seen.mark(), clock.instant()).written());
            }
            case BatchOutcome.Failed<Seen> failed when failed.problem().code() == Problem.Code.SYNC_RESTART && look.mark().isPresent() -> {
                var fresh = CalendarMark.fresh(clock.instant());
                var again = new Look(look.owner(), Optional.empty(), fresh.from(), fresh.until());
                keep(order, graph, again, graph.changes(List.of(again), progress).getFirst(), tally, progress);
            }
            // who stands in the directory without a mailbox has no calendar, and nobody asked for it
            case BatchOutcome.Failed<Seen> failed when failed.problem().code() == Problem.Code.MAILBOX_MISSING && !chosen(order, look) -> { }
            // refused for one, refused for all: ten thousand times the same failure would help nobody
            case BatchOutcome.Failed<Seen> failed when REFUSED_FOR_ALL.contains(failed.problem().code()) -> throw failed.problem().raise();
            case BatchOutcome.Failed<Seen> failed ->
                    tally.failed(Facet.MEETINGS, OptionalLong.empty(), look.owner().address(), failed.problem());
            case BatchOutcome.NotSent<Seen> cancelled -> progress.checkpoint();
        }
    }

    private boolean chosen(SyncOrder order, Look look) {
        return order.scope() instanceof SyncScope.Organiser || owners.chosen(order.integration()).contains(look.owner());
    }

    /// What was held is asked for by the online meeting's id; looking the ids up here serves attendance and recordings alike.
    private void identify(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        var now = clock.instant();
        var open = known.ended(order.integration(), now.minus(ENDED), now).stream().filter(meeting -> meeting.onlineMeetingId().isEmpty()).toList();
        // a refused look-up is no failure of the calendar: whoever needs the id says why it has none
        ids.resolve(order.integration(), open, progress);
    }
}
