package app.lectern.integrations;

/// How Lectern signs in: as a person (device code, browser) or as itself, which suits unattended work.
public enum SignInMethod {
    DEVICE_CODE,
    BROWSER,
    SECRET,
    CERTIFICATE;

    public boolean isUnattended() {
        return this == SECRET || this == CERTIFICATE;
    }
}
