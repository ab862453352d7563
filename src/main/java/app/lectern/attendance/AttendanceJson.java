package app.lectern.attendance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Attendance as other programs read it: stable ids and seconds beside the words. What is not known is null, never zero.
final class AttendanceJson {
    private AttendanceJson() {}

    static Map<String, Object> of(MeetingLine line, AttendanceText text) {
        var row = new LinkedHashMap<String, Object>();
        boolean known = line.standing() == Standing.KNOWN;
        row.put("id", line.meeting());
        row.put("subject", line.subject());
        row.put("organizer", line.organiser());
        row.put("start", line.start());
        row.put("end", line.end());
        row.put("kind", id(line.kind()));
        row.put("standing", id(line.standing()));
        row.put("sources", line.sources().stream().sorted().map(AttendanceJson::id).toList());
        row.put("invited", known ? line.figures().invited() : null);
        row.put("joined", known ? line.figures().joined() : null);
        row.put("noShows", known ? line.figures().noShows() : null);
        row.put("averageSeconds", known ? line.figures().average().toSeconds() : null);
        line.verdict().ifPresent(verdict -> {
            row.put("verdict", id(verdict));
            row.put("why", text.why(verdict));
        });
        line.nextLook().ifPresent(at -> row.put("nextLook", at));
        return row;
    }

    static Map<String, Object> of(MeetingAttendance meeting, AttendanceText text) {
        var document = of(meeting.line(), text);
        document.put("participants", meeting.roll().participants().stream().map(AttendanceJson::of).toList());
        document.put("absent", meeting.roll().noShows().stream().map(missing -> Map.of("name", missing.called(), "email", missing.address())).toList());
        document.put("declined", meeting.roll().excused().stream().map(excused -> Map.of("name", excused.called(), "email", excused.address())).toList());
        document.put("reports", meeting.roll().reports().stream().map(AttendanceJson::of).toList());
        return document;
    }

    private static Map<String, Object> of(Participant person) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", person.who().called());
        row.put("email", person.who().email());
        row.put("objectId", person.who().objectId());
        row.put("role", id(person.role()));
        row.put("source", id(person.source()));
        row.put("seconds", person.total().toSeconds());
        row.put("statedSeconds", person.stated().isZero() ? null : person.stated().toSeconds());
        row.put("share", Math.round(person.share() * 1000) / 1000.0);
        row.put("late", person.late());
        row.put("leftEarly", person.leftEarly());
        row.put("attended", person.attended());
        row.put("kind", id(person.kind()));
        row.put("invited", person.invited());
        row.put("matchedBy", id(person.rule()));
        row.put("intervals", person.time().stretches().stream().map(stay -> Map.of("joined", stay.joined(), "left", stay.left())).toList());
        return row;
    }

    private static Map<String, Object> of(Report report) {
        var row = new LinkedHashMap<String, Object>();
        row.put("source", id(report.source()));
        row.put("start", report.start());
        row.put("end", report.end());
        row.put("readAt", report.readAt());
        if (!report.origin().equals(Report.Origin.NONE)) {
            row.put("by", report.origin().by());
            row.put("reason", report.origin().reason());
        }
        return row;
    }

    static List<Map<String, Object>> of(List<MeetingLine> lines, AttendanceText text) {
        return lines.stream().map(line -> of(line, text)).toList();
    }

    static String id(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, Object> of(Acceptance found) {
        var document = new LinkedHashMap<String, Object>();
        document.put("whole", found.isWhole());
        document.put("steps", found.lines().stream().map(each -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("step", each.step().name().toLowerCase(Locale.ROOT));
            row.put("state", each.await().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            row.put("meeting", each.subject());
            each.at().ifPresent(at -> row.put("at", at));
            return row;
        }).toList());
        return document;
    }
}
