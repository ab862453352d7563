package app.lectern.meetings.planning;

import java.util.EnumSet;
import java.util.Set;

/// Whom Exchange writes to because of a change. It cannot be told not to: every change that people see in their calendars is mailed.
public enum Telling {
    NOBODY,
    /// Only those who are added or taken off.
    THE_CHANGED,
    EVERYBODY;

    private static final Set<SlotField> SEEN_BY_NOBODY = EnumSet.of(SlotField.OPTIONS, SlotField.CATEGORY, SlotField.REMINDER);

    public static Telling of(Planned before, Planned wanted) {
        var fields = Present.differences(before, wanted);
        fields.removeAll(SEEN_BY_NOBODY);
        if (fields.isEmpty() || wanted.way() == Way.LINK_ONLY || before.attendees().isEmpty() && wanted.attendees().isEmpty()) {
            return NOBODY;
        }
        return fields.equals(EnumSet.of(SlotField.ATTENDEES)) ? THE_CHANGED : EVERYBODY;
    }
}
