package app.lectern.accounts;

import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What would be lost with an account: meetings to come that it organises, whose links stop working at once, and recordings
/// in its OneDrive, which goes with the account.
///
/// @param unseen what could not be looked at, and why; an empty list elsewhere proves nothing then
public record LeaverReport(
        AccountReport account, List<Meeting> meetings, List<Recording> recordings, List<Unseen> unseen, Instant checkedAt) {
    /// How far ahead is looked.
    public static final int MONTHS_AHEAD = 12;

    public enum Part { MEETINGS, RECORDINGS }

    /// @param eventId  of the event, or of the series that it belongs to
    /// @param times    how many occurrences are still to come; 1 for a single meeting
    /// @param next     the first of them
    /// @param invited  how many people expect it
    /// @param joinLink empty when it is not held in Teams
    public record Meeting(String eventId, String subject, Instant next, Instant end, int times, int invited, String joinLink) {
        public boolean isSeries() {
            return times > 1;
        }
    }

    public record Recording(String driveId, String itemId, String name, long size, Instant created, String hash) {}

    public record Unseen(Part part, Problem problem) {}

    public LeaverReport {
        meetings = List.copyOf(meetings);
        recordings = List.copyOf(recordings);
        unseen = List.copyOf(unseen);
    }

    public boolean losesNothing() {
        return meetings.isEmpty() && recordings.isEmpty() && unseen.isEmpty();
    }

    public long linksThatStop() {
        return meetings.stream().filter(meeting -> !meeting.joinLink().isEmpty()).count();
    }

    public int invited() {
        return meetings.stream().mapToInt(meeting -> meeting.invited() * meeting.times()).sum();
    }

    public long bytes() {
        return recordings.stream().mapToLong(Recording::size).sum();
    }

    /// How one step of the hand-over ended.
    ///
    /// @param made what there is now: a file, or the new meeting's join link
    public record Step(String name, Optional<String> made, Optional<Problem> problem) {
        static Step done(String name, String made) {
            return new Step(name, Optional.of(made), Optional.empty());
        }

        static Step failed(String name, Problem problem) {
            return new Step(name, Optional.empty(), Optional.of(problem));
        }
    }
}
