package app.lectern.sync.alerts;

import app.lectern.problems.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One step with what it is about: an address, a script, an account, a meeting's id; empty where the step says it all.
public record Fix(FixKind kind, String target) {
    /// Of the recordings, those that Teams is about to remove and that are not on this computer.
    public static final Fix RECORDINGS_AT_RISK = new Fix(FixKind.SHOW_RECORDINGS, "at-risk");
    private static final String PLAN = "plan ";

    /// The calls behind a figure: which of them, and over how long until now.
    public static Fix calls(Enum<?> rows, Duration span) {
        return new Fix(FixKind.SHOW_CALLS, rows.name() + " " + span);
    }

    /// The meeting in the calendar.
    public static Fix meeting(long id) {
        return of(FixKind.SHOW_MEETING, id);
    }

    /// The meeting that was planned here, whether or not it stands in a calendar.
    public static Fix plan(long slot) {
        return new Fix(FixKind.SHOW_MEETING, PLAN + slot);
    }

    /// The number of the plan, where the step is about one.
    public OptionalLong plan() {
        return target.startsWith(PLAN) ? OptionalLong.of(Long.parseLong(target.substring(PLAN.length()))) : OptionalLong.empty();
    }

    public static Fix of(FixKind kind) {
        return new Fix(kind, "");
    }

    public static Fix of(FixKind kind, long meeting) {
        return new Fix(kind, Long.toString(meeting));
    }

    /// The first remedy of a problem that is more than trying again.
    public static Optional<Fix> of(Problem problem) {
        for (var remedy : problem.remedies()) {
            switch (remedy.kind()) {
                case OPEN_PAGE -> {
                    return Optional.of(new Fix(FixKind.OPEN_PAGE, remedy.payload()));
                }
                case COPY_COMMAND -> {
                    return Optional.of(new Fix(FixKind.COPY_SCRIPT, remedy.payload()));
                }
                case OPEN_SETTINGS -> {
                    return Optional.of(of(FixKind.OPEN_SETTINGS));
                }
                case SIGN_IN, SIGN_IN_BY_BROWSER -> {
                    return Optional.of(of(FixKind.SIGN_IN));
                }
                case RETRY, RESTORE_BACKUP -> { }
            }
        }
        return Optional.empty();
    }

    public List<Long> meetings() {
        return target.isEmpty() ? List.of() : List.of(target.split(",")).stream().map(Long::valueOf).toList();
    }
}
