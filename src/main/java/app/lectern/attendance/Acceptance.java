package app.lectern.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far the first meetings of an integration have shown that everything works.
///
/// @param ended how many meetings have ended so far
public record Acceptance(List<Line> lines, int ended) {
    /// As long as no more have ended, they are the first ones.
    private static final int FIRST = 3;

    public Acceptance {
        lines = List.copyOf(lines);
    }

    /// Where a step stands.
    public enum Await { DONE, NOTHING_YET, COMING, DUE, OVERDUE }

    /// @param subject the meeting that showed it, or that is waited for
    /// @param at      when that was or begins; of what is due, until when nothing is wrong
    public record Line(AcceptanceStep step, Await await, String subject, Optional<Instant> at) {
        public boolean isDone() {
            return await == Await.DONE;
        }
    }

    public boolean isWhole() {
        return lines.stream().allMatch(Line::isDone);
    }

    public int done() {
        return (int) lines.stream().filter(Line::isDone).count();
    }

    /// Whether a first meeting is there and not everything has been seen.
    public boolean isUnderWay() {
        return lines.getFirst().isDone() && !isWhole() && ended <= FIRST;
    }
}
