package app.lectern.attendance.screen;

import app.lectern.attendance.AcceptanceCheck;
import app.lectern.attendance.AddedAttendance;
import app.lectern.attendance.Attendance;
import app.lectern.attendance.AttendanceReading;
import app.lectern.attendance.CallRecords;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.PersonErasure;
import app.lectern.attendance.export.AttendanceExport;
import app.lectern.diagnosis.Diagnosis;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import java.util.function.Supplier;

/// The services that the screen works with.
///
/// @param worker the name of whoever works here, for what is brought in by hand
public record AttendanceDesk(Attendance attendance, AddedAttendance added, CallRecords calls, PersonErasure erasure, AttendanceExport export,
        AttendanceReading reading, Diagnosing diagnosing, Supplier<String> worker, AcceptanceCheck acceptance) {
    /// Finds out why a meeting has no attendance.
    public interface Diagnosing {
        Diagnosis diagnose(Integration in, MeetingLine meeting, Progress progress) throws InterruptedException;
    }
}
