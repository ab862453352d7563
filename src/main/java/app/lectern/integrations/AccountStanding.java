package app.lectern.integrations;

import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.Optional;

/// What is known about an integration's service account.
///
/// @param checkedAt when it was last looked at; empty when never
/// @param problem   why it cannot be used, for [AccountState#REFUSED]
public record AccountStanding(AccountState state, String account, Optional<Instant> checkedAt, Optional<Problem> problem) {
    public enum AccountState { NOT_SET, UNVERIFIED, VERIFIED, REFUSED, COULD_NOT_CHECK }

    static AccountStanding notSet() {
        return new AccountStanding(AccountState.NOT_SET, "", Optional.empty(), Optional.empty());
    }
}
