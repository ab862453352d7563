package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.planning.Slot;
import java.util.Optional;

/// What is in the editor: a slot that was planned here, or a new one where there is none yet.
///
/// @param date of a series, the meeting that was chosen
record EditorTarget(Integration in, Optional<Slot> slot, Optional<Meeting> date) {
    EditorTarget with(Slot now) {
        return new EditorTarget(in, Optional.of(now), date);
    }
}
