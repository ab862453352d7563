package app.lectern.attendance;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Meeting;
import com.microsoft.graph.models.AttendanceInterval;
import com.microsoft.graph.models.AttendanceRecord;
import com.microsoft.graph.models.AttendanceRecordCollectionResponse;
import com.microsoft.graph.models.MeetingAttendanceReport;
import com.microsoft.graph.models.MeetingAttendanceReportCollectionResponse;
import com.microsoft.kiota.serialization.Parsable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Asks Microsoft Graph for attendance reports, and for everybody in one, twenty requests in a batch.
final class AttendanceGraph {
    private static final String PERMISSION = "OnlineMeetingArtifact.Read.All";

    private final GraphSession session;

    /// A report as the list names it.
    record Head(String id, Instant start, Instant end, int stated) {}

    /// A report of a meeting, to be asked for.
    record Wanted(Meeting meeting, Head head) {}

    AttendanceGraph(GraphSession session) {
        this.session = session;
    }

    /// An outcome for each meeting, in their order: its reports, newest first.
    List<BatchOutcome<List<Head>>> reports(List<Meeting> meetings, Progress progress) {
        var calls = meetings.stream().map(meeting -> BatchCall.of(
                session.client().users().byUserId(meeting.organiser().objectId()).onlineMeetings().byOnlineMeetingId(meeting.onlineMeetingId())
                        .attendanceReports().withUrl(session.urls().attendanceReports(session.connection().appOnly(),
                                meeting.organiser().objectId(), meeting.onlineMeetingId())).toGetRequestInformation(),
                MeetingAttendanceReportCollectionResponse::createFromDiscriminatorValue).about(about(meeting))).toList();
        var outcomes = session.batch().run(About.of("Attendance: list reports"), calls, progress);
        return mapped(meetings, outcomes, (meeting, first) -> heads(meeting, first, progress));
    }

    private List<Head> heads(Meeting meeting, MeetingAttendanceReportCollectionResponse first, Progress progress) {
        if (first.getOdataNextLink() == null) {
            return first.getValue().stream().map(AttendanceGraph::head).toList();
        }
        return session.ask(about(meeting), client -> Paging.all(first, link -> client.users().byUserId(meeting.organiser().objectId())
                .onlineMeetings().byOnlineMeetingId(meeting.onlineMeetingId()).attendanceReports().withUrl(link).get(),
                MeetingAttendanceReportCollectionResponse::getValue, progress)).stream().map(AttendanceGraph::head).toList();
    }

    private static Head head(MeetingAttendanceReport report) {
        var start = report.getMeetingStartDateTime().toInstant();
        var end = report.getMeetingEndDateTime() == null ? start : report.getMeetingEndDateTime().toInstant();
        return new Head(report.getId(), start, end, report.getTotalParticipantCount() == null ? 0 : report.getTotalParticipantCount());
    }

    /// An outcome for each report, in their order: everybody in it.
    List<BatchOutcome<List<Presence>>> presences(List<Wanted> wanted, Progress progress) {
        var calls = wanted.stream().map(one -> BatchCall.of(
                session.client().users().byUserId(one.meeting().organiser().objectId()).onlineMeetings()
                        .byOnlineMeetingId(one.meeting().onlineMeetingId()).attendanceReports().byMeetingAttendanceReportId(one.head().id())
                        .withUrl(session.urls().attendanceReport(session.connection().appOnly(), one.meeting().organiser().objectId(),
                                one.meeting().onlineMeetingId(), one.head().id())).toGetRequestInformation(),
                MeetingAttendanceReport::createFromDiscriminatorValue).about(about(one.meeting()))).toList();
        var outcomes = session.batch().run(About.of("Attendance: read reports"), calls, progress);
        return mapped(wanted, outcomes, (one, report) -> records(one, report, progress).stream().map(AttendanceGraph::presence).toList());
    }

    /// The rest of a large report comes in pages.
    private List<AttendanceRecord> records(Wanted wanted, MeetingAttendanceReport report, Progress progress) {
        var records = new ArrayList<>(report.getAttendanceRecords() == null ? List.<AttendanceRecord>of() : report.getAttendanceRecords());
        if (report.getAdditionalData().get("attendanceRecords@odata.nextLink") instanceof String next) {
            records.addAll(session.ask(about(wanted.meeting()), client -> {
                var builder = client.users().byUserId(wanted.meeting().organiser().objectId()).onlineMeetings()
                        .byOnlineMeetingId(wanted.meeting().onlineMeetingId()).attendanceReports()
                        .byMeetingAttendanceReportId(wanted.head().id()).attendanceRecords();
                return Paging.all(builder.withUrl(next).get(), link -> builder.withUrl(link).get(),
                        AttendanceRecordCollectionResponse::getValue, progress);
            }));
        }
        return records;
    }

    private static Presence presence(AttendanceRecord record) {
        var identity = record.getIdentity();
        var who = new Who(identity == null ? "" : identity.getId(), record.getEmailAddress(), identity == null ? "" : identity.getDisplayName());
        var stated = Duration.ofSeconds(record.getTotalAttendanceInSeconds() == null ? 0 : record.getTotalAttendanceInSeconds());
        var intervals = record.getAttendanceIntervals() == null ? List.<AttendanceInterval>of() : record.getAttendanceIntervals();
        return new Presence(who, record.getRole() == null ? "" : record.getRole(), stated,
                intervals.stream().flatMap(interval -> stay(interval).stream()).toList(), true);
    }

    private static Optional<Stay> stay(AttendanceInterval interval) {
        if (interval.getJoinDateTime() == null) {
            return Optional.empty();
        }
        var joined = interval.getJoinDateTime().toInstant();
        var length = Duration.ofSeconds(interval.getDurationInSeconds() == null ? 0 : interval.getDurationInSeconds());
        return Optional.of(new Stay(joined, interval.getLeaveDateTime() == null ? joined.plus(length) : interval.getLeaveDateTime().toInstant()));
    }

    private static About about(Meeting meeting) {
        return About.of("Attendance: read reports").account(meeting.organiser().address()).item(meeting.subject()).permission(PERMISSION);
    }

    private static <W, T extends Parsable, R> List<BatchOutcome<R>> mapped(List<W> asked, List<BatchOutcome<T>> outcomes, BiFunction<W, T, R> map) {
        var result = new ArrayList<BatchOutcome<R>>();
        for (int at = 0; at < asked.size(); at++) {
            int index = at;
            result.add(switch (outcomes.get(at)) {
                case BatchOutcome.Done<T> done -> new BatchOutcome.Done<>(done.status(), done.value().map(value -> map.apply(asked.get(index), value)));
                case BatchOutcome.Failed<T> failed -> new BatchOutcome.Failed<>(failed.problem());
                case BatchOutcome.NotSent<T> cancelled -> new BatchOutcome.NotSent<>();
            });
        }
        return result;
    }
}
