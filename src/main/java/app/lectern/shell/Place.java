package app.lectern.shell;

import java.util.Locale;
import java.util.Optional;

/// The places of the navigation in the design's order. A place without a screen gets a placeholder that says so.
public enum Place {
    OVERVIEW("bi-speedometer2"),
    INTEGRATIONS("bi-plug"),
    ACCOUNTS("bi-person-check"),
    MEETINGS("bi-calendar-week"),
    RECORDINGS("bi-camera-video"),
    ATTENDANCE("bi-people"),
    DELIVERABLES("bi-card-checklist"),
    DIAGNOSE("bi-life-preserver"),
    ACTIVITY("bi-clock-history"),
    SETTINGS("bi-gear");

    private final String icon;

    Place(String icon) {
        this.icon = icon;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    /// `Ctrl+1` to `Ctrl+9`, and `Ctrl+,` for Settings.
    public String shortcut() {
        return this == SETTINGS ? "Ctrl+," : "Ctrl+" + (ordinal() + 1);
    }

    public static Optional<Place> of(String id) {
        for (var place : values()) {
            if (place.id().equals(id)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
