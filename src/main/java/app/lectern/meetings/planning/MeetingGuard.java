package app.lectern.meetings.planning;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.CalendarOwners;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.link.JoinLink;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Finds coming meetings that people would join by a link behind which Microsoft keeps nothing for this calendar: an instant
/// meeting's, a bare one, or somebody else's. It gives them a Teams meeting of their own before attendance and recordings are lost.
public final class MeetingGuard {
    public enum Risk { INSTANT, LINK_ONLY, FOREIGN }

    /// A coming meeting at risk.
    ///
    /// @param eventId of a series, its master; empty for a bare link that was planned here
    /// @param slot    the bare link's slot
    public record Risky(Organiser organiser, String eventId, String subject, Instant start, Instant end, String joinUrl, Risk risk, Optional<Slot> slot) {}

    private static final int CALENDARS_AT_ONCE = 20;

    private final Function<Integration, GraphSession> sessions;
    private final CalendarOwners owners;
    private final KnownMeetings known;
    private final MeetingScheduler scheduler;
    private final SlotStore store;
    private final Clock clock;

    public MeetingGuard(Store store, Function<Integration, GraphSession> sessions, CalendarOwners owners, MeetingScheduler scheduler, Clock clock) {
        this.store = new SlotStore(store);
        this.sessions = sessions;
        this.owners = owners;
        this.known = new KnownMeetings(store);
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Looks into the organisers' calendars as far ahead as this.
    public List<Risky> look(Integration of, Duration ahead, Progress progress) throws InterruptedException {
        var from = clock.instant();
        var until = from.plus(ahead);
        var found = new ArrayList<Risky>();
        var everybody = owners.of(of, progress);
        scheduler.slots(of, from, until).stream().filter(slot -> slot.planned().way() == Way.LINK_ONLY && slot.state().isHeld())
                .forEach(slot -> found.add(new Risky(named(slot, everybody), "",
                        slot.planned().subject(), slot.planned().startsAt(), slot.planned().endsAt(), slot.joinUrl(), Risk.LINK_ONLY, Optional.of(slot))));
        var session = sessions.apply(of);
        var graph = new GuardGraph(session);
        var meetings = new MeetingOptionsGraph(session, (slot, waiting) -> {});
        var seen = new HashSet<String>();
        for (int at = 0; at < everybody.size(); at += CALENDARS_AT_ONCE) {
            progress.checkpoint();
            for (var coming : graph.coming(everybody.subList(at, Math.min(at + CALENDARS_AT_ONCE, everybody.size())), from, until, progress)) {
                var event = coming.seriesId().isEmpty() ? coming.eventId() : coming.seriesId();
                if (seen.add(event)) {
                    risky(of, coming, event, meetings).ifPresent(found::add);
                }
            }
            progress.count(Math.min(at + CALENDARS_AT_ONCE, everybody.size()), everybody.size());
        }
        return found;
    }

    private static Organiser named(Slot slot, List<Organiser> everybody) {
        var address = slot.planned().organiser();
        return everybody.stream().filter(each -> each.objectId().equals(slot.organiserId()) || each.address().equalsIgnoreCase(address)).findFirst()
                .orElseGet(() -> new Organiser(slot.organiserId(), address, address));
    }

    private Optional<Risky> risky(Integration of, GuardGraph.Coming coming, String event, MeetingOptionsGraph meetings) {
        var pasted = coming.ownUrl().isEmpty();
        if (!(JoinLink.parse(pasted ? coming.text() : coming.ownUrl()) instanceof JoinLink.Found link)) {
            return Optional.empty();
        }
        return risk(of, coming, link.link(), pasted, meetings).map(risk -> new Risky(coming.owner(), event, coming.subject(), coming.start(), coming.end(),
                link.link().url(), risk, Optional.empty()));
    }

    private Optional<Risk> risk(Integration of, GuardGraph.Coming coming, JoinLink link, boolean pasted, MeetingOptionsGraph meetings) {
        boolean others = !link.organiserId().isEmpty() && !link.organiserId().equalsIgnoreCase(coming.owner().objectId());
        if (others || link.form() == JoinLink.Form.CONSUMER) {
            return Optional.of(Risk.FOREIGN);
        }
        if (!pasted || known.byJoinUrl(of, link.url()).stream().anyMatch(meeting -> meeting.kind().hasCalendarEvent())) {
            return Optional.empty();
        }
        var probe = new Slot(0, "", of.id(), Planned.at(coming.subject(), LocalDateTime.ofInstant(coming.start(), ZoneOffset.UTC), ZoneOffset.UTC)
                .withOrganiser(coming.owner().address()), Optional.empty(), "", MeetingState.CREATED, Step.DONE, 0, coming.owner().objectId(), coming.eventId(),
                "", link.asIssued(), Optional.empty(), clock.instant(), clock.instant());
        var sent = meetings.find(List.of(probe)).getFirst();
        if (sent.refusedFor(Problem.Code.ITEM_GONE, Problem.Code.NOT_ORGANISER)) {
            return Optional.of(Risk.FOREIGN);
        }
        sent.refusal().ifPresent(problem -> {
            throw problem.raise();
        });
        var online = sent.value().flatMap(each -> each);
        return Optional.of(online.isEmpty() ? Risk.FOREIGN
                : online.get().type().equalsIgnoreCase("meetNow") || online.get().type().equalsIgnoreCase("adhoc") ? Risk.INSTANT : Risk.LINK_ONLY);
    }

    /// Gives each a Teams meeting of its own. The old link goes from the text; whoever is invited gets Exchange's update.
    public SlotResults convert(Integration of, List<Risky> risky, Progress progress) throws InterruptedException {
        var graph = new SlotEventsGraph(sessions.apply(of), (slot, waiting) -> {});
        var open = new ArrayList<Slot>();
        for (var each : risky) {
            progress.checkpoint();
            open.add(each.slot().map(slot -> scheduler.draft(of, slot.planned().withWay(Way.CALENDAR))).orElseGet(() -> taken(of, each, graph)));
        }
        var results = scheduler.create(of, open, progress);
        for (int at = 0; at < risky.size(); at++) {
            var made = results.slots().get(at);
            if (made.hasLink() && risky.get(at).slot().isPresent()) {
                scheduler.cancel(of, List.of(risky.get(at).slot().get()), "", progress);
            } else if (made.hasLink()) {
                clean(of, made, risky.get(at), graph);
            }
        }
        return new SlotResults(results.slots().stream().map(slot -> scheduler.find(slot.id()).orElse(slot)).toList());
    }

    /// The event as a slot whose link is still to be made.
    private Slot taken(Integration of, Risky risky, SlotEventsGraph graph) {
        var known = store.byEvent(of.id(), risky.eventId());
        var now = clock.instant();
        var zone = ZoneId.of("UTC");
        var bare = known.orElseGet(() -> new Slot(0, UUID.randomUUID().toString(), of.id(), Planned.at(risky.subject(),
                LocalDateTime.ofInstant(risky.start(), zone), zone).withTimes(LocalDateTime.ofInstant(risky.start(), zone),
                LocalDateTime.ofInstant(risky.end(), zone)).withOrganiser(risky.organiser().address()), Optional.empty(), "", MeetingState.PARTLY, Step.LINK, 0,
                risky.organiser().objectId(), risky.eventId(), "", "", Optional.empty(), now, now));
        var read = graph.read(bare);
        read.refusal().ifPresent(problem -> {
            throw problem.raise();
        });
        var slot = bare.planned(read.value().orElseThrow().held()).found(risky.eventId(), "", "").in(MeetingState.PARTLY).at(Step.LINK)
                .with(Optional.of(Problem.of(Problem.Code.TEAMS_LINK_MISSING).with("account", risky.organiser().address())));
        if (known.isEmpty()) {
            return store.add(List.of(slot)).getFirst();
        }
        store.keep(List.of(slot));
        return slot;
    }

    private void clean(Integration of, Slot made, Risky risky, SlotEventsGraph graph) {
        try {
            var read = graph.read(made).value();
            if (read.isEmpty()) {
                return;
            }
            var text = read.get().held().body().replace(risky.joinUrl(), "").strip();
            new GuardGraph(sessions.apply(of)).clean(made, JoinBlock.with(text, read.get().html(), made.joinUrl()), true);
            store.keep(List.of(made.planned(read.get().held().withBody(text).withNotice(""))));
        } catch (ProblemException refused) {
            store.keep(List.of(made.with(Optional.of(refused.problem()))));
        }
    }
}

