package app.lectern.shell.controls;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A switch between a few modes, one of which is always on. Left and right choose.
public final class Segmented<T> extends HBox {
    private final ObjectProperty<T> value = new SimpleObjectProperty<>();
    private final ToggleGroup group = new ToggleGroup();

    public Segmented(List<T> choices, Function<T, String> text) {
        this(choices, text, choice -> null);
    }

    /// Each with its icon, where it has one.
    public Segmented(List<T> choices, Function<T, String> text, Function<T, Node> icon) {
        getStyleClass().add("lx-segmented");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        for (var choice : choices) {
            var button = new ToggleButton(text.apply(choice), icon.apply(choice));
            button.setUserData(choice);
            button.setToggleGroup(group);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(pressed -> {
                button.setSelected(true);
                value.set(choice);
            });
            getChildren().add(button);
        }
        value.subscribe(now -> group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(now))));
        value.set(choices.getFirst());
        addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    private void arrows(KeyEvent key) {
        if (key.getCode() != KeyCode.LEFT && key.getCode() != KeyCode.RIGHT) {
            return;
        }
        int at = group.getToggles().indexOf(group.getSelectedToggle());
        int next = at + (key.getCode() == KeyCode.RIGHT ? 1 : -1);
        if (next >= 0 && next < group.getToggles().size()) {
            var button = (ToggleButton) group.getToggles().get(next);
            button.fire();
            button.requestFocus();
        }
        key.consume();
    }
}
