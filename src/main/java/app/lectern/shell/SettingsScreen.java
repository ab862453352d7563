package app.lectern.shell;

/// Puts the Settings screen together.
final class SettingsScreen {
    private SettingsScreen() {}

    static Screen of(ShellParts parts) {
        return Screen.of(Place.SETTINGS, shell -> new PlaceholderScreen(Place.SETTINGS, shell));
    }
}
