package app.lectern.integrations.setup;

/// The steps of setting an integration up, in their order.
public enum SetupStep {
    TENANT,
    SIGN_IN,
    PERMISSIONS,
    ACCESS_POLICY,
    SERVICE_ACCOUNT,
    FINISH;

    public SetupStep next() {
        return this == FINISH ? FINISH : values()[ordinal() + 1];
    }

    public SetupStep previous() {
        return this == TENANT ? TENANT : values()[ordinal() - 1];
    }
}
