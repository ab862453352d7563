package app.lectern.shell.controls;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A thin bar that shows a share; -1 means that nobody can say yet. The number in words belongs beside it.
public final class ShareBar extends Region {
    private final DoubleProperty share = new SimpleDoubleProperty(-1);
    private final Region fill = new Region();
    private final Rectangle round = new Rectangle();

    public ShareBar() {
        getStyleClass().addAll("lx-bar", Tone.ACCENT.styleClass());
        fill.getStyleClass().add("fill");
        getChildren().add(fill);
        setClip(round);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        share.addListener((observed, before, now) -> requestLayout());
    }

    public DoubleProperty shareProperty() {
        return share;
    }

    public ShareBar share(double value) {
        share.set(value);
        return this;
    }

    public void tone(Tone tone) {
        for (var each : Tone.values()) {
            getStyleClass().remove(each.styleClass());
        }
        getStyleClass().add(tone.styleClass());
    }

    @Override
    protected void layoutChildren() {
        double unknown = 0.3;
        double part = share.get() < 0 ? unknown : Math.min(1, share.get());
        fill.setOpacity(share.get() < 0 ? 0.5 : 1);
        fill.resizeRelocate(0, 0, snapSizeX(getWidth() * part), getHeight());
        round.setWidth(getWidth());
        round.setHeight(getHeight());
        round.setArcWidth(getHeight());
        round.setArcHeight(getHeight());
    }
}
