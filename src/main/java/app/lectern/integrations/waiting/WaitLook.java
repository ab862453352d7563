package app.lectern.integrations.waiting;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import java.util.Optional;

/// Looks whether what was waited for works by now.
@FunctionalInterface
public interface WaitLook {
    /// What is still in the way; nothing when it works. Throws a ProblemException when that could not be found out.
    Optional<Problem> obstacle(Integration of, Wait wait);
}
