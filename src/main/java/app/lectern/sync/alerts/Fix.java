package app.lectern.sync.alerts;

import app.lectern.problems.Problem;
import java.util.List;
import java.util.Optional;

/// One step with what it is about: an address, a script, an account, a meeting's id; empty where the step says it all.
public record Fix(FixKind kind, String target) {
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
