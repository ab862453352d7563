package app.lectern.integrations;

/// Which of Microsoft's clouds a tenant lives in, an endpoint that the person named, or the demo tenant.
public enum CloudKind {
    GLOBAL,
    GCC_HIGH,
    DOD,
    CHINA,
    CUSTOM,
    DEMO
}
