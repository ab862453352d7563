package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.Meetings;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.Person;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The filters by which an online meeting can be found.
record MeetingLookup(Meetings meetings) {
    private static final Pattern LINK = Pattern.compile("joinWebUrl eq '((?:[^']|'')*)'", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("joinMeetingIdSettings/joinMeetingId eq '((?:[^']|'')*)'",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOM_NUMBER = Pattern.compile("videoTeleconferenceId eq '((?:[^']|'')*)'",
            Pattern.CASE_INSENSITIVE);

    OnlineMeeting find(GraphCall call, Person organiser) {
        var filter = call.query().filter().map(String::strip).orElse("");
        var link = LINK.matcher(filter);
        if (link.matches()) {
            return byLink(link.group(1).replace("''", "'"), organiser);
        }
        var number = NUMBER.matcher(filter);
        if (number.matches()) {
            return own(meetings.findByNumber(number.group(1)).filter(meeting -> meeting.kind() != MeetingKind.AD_HOC)
                    .orElseThrow(MeetingLookup::notFound), organiser);
        }
        throw GraphRefusal.badRequest("Filter expression expected");
    }

    private OnlineMeeting byLink(String link, Person organiser) {
        if (!link.startsWith("https://teams.microsoft.com/")) {
            throw GraphRefusal.badRequest("1026: An error has occurred.");
        }
        // the literal must be the link as issued: one that was unescaped on the way is another text and finds nothing
        return own(meetings.findByLink(link).filter(meeting -> meeting.kind() != MeetingKind.AD_HOC)
                .orElseThrow(MeetingLookup::notFound), organiser);
    }

    private static GraphRefusal notFound() {
        return GraphRefusal.of(404, "NotFound", "3004: Meeting not found");
    }

    private static OnlineMeeting own(OnlineMeeting meeting, Person organiser) {
        if (meeting.organiser() != organiser) {
            throw GraphRefusal.of(403, "Forbidden", "3003: User does not have access to lookup meeting");
        }
        return meeting;
    }

    static Predicate<OnlineMeeting> byRoomNumber(GraphCall call) {
        var matcher = ROOM_NUMBER.matcher(call.query().filter().map(String::strip).orElse(""));
        if (!matcher.matches()) {
            throw GraphRefusal.badRequest("Filter expression expected");
        }
        return meeting -> meeting.kind() != MeetingKind.AD_HOC && meeting.videoTeleconferenceId().equals(matcher.group(1));
    }
}
