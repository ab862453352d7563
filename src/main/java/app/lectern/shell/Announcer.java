package app.lectern.shell;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/// Tells screen readers what changed elsewhere on the screen. Not to be seen.
final class Announcer extends Label {
    Announcer() {
        setAccessibleRole(AccessibleRole.TEXT);
        setManaged(false);
        setOpacity(0);
        setMouseTransparent(true);
        relocate(-2000, -2000);
    }

    void say(String text) {
        setText(text);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
