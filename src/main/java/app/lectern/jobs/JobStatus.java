package app.lectern.jobs;

import app.lectern.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A job as it stood at one moment, for the task strip and the command line.
///
/// @param pauseLeft how much longer somebody else asked it to wait
public record JobStatus(
        long id,
        JobInfo info,
        JobState state,
        String detail,
        Unit unit,
        long done,
        long total,
        double perSecond,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Problem> problem,
        Optional<Duration> pauseLeft) {
    public enum Unit { NONE, ITEMS, BYTES }

    /// Between 0 and 1, or -1 while nobody can say.
    public double share() {
        if (state == JobState.DONE || state == JobState.FAILED) {
            return 1;
        }
        return total <= 0 ? -1 : Math.min(1, (double) done / total);
    }

    public Optional<Duration> timeLeft() {
        if (state != JobState.RUNNING || total <= 0 || perSecond <= 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((long) ((total - done) / perSecond * 1000)));
    }
}
