package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.SlotFault;
import app.lectern.meetings.planning.SlotFault.Weight;
import app.lectern.problems.Problem;
import java.util.Optional;

/// Something about a row that somebody should know before it becomes a meeting.
///
/// @param column where it stands in the file, as far as it stands in one cell
/// @param value  what it is about: the cell's text, the other row's line, the other meeting's subject
/// @param plan   what is wrong with the plan itself, where that is what the note says
/// @param reason why an account cannot organise, or could not be asked about
public record RowNote(Optional<SlotColumn> column, What what, String value, Optional<SlotFault> plan, Optional<Problem> reason) {
    public enum What {
        // a cell that cannot be read
        FORMULA(Weight.WRONG), UNREADABLE(Weight.WRONG), EMPTY(Weight.WRONG), NO_TIME(Weight.WRONG), NO_ZONE(Weight.WRONG), NO_YES(Weight.WRONG),
        NO_CHOICE(Weight.WRONG), NO_PRESET(Weight.WRONG),
        // people
        ORGANISER_CANNOT(Weight.WRONG), ORGANISER_NOT_CHECKED(Weight.HINT), ATTENDEE_UNKNOWN(Weight.ASK), ATTENDEES_NOT_CHECKED(Weight.HINT),
        // other meetings
        CLASH_IN_LIST(Weight.ASK), CLASH_WITH_MEETING(Weight.ASK), SOMEBODY_TWICE(Weight.HINT), SAME_ROW(Weight.ASK), IMPORTED_BEFORE(Weight.ASK),
        /// What [SlotFault] says.
        PLAN(Weight.HINT);

        private final Weight weight;

        What(Weight weight) {
            this.weight = weight;
        }
    }

    static RowNote at(SlotColumn column, What what, String value) {
        return new RowNote(Optional.of(column), what, value, Optional.empty(), Optional.empty());
    }

    static RowNote at(SlotColumn column, What what, String value, Problem reason) {
        return new RowNote(Optional.of(column), what, value, Optional.empty(), Optional.of(reason));
    }

    static RowNote of(What what, String value) {
        return new RowNote(Optional.empty(), what, value, Optional.empty(), Optional.empty());
    }

    static RowNote of(SlotFault fault) {
        return new RowNote(column(fault), What.PLAN, fault.value(), Optional.of(fault), Optional.empty());
    }

    private static Optional<SlotColumn> column(SlotFault fault) {
        return Optional.ofNullable(switch (fault.field()) {
            case SUBJECT -> SlotColumn.SUBJECT;
            case BODY -> SlotColumn.BODY;
            case START -> SlotColumn.START;
            case END -> SlotColumn.END;
            case ZONE -> SlotColumn.TIMEZONE;
            case ORGANISER -> SlotColumn.ORGANIZER;
            case ATTENDEES -> SlotColumn.ATTENDEES;
            case WAY -> SlotColumn.LINK_ONLY;
            case OPTIONS, CATEGORY, REMINDER, REPEAT -> null;
        });
    }

    public Weight weight() {
        return plan.map(fault -> fault.what().weight()).orElse(what.weight);
    }

    /// The same meeting is there already: in the file, from an earlier import or in the calendar.
    public boolean isRepetition() {
        return what == What.SAME_ROW || what == What.IMPORTED_BEFORE;
    }
}
