package app.lectern.attendance;

import app.lectern.meetings.KnownMeetings;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/// Works out a meeting's roll call, and the line of the list that goes with it.
final class MeetingFigures {
    private final KnownMeetings known;

    MeetingFigures(KnownMeetings known) {
        this.known = known;
    }

    RollCall.Result rollCall(MeetingLine line, Collection<Told> told, AttendanceRules rules) {
        return RollCall.of(new RollCall.Asked(line.start(), line.end(), line.organiser(), invited(line), rules), told);
    }

    List<Invitee> invited(MeetingLine line) {
        return known.find(line.meeting()).map(known::attendees).orElse(List.of()).stream()
                .filter(attendee -> !attendee.address().equalsIgnoreCase(line.organiser()))
                .map(attendee -> new Invitee(attendee.address(), attendee.name(), attendee.required(), attendee.answer())).toList();
    }

    /// The line with its figures; with nothing told it stays as it is.
    MeetingLine counted(MeetingLine line, Collection<Told> told, AttendanceRules rules, boolean settled) {
        if (told.isEmpty()) {
            return line;
        }
        var sources = EnumSet.noneOf(AttendanceSource.class);
        told.forEach(each -> sources.add(each.report().source()));
        var invited = invited(line);
        var result = RollCall.of(new RollCall.Asked(line.start(), line.end(), line.organiser(), invited, rules), told);
        return line.known(sources, MeetingLine.Figures.of(result, invited.size() - result.excused().size()), settled);
    }
}
