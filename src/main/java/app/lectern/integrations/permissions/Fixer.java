package app.lectern.integrations.permissions;

/// Who can mend a finding.
public enum Fixer {
    NOBODY_NEEDED,
    YOU,
    ENTRA_ADMIN,
    TEAMS_ADMIN,
    EXCHANGE_ADMIN,
    MICROSOFT
}
