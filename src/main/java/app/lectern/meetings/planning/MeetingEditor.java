package app.lectern.meetings.planning;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.Organisers;
import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.jobs.Undisturbed;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.PlannedMeetings;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import app.lectern.words.ZoneNames;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Changes meetings that are in the tenant, whether they were planned here or made in Outlook. What the tenant holds is read first,
/// so that nobody's change is overwritten unseen; only the fields that differ are sent.
public final class MeetingEditor {
    private static final Duration ABANDONED = Duration.ofMinutes(10);
    private static final Set<SlotField> TIMES = EnumSet.of(SlotField.START, SlotField.END);

    private final SlotStore store;
    private final Function<Integration, GraphSession> sessions;
    private final SlotEcho echo;
    private final Clock clock;

    public MeetingEditor(Store store, Function<Integration, GraphSession> sessions, AccountVerifier accounts, Organisers organisers, SlotTrail trail,
            Clock clock) {
        this.store = new SlotStore(store);
        this.sessions = sessions;
        this.echo = new SlotEcho(sessions, new PlannedMeetings(store, clock), new SlotOrganisers(accounts, organisers), trail, clock);
        this.clock = clock;
    }

    /// What the tenant holds now; empty when it was deleted or cancelled there.
    ///
    /// @param date one date of the slot's series, in place of the whole
    public Optional<Present> read(Integration of, Slot slot, Optional<Meeting> date) {
        return new Reading(of).present(at(slot, date));
    }

    /// A slot for a meeting that was made in Outlook or Teams, so that it can be changed here; of a series, for the whole of it.
    public Slot adopt(Integration of, Meeting meeting) {
        var event = meeting.inSeries() ? meeting.seriesId() : meeting.eventId();
        var known = store.byEvent(of.id(), event).or(() -> store.byLink(of.id(), meeting.joinUrl()));
        if (known.isPresent()) {
            return known.get();
        }
        var zone = zone(meeting.zone());
        var now = clock.instant();
        var planned = Planned.at(meeting.subject(), LocalDateTime.ofInstant(meeting.start(), zone), zone)
                .withTimes(LocalDateTime.ofInstant(meeting.start(), zone), LocalDateTime.ofInstant(meeting.end(), zone))
                .withOrganiser(meeting.organiser().address()).withWay(event.isEmpty() ? Way.LINK_ONLY : Way.CALENDAR);
        var slot = new Slot(0, UUID.randomUUID().toString(), of.id(), planned, Optional.empty(), "", MeetingState.CREATED, Step.DONE, 0,
                meeting.organiser().objectId(), event, meeting.onlineMeetingId(), meeting.joinUrl(), Optional.empty(), now, now);
        var present = new Reading(of).present(slot).orElseThrow(() -> Problem.of(Code.ITEM_GONE).with("item", meeting.subject()).raise());
        return store.add(List.of(slot.planned(present.held()).found(event, present.onlineMeetingId(), present.joinUrl()))).getFirst();
    }

    private static ZoneId zone(String name) {
        return ZoneNames.find(name).orElse(ZoneOffset.UTC);
    }

    /// One date of a series stands for itself, with its own event.
    private static Slot at(Slot slot, Optional<Meeting> date) {
        return date.map(meeting -> slot.found(meeting.eventId(), slot.onlineMeetingId(), slot.joinUrl())
                .planned(slot.planned().withRepeat(Optional.empty()).withTimes(LocalDateTime.ofInstant(meeting.start(), slot.planned().zone()),
                        LocalDateTime.ofInstant(meeting.end(), slot.planned().zone())))).orElse(slot);
    }

    /// Changes the whole meeting or series.
    public Edited change(Integration of, Slot slot, Planned wanted, Edited.Choice choice, Progress progress) throws InterruptedException {
        progress.checkpoint();
        var reading = new Reading(of);
        var present = reading.present(slot);
        if (present.isEmpty()) {
            return new Edited.Gone(slot);
        }
        var merge = Merge.of(slot.planned(), wanted, present.get().held(), choice);
        if (!merge.clash().isEmpty()) {
            return new Edited.Conflict(slot, wanted, present.get().held(), merge.clash());
        }
        var linked = slot.found(slot.eventId(), present.get().onlineMeetingId(), present.get().joinUrl());
        // what is wanted is kept while it is on its way, so that a crash in between is made good
        store.keep(List.of(linked.change(Optional.of(merge.result())).changedAt(clock.instant())));
        try {
            progress.checkpoint();
            var done = reading.write(linked, merge, present.get());
            store.keep(List.of(done));
            if (!merge.written().isEmpty()) {
                echo.changed(of, done, slot.planned());
            }
            return new Edited.Done(done);
        } catch (InterruptedException | RuntimeException refused) {
            Undisturbed.run(() -> store.keep(List.of(slot)));
            throw refused;
        }
    }

    /// Changes one date of a series; the others and the options, which belong to the series, stay.
    ///
    /// @param before what was shown of that date when somebody began to change it
    public Edited changeDate(Integration of, Slot series, Meeting date, Planned before, Planned wanted, Edited.Choice choice, Progress progress)
            throws InterruptedException {
        progress.checkpoint();
        var reading = new Reading(of);
        var slot = at(series, Optional.of(date));
        var present = reading.present(slot);
        if (present.isEmpty()) {
            return new Edited.Gone(series);
        }
        var merge = Merge.of(before, wanted.withOptions(before.options()).withRepeat(Optional.empty()), present.get().held(), choice);
        if (!merge.clash().isEmpty()) {
            return new Edited.Conflict(series, wanted, present.get().held(), merge.clash());
        }
        var done = reading.write(slot.planned(before), merge, present.get());
        echo.changed(of, done, before);
        return new Edited.Done(series);
    }

    /// Ends a series earlier. The dates that fall away are known to be called off at once, as Exchange calls them off.
    Edited shorten(Integration of, Slot series, Repeat shorter, List<Meeting> gone, Progress progress) throws InterruptedException {
        var edited = change(of, series, series.planned().withRepeat(Optional.of(shorter)), Edited.Choice.OURS, progress);
        if (edited instanceof Edited.Done) {
            echo.dropped(of, gone);
        }
        return edited;
    }

    /// Cancels one date of a series, with a message for those who are invited.
    public void cancelDate(Integration of, Slot series, Meeting date, String message) {
        var slot = at(series, Optional.of(date));
        var sent = new SlotEventsGraph(sessions.apply(of), (each, waiting) -> {}).remove(List.of(slot), Optional.of(message)).getFirst();
        if (sent.refusal().isPresent() && !sent.refusedFor(Code.ITEM_GONE)) {
            throw sent.refusal().get().raise();
        }
        echo.cancelled(of, slot.found(date.eventId(), "", ""));
    }

    /// What was deleted in Outlook is planned anew, as a draft.
    public Slot again(Slot gone) {
        var fresh = gone.keyed(UUID.randomUUID().toString()).found("", "", "").at(Step.EVENT).in(MeetingState.DRAFT).trying(0)
                .change(Optional.empty()).with(Optional.empty()).changedAt(clock.instant());
        store.keep(List.of(fresh));
        return fresh;
    }

    /// Finishes changes that were on their way when the program was killed; what cannot be finished stays as the tenant has it.
    public List<Slot> finish(Integration of, Progress progress) throws InterruptedException {
        return finish(of, store.changing(of.id()), progress);
    }

    /// The same for what nobody has touched for a while; what another window or process works on right now is left to it.
    List<Slot> finishAbandoned(Integration of, Progress progress) throws InterruptedException {
        var before = clock.instant().minus(ABANDONED);
        return finish(of, store.changing(of.id()).stream().filter(slot -> slot.changedAt().isBefore(before)).toList(), progress);
    }

    private List<Slot> finish(Integration of, List<Slot> changing, Progress progress) throws InterruptedException {
        var finished = new ArrayList<Slot>();
        for (var slot : changing) {
            var wanted = slot.change().orElseThrow();
            var before = slot.change(Optional.empty());
            store.keep(List.of(before));
            try {
                if (change(of, before, wanted, Edited.Choice.OURS, progress) instanceof Edited.Done done) {
                    finished.add(done.slot());
                }
            } catch (ProblemException refused) {
                store.keep(List.of(before.with(Optional.of(refused.problem()))));
            }
        }
        return finished;
    }

    /// One look at the tenant and what is written there.
    private final class Reading {
        private final SlotEventsGraph events;
        private final MeetingOptionsGraph meetings;

        Reading(Integration of) {
            var session = sessions.apply(of);
            events = new SlotEventsGraph(session, (slot, waiting) -> {});
            meetings = new MeetingOptionsGraph(session, (slot, waiting) -> {});
        }

        Optional<Present> present(Slot slot) {
            if (slot.eventId().isEmpty()) {
                return online(slot).map(found -> new Present(held(slot, found), "", found.joinUrl(), found.id()));
            }
            var sent = events.read(slot);
            if (sent.refusedFor(Code.ITEM_GONE, Code.ID_MALFORMED)) {
                return Optional.empty();
            }
            sent.refusal().ifPresent(problem -> {
                throw problem.raise();
            });
            var seen = sent.value().orElseThrow();
            if (seen.cancelled()) {
                return Optional.empty();
            }
            var linked = slot.found(slot.eventId(), slot.onlineMeetingId(), seen.joinUrl().isEmpty() ? slot.joinUrl() : seen.joinUrl());
            var online = linked.hasLink() ? online(linked) : Optional.<MeetingOptionsGraph.Online>empty();
            return Optional.of(new Present(seen.held().withOptions(online.map(MeetingOptionsGraph.Online::options).orElse(slot.planned().options())),
                    seen.html(), linked.joinUrl(), online.map(MeetingOptionsGraph.Online::id).orElse(slot.onlineMeetingId())));
        }

        /// Without the right to look, or without a meeting behind the link, the options are taken to be what was last set.
        private Optional<MeetingOptionsGraph.Online> online(Slot slot) {
            var sent = meetings.find(List.of(slot)).getFirst();
            if (slot.eventId().isEmpty() && !sent.refusedFor(Code.ITEM_GONE)) {
                sent.refusal().ifPresent(problem -> {
                    throw problem.raise();
                });
            }
            return sent.value().flatMap(each -> each);
        }

        private static Planned held(Slot slot, MeetingOptionsGraph.Online found) {
            var zone = slot.planned().zone();
            var start = found.start().map(at -> LocalDateTime.ofInstant(at, zone)).orElse(slot.planned().start());
            var end = found.end().map(at -> LocalDateTime.ofInstant(at, zone)).orElse(slot.planned().end());
            var same = found.start().filter(slot.planned().startsAt()::equals).isPresent() && found.end().filter(slot.planned().endsAt()::equals).isPresent();
            return (same ? slot.planned() : slot.planned().withTimes(start, end)).withSubject(found.subject()).withOptions(found.options());
        }

        Slot write(Slot slot, Merge merge, Present present) {
            var wanted = slot.planned(merge.result());
            var fields = EnumSet.copyOf(merge.written());
            boolean options = fields.remove(SlotField.OPTIONS);
            var done = wanted.change(Optional.empty()).with(Optional.empty()).in(MeetingState.CREATED).at(Step.DONE).changedAt(clock.instant());
            if (slot.eventId().isEmpty()) {
                if (fields.contains(SlotField.SUBJECT) || fields.stream().anyMatch(TIMES::contains)) {
                    raise(meetings.move(List.of(wanted)).getFirst());
                }
            } else if (!fields.isEmpty()) {
                raise(events.overwrite(wanted, fields, present.html()));
            }
            if (!options) {
                return slot.state() == MeetingState.PARTLY ? done.in(MeetingState.PARTLY).at(slot.step()).with(slot.problem()) : done;
            }
            var set = meetings.set(List.of(wanted)).getFirst();
            return set.value().map(answer -> SlotRun.whole(done, answer)).orElseGet(() -> set.refusal()
                    .map(problem -> done.in(MeetingState.PARTLY).at(Step.OPTIONS).with(Optional.of(problem))).orElse(done));
        }

        private static void raise(Sent<?> sent) {
            sent.refusal().ifPresent(problem -> {
                throw problem.raise();
            });
            if (!sent.sent()) {
                throw new java.util.concurrent.CancellationException();
            }
        }
    }
}
