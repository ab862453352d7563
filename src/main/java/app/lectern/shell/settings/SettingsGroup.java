package app.lectern.shell.settings;

/// The groups at the left of the Settings screen, in order.
public enum SettingsGroup {
    APPEARANCE("bi-palette"),
    REGION("bi-globe"),
    DATA("bi-folder"),
    KEYS("bi-key"),
    NETWORK("bi-hdd-network"),
    SYNC("bi-arrow-repeat"),
    DOWNLOADS("bi-download"),
    ABOUT("bi-info-circle");

    private final String icon;

    SettingsGroup(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }
}
