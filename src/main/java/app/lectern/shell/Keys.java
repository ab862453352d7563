package app.lectern.shell;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere. While a dialog is open only Esc does.
final class Keys {
    private final MainWindow window;
    private final Frame frame;
    private final Layers layers;

    Keys(MainWindow window, Frame frame, Layers layers) {
        this.window = window;
        this.frame = frame;
        this.layers = layers;
    }

    void pressed(KeyEvent key) {
        boolean done = key.getCode() == KeyCode.ESCAPE ? layers.closeTop()
                : isMenu(key) ? openMenu()
                : !layers.hasModal() && everywhere(key);
        if (done) {
            key.consume();
        }
    }

    private boolean everywhere(KeyEvent key) {
        if (key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown()) {
            return withControl(key.getCode());
        }
        return switch (key.getCode()) {
            case F1 -> did(window::openHelp);
            case F5 -> window.run(key.isShiftDown() ? Screen.Verb.SYNC : Screen.Verb.REFRESH);
            case F6 -> did(() -> jump(key.isShiftDown() ? -1 : 1));
            case T -> key.isAltDown() && did(frame::toggleTasks);
            default -> false;
        };
    }

    private boolean withControl(KeyCode code) {
        return switch (code) {
            case K -> did(window::openPalette);
            case COMMA -> did(() -> window.go(Place.SETTINGS));
            case F -> window.run(Screen.Verb.FIND);
            case N -> window.run(Screen.Verb.NEW);
            case E -> window.run(Screen.Verb.EXPORT);
            case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8, DIGIT9 ->
                    did(() -> window.go(Place.values()[code.ordinal() - KeyCode.DIGIT1.ordinal()]));
            default -> false;
        };
    }

    private static boolean did(Runnable action) {
        action.run();
        return true;
    }

    /// To the next area that has something to focus.
    private void jump(int by) {
        var areas = frame.areas();
        var focused = window.scene().getFocusOwner();
        int at = by > 0 ? -1 : areas.size();
        for (int i = 0; i < areas.size(); i++) {
            if (focused != null && Focus.isInside(focused, areas.get(i))) {
                at = i;
            }
        }
        for (int step = 1; step <= areas.size(); step++) {
            var area = areas.get(Math.floorMod(at + by * step, areas.size()));
            if (area == frame.navigation()) {
                frame.navigation().focusSelected();
                return;
            }
            if (Focus.first(area)) {
                return;
            }
        }
    }

    private static boolean isMenu(KeyEvent key) {
        return key.getCode() == KeyCode.CONTEXT_MENU || key.getCode() == KeyCode.F10 && key.isShiftDown();
    }

    /// Not every platform turns these keys into a request for the row menu.
    private boolean openMenu() {
        Node focused = window.scene().getFocusOwner();
        ContextMenu menu = focused instanceof Control control ? control.getContextMenu() : null;
        if (menu == null || menu.isShowing()) {
            return false;
        }
        var bounds = focused.localToScreen(focused.getBoundsInLocal());
        focused.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 8, 8,
                bounds.getMinX() + 8, bounds.getMinY() + 8, true, null));
        return true;
    }
}
