package app.lectern.accounts;

import java.util.Locale;

/// Everything that a check may find, each with its sentence `account-reason.<id>` in the bundle and, where something can be
/// done, the next step `account-reason.<id>.next`.
public enum AccountReason {
    ADDRESS_FITS(Outcome.PASSES),
    ADDRESS_MALFORMED(Outcome.FAILS),
    ADDRESS_CONSUMER(Outcome.FAILS),
    ADDRESS_FOREIGN(Outcome.FAILS),

    FOUND_BY_NAME(Outcome.PASSES),
    FOUND_BY_MAIL(Outcome.PASSES),
    FOUND_BY_ALIAS(Outcome.PASSES),
    NOT_FOUND(Outcome.FAILS),
    AMBIGUOUS(Outcome.FAILS),

    SIGN_IN_ALLOWED(Outcome.PASSES),
    DISABLED(Outcome.FAILS),

    MEMBER(Outcome.PASSES),
    GUEST(Outcome.FAILS),

    MAILBOX_READY(Outcome.PASSES),
    MAILBOX_SHARED(Outcome.WARNS),
    MAILBOX_OF_A_ROOM(Outcome.WARNS),
    MAILBOX_PREPARING(Outcome.FAILS),
    MAILBOX_WITHOUT_LICENCE(Outcome.FAILS),
    MAILBOX_ON_PREMISES(Outcome.FAILS),
    MAILBOX_GONE(Outcome.FAILS),
    MAILBOX_BLOCKED(Outcome.FAILS),

    PLAN_READY(Outcome.PASSES),
    PLAN_ASSIGNED(Outcome.PASSES),
    PLAN_PENDING(Outcome.WARNS),
    PLAN_OFF(Outcome.FAILS),
    PLAN_FAULTY(Outcome.FAILS),
    PLAN_NONE(Outcome.FAILS),
    PLAN_FOUNDATION_ONLY(Outcome.FAILS),
    PLAN_SKYPE_ONLY(Outcome.FAILS),
    PLAN_WEB_APPS_ONLY(Outcome.FAILS),
    /// The service answers although no plan is known to give it; the service is right.
    PLAN_NOT_NEEDED(Outcome.WARNS),

    DRIVE_READY(Outcome.PASSES),
    DRIVE_NEARLY_FULL(Outcome.WARNS),
    DRIVE_FULL(Outcome.FAILS),
    DRIVE_PREPARING(Outcome.FAILS),
    DRIVE_WITHOUT_LICENCE(Outcome.FAILS),
    DRIVE_NEVER_OPENED(Outcome.FAILS),

    POLICY_GRANTED(Outcome.PASSES),
    POLICY_MISSING(Outcome.FAILS),
    POLICY_NOT_NEEDED(Outcome.SKIPPED),
    POLICY_WITHOUT_TEAMS(Outcome.SKIPPED),

    TIME_ZONE_KNOWN(Outcome.PASSES),
    TIME_ZONE_UNSET(Outcome.WARNS),
    TIME_ZONE_UNREAD(Outcome.SKIPPED),

    /// The permission that the question needs is not granted.
    PERMISSION_MISSING(Outcome.UNKNOWN),
    /// Something else kept the answer away: throttling, the network, a fault on Microsoft's side.
    NOT_ANSWERED(Outcome.UNKNOWN),
    NOT_ASKED(Outcome.SKIPPED);

    private final Outcome outcome;

    AccountReason(Outcome outcome) {
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
