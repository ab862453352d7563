package app.lectern.problems;

import java.util.Locale;

/// Turns a failure nobody foresaw into a [Problem] with a short code that stays the same for the same fault,
/// so that two people who saw it can tell that it is one.
public final class Unexpected {
    private Unexpected() {}

    /// The problem that `failure` carries, or an [Problem.Code#UNEXPECTED] one.
    public static Problem from(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ProblemException known) {
                return known.problem();
            }
        }
        return Problem.of(Problem.Code.UNEXPECTED)
                .with("code", shortCode(failure))
                .seen(Evidence.of("Lectern", failure.getClass().getSimpleName(), ""));
    }

    /// Class and first own stack frames, without line numbers, which change with every release.
    static String shortCode(Throwable failure) {
        int hash = 17;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            hash = 31 * hash + at.getClass().getName().hashCode();
            for (var frame : at.getStackTrace()) {
                if (frame.getClassName().startsWith("app.lectern")) {
                    hash = 31 * hash + (frame.getClassName() + frame.getMethodName()).hashCode();
                    break;
                }
            }
        }
        return String.format(Locale.ROOT, "L%06X", hash & 0xFFFFFF);
    }
}
