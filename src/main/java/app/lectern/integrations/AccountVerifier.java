package app.lectern.integrations;

import app.lectern.problems.Problem;
import java.util.Optional;

/// Says whether an account can organise meetings in a tenant.
@FunctionalInterface
public interface AccountVerifier {
    /// What keeps the account from organising meetings, or nothing. Throws a ProblemException when that could not be found out.
    Optional<Problem> obstacle(Integration integration, String account);
}
