package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.AttendanceEntry;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.Session;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Attendance reports: one for each session, the fifty newest, with their records only when one report is asked for.
final class AttendanceOperations {
    private static final int NEWEST = 50;
    private static final Paging PAGES = new Paging(10, NEWEST);
    private static final Paging RECORDS = new Paging(100, 999);

    private final Reception reception;

    AttendanceOperations(Reception reception) {
        this.reception = reception;
    }

    void register(LockedRoutes routes) {
        var reports = "/users/{user}/onlineMeetings/{meeting}/attendanceReports";
        routes.get(reports, Right.READ_ATTENDANCE, this::list);
        routes.get(reports + "/{report}", Right.READ_ATTENDANCE, this::get);
        routes.get(reports + "/{report}/attendanceRecords", Right.READ_ATTENDANCE, this::records);
    }

    private List<Session> reports(GraphCall call) {
        var meeting = MeetingOperations.meeting(call, reception, reception.organiser(call), false);
        if (reception.school().cases().breaksOver(meeting)) {
            throw GraphRefusal.of(500, "UnknownError", "");
        }
        return sessions(meeting).filter(session -> session.hasReport(call.now()))
                .sorted(Comparator.comparing(Session::start).reversed()).limit(NEWEST).toList();
    }

    /// A channel answers with the reports of every meeting that was ever held in it.
    private Stream<Session> sessions(OnlineMeeting meeting) {
        return meeting.channel() == null ? meeting.sessions().stream() : reception.school().meetings().all().stream()
                .filter(other -> other.channel() == meeting.channel()).flatMap(other -> other.sessions().stream());
    }

    private GraphAnswer list(GraphCall call) {
        return PAGES.answer(call, context(call), reports(call), session -> {
            var report = report(session);
            report.putArray("attendanceRecords");
            return report;
        });
    }

    private static String context(GraphCall call) {
        return "users('" + call.variable("user") + "')/onlineMeetings('" + call.variable("meeting") + "')/attendanceReports";
    }

    private Session report(GraphCall call) {
        return reports(call).stream().filter(session -> session.reportId().equals(call.variable("report"))).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "Attendance report not found"));
    }

    private GraphAnswer get(GraphCall call) {
        var session = report(call);
        var node = Json.object().put("@odata.context", Paging.context(call, context(call) + "/$entity"));
        node.setAll(report(session));
        node = Projection.apply(call, node);
        if (call.query().expand().filter(text -> text.startsWith("attendanceRecords")).isPresent()) {
            var records = node.putArray("attendanceRecords");
            reception.school().attendance().of(session).forEach(entry -> records.add(record(entry)));
        }
        return GraphAnswer.ok(node);
    }

    private GraphAnswer records(GraphCall call) {
        return RECORDS.answer(call, context(call) + "('" + call.variable("report") + "')/attendanceRecords",
                reception.school().attendance().of(report(call)), this::record);
    }

    private ObjectNode report(Session session) {
        var count = reception.school().attendance().of(session).size();
        return Json.object().put("id", session.reportId()).put("totalParticipantCount", count)
                .put("meetingStartDateTime", Json.time(session.start())).put("meetingEndDateTime", Json.time(session.end()));
    }

    private ObjectNode record(AttendanceEntry entry) {
        var node = Json.object().put("id", entry.id()).put("emailAddress", entry.email())
                .put("totalAttendanceInSeconds", (int) entry.seconds()).put("role", entry.role());
        node.putObject("identity").put("id", entry.identityId()).put("displayName", entry.name())
                .put("tenantId", entry.email() == null ? null : reception.school().identity().tenantId());
        var intervals = node.putArray("attendanceIntervals");
        for (var stay : entry.stays()) {
            intervals.addObject().put("joinDateTime", Json.time(stay.joined())).put("leaveDateTime", Json.time(stay.left()))
                    .put("durationInSeconds", (int) (stay.left().getEpochSecond() - stay.joined().getEpochSecond()));
        }
        return node;
    }
}
