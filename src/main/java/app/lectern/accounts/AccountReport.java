package app.lectern.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that is known about one address: who it is, what each check found, and the verdict.
///
/// @param address  as it was given, in lower case
/// @param findings in the order of [Check]; a check that has not been made yet has none
public record AccountReport(
        String address, Optional<Account> account, List<Finding> findings, Verdict verdict, Instant checkedAt) {
    /// After this time a result is shown as stale: licences, policies and people change.
    public static final Duration STALE_AFTER = Duration.ofHours(24);

    /// The checks that have a column of their own.
    public static final Set<Check> MAIN = EnumSet.of(
            Check.EXISTS, Check.ENABLED, Check.MAILBOX, Check.TEAMS_PLAN, Check.DRIVE, Check.ACCESS_POLICY);

    public AccountReport {
        findings = List.copyOf(findings);
    }

    static AccountReport of(String address, Optional<Account> account, List<Finding> findings, Instant at) {
        return new AccountReport(address, account, findings, Verdict.of(findings), at);
    }

    public Optional<Finding> finding(Check check) {
        return findings.stream().filter(finding -> finding.check() == check).findFirst();
    }

    public boolean isComplete() {
        return findings.size() == Check.values().length;
    }

    public boolean isStale(Instant now) {
        return checkedAt.plus(STALE_AFTER).isBefore(now);
    }

    /// What the column of this check shows: an address that is refused counts as "does not exist here", and so does a guest.
    public Optional<Finding> column(Check check) {
        if (check != Check.EXISTS) {
            return finding(check);
        }
        return findings.stream()
                .filter(finding -> EnumSet.of(Check.ADDRESS, Check.EXISTS, Check.MEMBERSHIP).contains(finding.check()))
                .filter(finding -> finding.outcome() == Outcome.FAILS)
                .findFirst()
                .or(() -> finding(Check.EXISTS));
    }

    /// The mailbox is there and lets Lectern in.
    public boolean hasMailbox() {
        return passes(Check.EXISTS) && passes(Check.MAILBOX);
    }

    private boolean passes(Check check) {
        return finding(check)
                .map(Finding::outcome)
                .filter(outcome -> outcome == Outcome.PASSES || outcome == Outcome.WARNS)
                .isPresent();
    }

    public String timeZone() {
        return finding(Check.TIME_ZONE).map(found -> found.fact("zone")).orElse("");
    }

    public String objectId() {
        return account.map(Account::objectId).orElse("");
    }

    public String displayName() {
        return account.map(Account::displayName).filter(name -> !name.isBlank()).orElse(address);
    }
}
