package app.lectern.meetings.planning;

import java.util.EnumSet;
import java.util.Set;

/// Brings together what a meeting was, what somebody here wants of it, and what somebody made of it in Outlook meanwhile. A pure rule.
///
/// @param result  what the meeting will be
/// @param written the fields that have to be sent
/// @param clash   changed on both sides to different things, while nobody has decided
record Merge(Planned result, Set<SlotField> written, Set<SlotField> clash) {
    static Merge of(Planned before, Planned wanted, Planned present, Edited.Choice choice) {
        var ours = Present.differences(before, wanted);
        if (!before.zone().equals(wanted.zone())) {
            ours.add(SlotField.START);
        }
        together(ours);
        var theirs = together(Present.differences(before, present));
        var clash = EnumSet.copyOf(ours);
        clash.retainAll(theirs);
        clash.retainAll(together(Present.differences(wanted, present)));
        if (!clash.isEmpty() && choice == Edited.Choice.ASK) {
            return new Merge(before, Set.of(), clash);
        }
        var written = EnumSet.copyOf(ours);
        if (choice == Edited.Choice.THEIRS) {
            written.removeAll(clash);
        }
        var result = Present.taking(Present.taking(before, present, theirs), wanted, written);
        // what both sides made the same of needs no writing
        written.removeIf(field -> field != SlotField.START && field != SlotField.END
                && !Present.differences(wanted, present).contains(field));
        return new Merge(result, written, Set.of());
    }

    /// A meeting moves as a whole.
    private static Set<SlotField> together(Set<SlotField> fields) {
        if (fields.contains(SlotField.START) || fields.contains(SlotField.END)) {
            fields.add(SlotField.START);
            fields.add(SlotField.END);
        }
        return fields;
    }
}
