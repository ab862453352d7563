package app.lectern.meetings.planning;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.MailAddress;
import app.lectern.accounts.Organisers;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.jobs.Undisturbed;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.PlannedMeetings;
import app.lectern.problems.Problem;
import app.lectern.store.KeptAlong;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Plans meetings, creates them in the tenant, and calls them off again. A slot is kept before anything is sent for it. Verbs that
/// talk to the tenant take many slots at once and are one job; they end with a row for each.
public final class MeetingScheduler {
    private static final Duration ABANDONED = Duration.ofMinutes(10);
    private static final int PIECES = 24;
    private static final int MOST_LISTED = 2000;

    private final SlotStore store;
    private final CreationStore creations;
    private final Function<Integration, GraphSession> sessions;
    private final SlotOrganisers organisers;
    private final SlotEcho echo;
    private final SlotRemoval removal;
    private final SlotCheck check;
    private final Sleeper sleeper;
    private final Clock clock;

    public MeetingScheduler(Store store, Function<Integration, GraphSession> sessions, AccountVerifier accounts, Organisers organisers, SlotTrail trail,
            Sleeper sleeper, Clock clock) {
        this.store = new SlotStore(store);
        this.creations = new CreationStore(store);
        this.sessions = sessions;
        this.organisers = new SlotOrganisers(accounts, organisers);
        this.echo = new SlotEcho(sessions, new PlannedMeetings(store, clock), this.organisers, trail, clock);
        this.removal = new SlotRemoval(sessions, this.store, echo, clock);
        this.check = new SlotCheck(clock);
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /// What is wrong with a plan or worth knowing, the organiser's account included.
    public List<SlotFault> faults(Integration of, Planned planned, Progress progress) throws InterruptedException {
        var faults = new ArrayList<>(check.faults(planned, domains(of, planned)));
        organisers.fault(of, planned, progress).ifPresent(faults::add);
        return faults;
    }

    /// The same without asking anybody.
    public List<SlotFault> faults(Integration of, Planned planned) {
        return check.faults(planned, domains(of, planned));
    }

    private static Set<String> domains(Integration of, Planned planned) {
        return Stream.of(planned.organiser(), of.owner(), of.serviceAccount()).map(MailAddress::normalised).filter(MailAddress::isWellFormed)
                .map(MailAddress::domain).collect(Collectors.toSet());
    }

    /// Keeps a draft; nothing is sent.
    public Slot draft(Integration of, Planned planned) {
        return drafts(of, List.of(planned), "").getFirst();
    }

    /// Keeps many drafts together.
    ///
    /// @param batch the import that they came with; empty for none
    public List<Slot> drafts(Integration of, List<Planned> planned, String batch) {
        return drafts(of, planned, batch, KeptAlong.NOTHING);
    }

    /// The same together with what is known of the import.
    public List<Slot> drafts(Integration of, List<Planned> planned, String batch, KeptAlong along) {
        var now = clock.instant();
        return store.add(planned.stream().map(each -> new Slot(0, UUID.randomUUID().toString(), of.id(), each, Optional.empty(), batch,
                MeetingState.DRAFT, Step.EVENT, 0, "", "", "", "", Optional.empty(), now, now)).toList(), along);
    }

    /// Changes what is only planned so far; what is in the tenant is changed by [MeetingEditor].
    public Slot replan(Slot slot, Planned planned) {
        if (slot.isInTenant()) {
            throw new IllegalArgumentException("the tenant holds this one already");
        }
        var same = planned.organiser().equalsIgnoreCase(slot.planned().organiser());
        var changed = (same ? slot : slot.organisedBy("", "")).planned(planned).changedAt(clock.instant());
        store.keep(List.of(changed));
        return changed;
    }

    /// Creates drafts, and takes up those that failed or were applied in part where they stopped: only what is missing is done. On
    /// cancelling, what was not begun is as it was before.
    public SlotResults create(Integration of, List<Slot> slots, Progress progress) throws InterruptedException {
        var open = slots.stream().filter(Slot::isOpen).toList();
        var organised = organisers.found(of, open, progress);
        var ready = organised.stream().filter(slot -> !slot.organiserId().isEmpty()).toList();
        var without = organised.stream().filter(slot -> slot.organiserId().isEmpty()).map(slot -> slot.changedAt(clock.instant())).toList();
        store.keep(without);
        if (!without.isEmpty()) {
            echo.ended(of, without.stream().collect(Collectors.toMap(slot -> slot, slot -> true, (one, same) -> one, LinkedHashMap::new)));
        }
        run(of, ready, progress);
        return results(slots);
    }

    public SlotResults create(Integration of, Slot slot, Progress progress) throws InterruptedException {
        return create(of, List.of(slot), progress);
    }

    /// Sets the options of meetings that are there; nobody is told, and nothing else of them changes.
    public SlotResults setOptions(Integration of, List<Slot> slots, MeetingOptions options, Progress progress) throws InterruptedException {
        var before = slots.stream().filter(Slot::hasLink).toList();
        run(of, before, before.stream().map(slot -> slot.planned(slot.planned().withOptions(options)).at(Step.OPTIONS)).toList(), progress);
        return results(slots);
    }

    /// Finishes what a program that was killed had begun.
    public SlotResults resume(Integration of, Progress progress) throws InterruptedException {
        return create(of, unfinished(of), progress);
    }

    /// Finishes what nobody has touched for a while; what another window or process works on right now is left to it.
    public SlotResults resumeAbandoned(Integration of, Progress progress) throws InterruptedException {
        var before = clock.instant().minus(ABANDONED);
        return create(of, unfinished(of).stream().filter(slot -> slot.changedAt().isBefore(before)).toList(), progress);
    }

    /// Tries again what could not be sent since then because there was no way to Microsoft.
    public SlotResults resumeUnreached(Integration of, Instant since, Progress progress) throws InterruptedException {
        return create(of, unreached(of, since), progress);
    }

    /// What could not be sent since then because there was no way to Microsoft.
    public List<Slot> unreached(Integration of, Instant since) {
        return store.in(of.id(), List.of(MeetingState.FAILED, MeetingState.PARTLY)).stream()
                .filter(slot -> !slot.changedAt().isBefore(since) && slot.problem().filter(Problem::isUnreached).isPresent()).toList();
    }

    /// On its way, though maybe nobody is working on it any more.
    public List<Slot> unfinished(Integration of) {
        return store.in(of.id(), List.of(MeetingState.WAITING, MeetingState.CREATING, MeetingState.RETRYING));
    }

    private void run(Integration of, List<Slot> slots, Progress progress) throws InterruptedException {
        run(of, slots, slots, progress);
    }

    private void run(Integration of, List<Slot> before, List<Slot> wanted, Progress progress) throws InterruptedException {
        if (wanted.isEmpty()) {
            return;
        }
        var waiting = wanted.stream().map(slot -> slot.in(MeetingState.WAITING).with(Optional.empty()).changedAt(clock.instant())).toList();
        try {
            store.keep(waiting);
            new SlotRun(of, sessions.apply(of), store, ended -> echo.ended(of, ended), sleeper, clock).create(waiting, progress);
        } finally {
            Undisturbed.run(() -> putBack(before));
        }
    }

    /// Nothing of these was sent: they are what they were.
    private void putBack(List<Slot> before) {
        var untouched = before.stream().filter(slot -> store.find(slot.id()).filter(now -> now.state() == MeetingState.WAITING).isPresent()).toList();
        store.keep(untouched.stream().map(slot -> slot.isOnItsWay() ? slot.in(MeetingState.DRAFT) : slot).toList());
    }

    private SlotResults results(Collection<Slot> slots) {
        return new SlotResults(slots.stream().map(slot -> store.find(slot.id()).orElse(slot)).toList());
    }

    /// Cancels meetings in the tenant, with a message for everybody who was invited. The slots stay, as cancelled.
    public SlotResults cancel(Integration of, List<Slot> slots, String message, Progress progress) throws InterruptedException {
        removal.run(of, slots, Optional.of(message), progress);
        return results(slots);
    }

    /// Takes meetings out of the tenant and forgets the slots. Whoever was invited gets Exchange's own cancellation.
    public SlotResults delete(Integration of, List<Slot> slots, Progress progress) throws InterruptedException {
        var removed = removal.run(of, slots, Optional.empty(), progress);
        store.remove(removed.stream().filter(slot -> slot.state() == MeetingState.CANCELLED).toList());
        return new SlotResults(removed);
    }

    /// Takes a whole import back.
    public SlotResults undo(Integration of, String batch, Progress progress) throws InterruptedException {
        return delete(of, batch.isEmpty() ? List.of() : store.batch(of.id(), batch), progress);
    }

    /// Takes slots away that the tenant holds nothing of.
    public void discard(Collection<Slot> slots) {
        store.remove(slots.stream().filter(slot -> !slot.isInTenant()).toList());
    }

    public Optional<Slot> find(long id) {
        return store.find(id);
    }

    /// Those that lie at least partly in the span, by their start.
    public List<Slot> slots(Integration of, Instant from, Instant until) {
        return store.between(of.id(), from, until);
    }

    /// The slots of one import.
    public List<Slot> batch(Integration of, String batch) {
        return store.batch(of.id(), batch);
    }

    /// The slot behind a meeting, when it was planned here.
    public Optional<Slot> slotOf(Integration of, Meeting meeting) {
        return store.byEvent(of.id(), meeting.inSeries() ? meeting.seriesId() : meeting.eventId()).or(() -> store.byLink(of.id(), meeting.joinUrl()));
    }

    /// Not whole yet: drafts, what is on its way, what failed or was applied in part.
    public List<Slot> open(Integration of) {
        return store.in(of.id(), List.of(MeetingState.DRAFT, MeetingState.WAITING, MeetingState.CREATING, MeetingState.RETRYING,
                MeetingState.PARTLY, MeetingState.FAILED));
    }

    public long count(Integration of) {
        return store.count(of.id());
    }

    /// How creating went over this span until now.
    public CreationFigures figures(Integration of, Duration span) {
        return creations.since(of.id(), clock.instant().minus(span), span.dividedBy(PIECES));
    }

    /// What these figures count, the newest first.
    public List<PastCreation> creations(Integration of, Duration span) {
        return creations.list(of.id(), clock.instant().minus(span), MOST_LISTED);
    }

    /// After a privacy request: nobody is invited under this address, and no text of a slot names it.
    public void forgetPerson(Integration of, String address) {
        store.forgetPerson(of.id(), address, clock.instant());
    }
}
