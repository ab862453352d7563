package app.lectern.integrations.health;

/// What a health check looks at.
public enum CheckKind {
    SIGN_IN,
    CREDENTIAL,
    PERMISSION,
    SERVICE_ACCOUNT,
    ACCESS_POLICY,
    MAILBOX_POLICY,
    ORGANISERS,
    DRIVE_QUOTA,
    LATENCY
}
