package app.lectern.meetings.planning;

/// Something about a plan that somebody should know before it is sent.
///
/// @param value what it is about: the address, the length, the time that the clock shows instead
public record SlotFault(SlotField field, What what, String value) {
    public enum Weight {
        /// It cannot be created like this.
        WRONG,
        /// It can, after asking.
        ASK,
        /// Nothing is wrong; this is what will happen.
        HINT
    }

    public enum What {
        SUBJECT_MISSING(Weight.WRONG), SUBJECT_TOO_LONG(Weight.WRONG), END_BEFORE_START(Weight.WRONG), TOO_LONG(Weight.WRONG), PAST(Weight.ASK),
        GAP(Weight.HINT), TWICE(Weight.HINT), ORGANISER_MALFORMED(Weight.WRONG), ORGANISER_UNKNOWN(Weight.WRONG), ORGANISER_CANNOT(Weight.WRONG),
        ORGANISER_NONE(Weight.WRONG), ADDRESS_MALFORMED(Weight.WRONG), ADDRESS_TYPO(Weight.ASK), ATTENDEE_TWICE(Weight.HINT), TOO_MANY(Weight.WRONG),
        REMINDER_WRONG(Weight.WRONG), REPEAT_WITHOUT_END(Weight.WRONG), REPEAT_ENDS_EARLY(Weight.WRONG), REPEAT_TOO_OFTEN(Weight.WRONG),
        NEEDS_CALENDAR(Weight.WRONG), INVITES_NOBODY(Weight.HINT);

        private final Weight weight;

        What(Weight weight) {
            this.weight = weight;
        }

        public Weight weight() {
            return weight;
        }
    }

    static SlotFault of(SlotField field, What what) {
        return new SlotFault(field, what, "");
    }

    public boolean isWrong() {
        return what.weight() == Weight.WRONG;
    }

    public boolean asks() {
        return what.weight() == Weight.ASK;
    }
}
