package app.lectern.meetings.planning;

import java.util.EnumSet;
import java.util.Set;

/// What the tenant holds of a meeting now, whoever changed it last.
///
/// @param html the body as it stands there, with Teams' own part
public record Present(Planned held, String html, String joinUrl, String onlineMeetingId) {
    /// Where two plans say different things. A zone by itself is no difference while the moments are the same; who organises and in
    /// which way cannot be changed.
    static Set<SlotField> differences(Planned one, Planned other) {
        var found = EnumSet.noneOf(SlotField.class);
        if (!one.subject().strip().equals(other.subject().strip())) {
            found.add(SlotField.SUBJECT);
        }
        if (!Invitation.text(one).equals(Invitation.text(other))) {
            found.add(SlotField.BODY);
        }
        if (!one.startsAt().equals(other.startsAt())) {
            found.add(SlotField.START);
        }
        if (!one.endsAt().equals(other.endsAt())) {
            found.add(SlotField.END);
        }
        if (!Invitation.people(one).equals(Invitation.people(other))) {
            found.add(SlotField.ATTENDEES);
        }
        if (!one.category().equals(other.category())) {
            found.add(SlotField.CATEGORY);
        }
        if (!one.reminder().equals(other.reminder())) {
            found.add(SlotField.REMINDER);
        }
        if (!one.repeat().equals(other.repeat())) {
            found.add(SlotField.REPEAT);
        }
        if (!one.options().equals(other.options())) {
            found.add(SlotField.OPTIONS);
        }
        return found;
    }

    /// One plan with some fields of another.
    static Planned taking(Planned base, Planned from, Set<SlotField> fields) {
        var taken = base;
        for (var field : fields) {
            taken = switch (field) {
                case SUBJECT -> taken.withSubject(from.subject());
                case BODY -> taken.withBody(from.body()).withNotice(from.notice());
                case START, END, ZONE -> taken.withZone(from.zone()).withTimes(from.start(), from.end());
                case ATTENDEES -> taken.withAttendees(from.attendees());
                case CATEGORY -> taken.withCategory(from.category());
                case REMINDER -> taken.withReminder(from.reminder());
                case REPEAT -> taken.withRepeat(from.repeat());
                case OPTIONS -> taken.withOptions(from.options());
                case WAY, ORGANISER -> taken;
            };
        }
        return taken;
    }
}
