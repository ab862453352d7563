package app.lectern;

import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditNote;
import app.lectern.activity.AuditTrail;
import app.lectern.attendance.AcceptanceCheck;
import app.lectern.attendance.AddedAttendance;
import app.lectern.attendance.Attendance;
import app.lectern.attendance.AttendanceCommand;
import app.lectern.attendance.AttendanceReading;
import app.lectern.attendance.AttendanceSync;
import app.lectern.attendance.AttendanceTrail;
import app.lectern.attendance.CallRecords;
import app.lectern.attendance.Erasure;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.PersonErasure;
import app.lectern.attendance.export.AttendanceExport;
import app.lectern.attendance.screen.AttendanceDesk;
import app.lectern.diagnosis.Diagnosis;
import app.lectern.diagnosis.MeetingDiagnosis;
import app.lectern.diagnosis.Question;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.recordings.RecordedMeetings;
import app.lectern.store.Store;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import app.lectern.words.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The services of the room `attendance`, constructed and connected.
final class AttendanceWiring {
    final Attendance attendance;
    final AddedAttendance added;
    final AttendanceSync sync;
    final CallRecords calls;
    final PersonErasure erasure;
    final AttendanceExport export;
    final AcceptanceCheck acceptance;
    private final KnownMeetings known;
    private final MeetingDiagnosis diagnosis;
    private final AuditTrail audit;

    /// What other rooms hold of a person, to be forgotten with their attendance.
    record Neighbours(KnownMeetings known, MeetingIds ids, IntegrationAccess access, MeetingDiagnosis diagnosis, AuditTrail audit,
            List<PersonErasure.OtherData> others) {}

    AttendanceWiring(Store store, Neighbours with, Words words, Clock clock) {
        var trail = new NotedAttendance(with.audit());
        known = with.known();
        diagnosis = with.diagnosis();
        audit = with.audit();
        attendance = new Attendance(store, known, clock);
        added = new AddedAttendance(store, known, trail, clock);
        sync = new AttendanceSync(store, known, with.ids(), with.access()::session, clock);
        calls = new CallRecords(added, known, with.access()::session, clock);
        erasure = new PersonErasure(store, known, with.others(), trail, clock);
        export = new AttendanceExport(words);
        acceptance = new AcceptanceCheck(store, known, new RecordedMeetings(store), clock);
    }

    /// Everything goes the way of the whole sync, which finds the meetings first; single meetings are asked for at once.
    private AttendanceReading reading(SyncEngine engine) {
        return (in, scope, force, progress) -> {
            sync.require(in);
            if (scope instanceof SyncScope.Everything) {
                return AttendanceReading.Outcome.of(engine.run(new SyncOrder(in, scope, force), progress));
            }
            var tally = new SyncTally();
            sync.sync(new SyncOrder(in, scope, force), tally, progress);
            return AttendanceReading.Outcome.of(tally);
        };
    }

    AttendanceCommand.Parts forCommands(SyncEngine engine, Integration integration) {
        return new AttendanceCommand.Parts(attendance, added, export, reading(engine), worker(), integration, acceptance);
    }

    private String worker() {
        return Optional.of(audit.person()).filter(name -> !name.isBlank()).orElseGet(() -> System.getProperty("user.name", ""));
    }

    AttendanceDesk desk(SyncEngine engine) {
        return new AttendanceDesk(attendance, added, calls, erasure, export, reading(engine), this::diagnose, this::worker, acceptance);
    }

    private Diagnosis diagnose(Integration in, MeetingLine of, Progress progress) throws InterruptedException {
        var link = known.find(of.meeting()).map(Meeting::joinUrl).orElse("");
        return diagnosis.diagnose(in, new MeetingDiagnosis.Request(link, of.organiser(), Question.ATTENDANCE), progress, probe -> {});
    }

    /// Notes in the audit trail what people do with attendance.
    private record NotedAttendance(AuditTrail audit) implements AttendanceTrail {
        @Override
        public void added(Integration in, MeetingLine meeting, String what) {
            audit.note(AuditNote.of(AuditDeed.ATTENDANCE_ADDED, meeting.subject()).in(in.key()).id(Long.toString(meeting.meeting())).outcome(what));
        }

        @Override
        public void removed(Integration in, MeetingLine meeting, String what) {
            audit.note(AuditNote.of(AuditDeed.ATTENDANCE_CHANGED, meeting.subject()).in(in.key()).id(Long.toString(meeting.meeting())).outcome(what));
        }

        @Override
        public void erased(Integration in, Erasure erasure) {
            audit.note(AuditNote.of(AuditDeed.PERSON_ERASED, in.name()).in(in.key()).id(Long.toString(erasure.id())).outcome(erasure.reason()));
        }
    }
}
