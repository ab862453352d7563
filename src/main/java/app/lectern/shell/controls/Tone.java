package app.lectern.shell.controls;

import java.util.Locale;

/// What a colour means. Colour never stands alone: whatever has a tone also has an icon or a word.
public enum Tone {
    NEUTRAL("bi-circle"),
    ACCENT("bi-info-circle-fill"),
    SUCCESS("bi-check-circle-fill"),
    WARNING("bi-exclamation-triangle-fill"),
    DANGER("bi-x-circle-fill");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return icon;
    }
}
