package app.lectern.attendance;

import java.util.List;

/// A meeting's attendance whole: its line, the roll call, who was invited, and everything that was told, by source.
public record MeetingAttendance(MeetingLine line, RollCall.Result roll, List<Invitee> invited, List<Told> told, AttendanceRules rules) {
    public MeetingAttendance {
        invited = List.copyOf(invited);
        told = List.copyOf(told);
    }

    public boolean isKnown() {
        return roll.isKnown();
    }

    public boolean hasManual() {
        return line.sources().contains(AttendanceSource.MANUAL);
    }

    /// How many sources tell of it; from two on they can be compared.
    public long sources() {
        return told.stream().map(each -> each.report().source()).distinct().count();
    }
}
