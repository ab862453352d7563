package app.lectern.meetings.planning;

import app.lectern.integrations.Integration;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingState;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Plans meetings. A slot is kept before anything is sent for it.
public final class MeetingScheduler {
    private final SlotStore store;
    private final Clock clock;

    public MeetingScheduler(Store store, Clock clock) {
        this.store = new SlotStore(store);
        this.clock = clock;
    }

    /// Keeps a draft; nothing is sent.
    public Slot draft(Integration of, Planned planned) {
        return drafts(of, List.of(planned), "").getFirst();
    }

    /// Keeps many drafts together.
    ///
    /// @param batch the import that they came with; empty for none
    public List<Slot> drafts(Integration of, List<Planned> planned, String batch) {
        var now = clock.instant();
        return store.add(planned.stream().map(each -> new Slot(0, UUID.randomUUID().toString(), of.id(), each, Optional.empty(), batch,
                MeetingState.DRAFT, Step.EVENT, 0, "", "", "", "", Optional.empty(), now, now)).toList());
    }

    /// Changes what is only planned so far; what is in the tenant is changed by an edit.
    public Slot replan(Slot slot, Planned planned) {
        if (slot.isInTenant()) {
            throw new IllegalArgumentException("the tenant holds this one already");
        }
        var changed = touched(slot.planned(planned));
        store.keep(List.of(changed));
        return changed;
    }

    private Slot touched(Slot slot) {
        return new Slot(slot.id(), slot.key(), slot.integration(), slot.planned(), slot.change(), slot.batch(), slot.state(), slot.step(),
                slot.attempts(), slot.organiserId(), slot.eventId(), slot.onlineMeetingId(), slot.joinUrl(), slot.problem(), slot.createdAt(),
                clock.instant());
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
}
