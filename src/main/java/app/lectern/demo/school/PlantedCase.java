package app.lectern.demo.school;

/// Something to paste into Diagnose, and the verdict that it leads to.
///
/// @param verdict   the verdict’s id, as `nobody-joined`
/// @param organiser the sign-in name to give beside it, empty where the paste names its organiser or none is wanted
public record PlantedCase(String verdict, Missed missed, String paste, String organiser, As as) {
    /// What the person misses about the meeting.
    public enum Missed { ATTENDANCE, RECORDING, TRANSCRIPT, LINK }

    /// The app registration under which the case shows: Lectern’s own, the one with every role, or the one whose secret ended.
    public enum As { LECTERN, COMPLETE, LAPSED }
}
