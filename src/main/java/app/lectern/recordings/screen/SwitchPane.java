package app.lectern.recordings.screen;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.input.KeyCode;

/// A toggle that the space bar moves too.
final class SwitchPane extends ToggleSwitch {
    SwitchPane(String text) {
        super(text);
        setAccessibleText(text);
        setFocusTraversable(true);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.SPACE || key.getCode() == KeyCode.ENTER) {
                setSelected(!isSelected());
                key.consume();
            }
        });
    }
}
