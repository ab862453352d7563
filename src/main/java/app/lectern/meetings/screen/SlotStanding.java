package app.lectern.meetings.screen;

import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotText;
import app.lectern.shell.controls.Tone;
import java.util.Optional;

/// How far a slot has come, and what can be done with it; a meeting that is not kept yet has none.
record SlotStanding(Optional<Slot> slot, SlotText words) {
    String link() {
        return slot.map(Slot::joinUrl).orElse("");
    }

    String text() {
        return slot.map(words::state).orElse("");
    }

    Tone tone() {
        return slot.map(of -> EntryText.tone(of.state())).orElse(Tone.NEUTRAL);
    }

    /// Why it is not whole, and what to do.
    Optional<String> failure() {
        return slot.map(words::problem).filter(why -> !why.isEmpty());
    }

    boolean canRetry() {
        return slot.filter(of -> of.state() == MeetingState.FAILED || of.state() == MeetingState.PARTLY).isPresent();
    }

    boolean canRemove() {
        return slot.filter(of -> !of.isOnItsWay() && of.state() != MeetingState.CANCELLED).isPresent();
    }

    /// Cancelled meetings are kept for the record; nothing can be done to them.
    boolean isOver() {
        return slot.filter(of -> of.state() == MeetingState.CANCELLED || of.isOnItsWay()).isPresent();
    }
}
