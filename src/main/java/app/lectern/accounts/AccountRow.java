package app.lectern.accounts;

import java.util.Optional;

/// One line of the list: an address, what is known of it, and whether it is being checked.
///
/// @param report empty while nothing is known
public record AccountRow(String address, Optional<AccountReport> report, State state) {
    public enum State { WAITING, CHECKING, DONE }

    static AccountRow waiting(String address) {
        return new AccountRow(address, Optional.empty(), State.WAITING);
    }

    static AccountRow of(AccountReport report) {
        return new AccountRow(report.address(), Optional.of(report), report.isComplete() ? State.DONE : State.CHECKING);
    }

    AccountRow in(State other) {
        return new AccountRow(address, report, other);
    }

    public boolean isFinished() {
        return state == State.DONE && report.filter(AccountReport::isComplete).isPresent();
    }

    public boolean isReady() {
        return isFinished() && report.orElseThrow().verdict().kind() == Verdict.Kind.CAN_ORGANISE;
    }

    public boolean isProblem() {
        return isFinished() && !isReady();
    }

    boolean contains(String text) {
        return address.contains(text)
                || report.flatMap(AccountReport::account).filter(account -> account.displayName().toLowerCase(java.util.Locale.ROOT).contains(text)).isPresent();
    }
}
