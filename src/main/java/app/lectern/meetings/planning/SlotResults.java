package app.lectern.meetings.planning;

import app.lectern.meetings.MeetingState;
import java.util.List;

/// How a job over many slots ended: one row each, in the order in which they were given.
public record SlotResults(List<Slot> slots) {
    public SlotResults {
        slots = List.copyOf(slots);
    }

    /// Whole, or cancelled where that was asked for.
    public long done() {
        return slots.stream().filter(slot -> slot.problem().isEmpty()
                && (slot.state() == MeetingState.CREATED || slot.state() == MeetingState.CANCELLED)).count();
    }

    /// Those that can be tried again.
    public List<Slot> failed() {
        return slots.stream().filter(slot -> slot.problem().isPresent()).toList();
    }
}
