package app.lectern.shell.controls;

import org.kordamp.ikonli.javafx.FontIcon;

/// Bootstrap icons in the design's sizes: 16 in navigation, 14 in buttons, 11 in chips. Their colour comes from CSS.
public final class Icons {
    private Icons() {}

    public static FontIcon of(String literal, int size) {
        var icon = new FontIcon(literal);
        icon.getStyleClass().addAll("lx-icon", "lx-icon-" + size);
        icon.setIconSize(size);
        icon.setMouseTransparent(true);
        return icon;
    }

    /// An icon that carries a state, in that state's colour.
    public static FontIcon of(Tone tone, int size) {
        return of(tone.icon(), tone, size);
    }

    public static FontIcon of(String literal, Tone tone, int size) {
        var icon = of(literal, size);
        icon.getStyleClass().add("lx-tone-" + tone.styleClass());
        return icon;
    }
}
