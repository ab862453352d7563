package app.lectern.meetings.planning;

import java.util.Set;

/// How a change ended.
public sealed interface Edited {
    /// Which of two versions counts where both were changed.
    enum Choice { ASK, OURS, THEIRS }

    /// The tenant holds what was wanted. A slot that is PARTLY says which part was refused.
    record Done(Slot slot) implements Edited {}

    /// Somebody changed the same fields in Outlook or Teams meanwhile; nothing was sent.
    record Conflict(Slot slot, Planned ours, Planned theirs, Set<SlotField> fields) implements Edited {}

    /// It was deleted or cancelled in Outlook; nothing was sent.
    record Gone(Slot slot) implements Edited {}
}
