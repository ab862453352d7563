package app.lectern.accounts;

/// What is looked at in an account, in the order in which it is shown.
public enum Check {
    /// Well-formed, of this tenant, and not a consumer's.
    ADDRESS,
    EXISTS,
    ENABLED,
    /// Member or guest.
    MEMBERSHIP,
    MAILBOX,
    EXCHANGE_PLAN,
    TEAMS_PLAN,
    FILES_PLAN,
    DRIVE,
    ACCESS_POLICY,
    TIME_ZONE
}
