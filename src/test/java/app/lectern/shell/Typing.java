package app.lectern.shell;

import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Types a text wherever the keyboard is, key by key but in one go: a robot that waits for the window after every letter takes a
/// minute for what a test types in a day.
public final class Typing {
    private Typing() {}

    public static void write(String text) {
        Toolkit.run(() -> {
            var scene = Window.getWindows().stream().filter(Window::isFocused).map(Window::getScene).findFirst().orElseThrow();
            text.codePoints().mapToObj(Character::toString).forEach(letter -> letter(scene, letter));
        });
    }

    private static void letter(Scene scene, String letter) {
        fire(scene, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, letter);
        fire(scene, KeyEvent.KEY_TYPED, letter, "");
        fire(scene, KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, letter);
    }

    private static void fire(Scene scene, EventType<KeyEvent> type, String character, String text) {
        EventTarget target = Optional.<EventTarget>ofNullable(scene.getFocusOwner()).orElse(scene);
        Event.fireEvent(target, new KeyEvent(type, character, text, KeyCode.UNDEFINED, false, false, false, false));
    }
}
