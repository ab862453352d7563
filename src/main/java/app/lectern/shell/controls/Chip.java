package app.lectern.shell.controls;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/// A state in one or two words on a tinted pill, always with an icon beside the colour.
public final class Chip extends Label {
    private Tone tone = Tone.NEUTRAL;

    public Chip(String text, Tone tone, String icon) {
        getStyleClass().add("lx-chip");
        setTextOverrun(OverrunStyle.ELLIPSIS);
        show(text, tone, icon);
    }

    public Chip(String text, Tone tone) {
        this(text, tone, tone.icon());
    }

    /// A chip without icon, for a number or a code such as `404`.
    public static Chip plain(String text, Tone tone) {
        return new Chip(text, tone, "");
    }

    public void show(String text, Tone changed, String icon) {
        getStyleClass().remove(tone.styleClass());
        tone = changed;
        getStyleClass().add(tone.styleClass());
        setText(text);
        setGraphic(icon.isEmpty() ? null : Icons.of(icon, 11));
        setMinWidth(USE_PREF_SIZE);
    }

    /// Lets the chip shrink in a narrow cell; the whole text then stands in the tooltip.
    public Chip shrinking() {
        setMinWidth(0);
        setTooltip(new Tooltip(getText()));
        return this;
    }
}
