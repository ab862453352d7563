package app.lectern;

import app.lectern.home.Settings;
import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.ScreenCheck;
import app.lectern.shell.Toolkit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// Opens dialogs in a window of one size, one after the other, and looks at each.
final class DialogWalk {
    /// One thing that is done on the way to a dialog; true once it could be done.
    interface Act {
        boolean done();
    }

    private final EveryScreen screens;
    private final String size;
    private final MainWindow window;
    private Stage stage;

    DialogWalk(EveryScreen screens, String size, Settings.Theme theme, double width, double height) throws Exception {
        this.screens = screens;
        this.size = size;
        window = screens.window(theme, width, height);
    }

    /// On a stage, where the keyboard's focus moves.
    DialogWalk shown(double width, double height) {
        Toolkit.run(() -> {
            stage = new Stage();
            window.show(stage);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        return this;
    }

    /// Does this, and goes round whatever is there then by the Tab key.
    void tab(String name, Act... acts) throws Exception {
        act(name, acts);
        Toolkit.run(() -> {
            // in one go with the checks: what is put in between has no skin yet
            window.scene().snapshot(new WritableImage(8, 8));
            var here = top().orElse(window.scene().getRoot());
            screens.faults.addAll(Stream.of(ScreenCheck.notReached(window.scene(), here), ScreenCheck.notByKeys(here)).flatMap(List::stream)
                    .map(fault -> name + ": " + fault).toList());
        });
    }

    /// Tables and lists that show something and answer a double click.
    List<String> rows() throws Exception {
        return Toolkit.onFx(() -> all().filter(DialogWalk::isOpenedByMouse).map(Node::getId).toList());
    }

    private static boolean isOpenedByMouse(Node node) {
        return node.getId() != null && node.getOnMouseClicked() != null && (node instanceof TableView<?> table && !table.getItems().isEmpty()
                || node instanceof ListView<?> list && !list.getItems().isEmpty());
    }

    /// What is there after the first row of a table or list was chosen and then opened by a double click, or by the Enter key.
    String opened(String id, boolean byKey) throws Exception {
        act(id + " is opened", choose(id));
        Toolkit.run(() -> all().filter(node -> id.equals(node.getId())).findFirst().orElseThrow().requestFocus());
        if (byKey) {
            new Keyboard().push(KeyCode.ENTER);
        } else {
            Toolkit.run(() -> {
                var view = all().filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
                view.getOnMouseClicked().handle(new MouseEvent(MouseEvent.MOUSE_CLICKED, 9, 9, 9, 9, MouseButton.PRIMARY, 2, false, false, false, false, false, false,
                        false, false, false, true, null));
            });
        }
        screens.atRest();
        return Toolkit.onFx(() -> "%s, %s, %s".formatted(window.place().get(), top().map(layer -> below(layer).map(Node::getAccessibleText)
                .filter(said -> said != null && !said.isBlank()).findFirst().orElse("a layer")).orElse("no dialog"), screens.opened));
    }

    /// The keyboard begins at something that does no harm and says what it is, goes round the dialog and works everything there, and Esc closes this one alone.
    private void keys(String name) throws Exception {
        var dialog = Toolkit.onFx(() -> top().orElseThrow());
        Toolkit.run(() -> {
            screens.faults.addAll(ScreenCheck.firstFocus(window.scene(), dialog).stream().map(fault -> name + ": " + fault).toList());
            screens.faults.addAll(Stream.of(ScreenCheck.notReached(window.scene(), dialog), ScreenCheck.notSentByEnter(dialog), ScreenCheck.notByKeys(dialog))
                    .flatMap(List::stream).map(fault -> name + ": " + fault).toList());
        });
        screens.press(window, KeyCode.ESCAPE);
        Toolkit.run(() -> {
            if (top().filter(dialog::equals).isPresent()) {
                screens.faults.add(name + ": Esc does not close it");
            } else if (top().isEmpty() && (window.scene().getFocusOwner() == null || window.scene().getFocusOwner() == window.scene().getRoot())) {
                screens.faults.add(name + ": nothing has the keyboard when it is closed");
            }
        });
    }

    /// One of the keys that work everywhere.
    Act key(KeyCode code, boolean control) {
        return () -> {
            Event.fireEvent(window.scene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
            return true;
        };
    }

    String text(String key, Object... values) {
        return window.words().text(key, values);
    }

    void go(Place place) throws Exception {
        screens.go(window, place);
        screens.idle();
    }

    /// Goes to the place, does what leads to the dialog, looks at it, and closes it.
    void dialog(Place place, String name, Act... acts) throws Exception {
        go(place);
        try {
            act(name, acts);
            screens.await("a dialog shows after " + name, () -> top().isPresent());
            look(place.id() + "-dialog-" + name + "-" + size);
            if (stage != null) {
                keys(place.id() + "-dialog-" + name);
            }
        } catch (AssertionError unreached) {
            screens.look(window, () -> window.scene().getRoot(), place.id() + "-dialog-" + name + "-" + size + "-unreached", false);
            screens.faults.add(place.id() + "-dialog-" + name + "-" + size + ": " + unreached.getMessage().lines().findFirst().orElse(""));
        }
        close();
    }

    /// Does this, and looks at whatever is there then.
    void see(String name, Act... acts) throws Exception {
        act(name, acts);
        look(name + "-" + size);
    }

    void act(String name, Act... acts) throws Exception {
        for (int at = 0; at < acts.length; at++) {
            var each = acts[at];
            screens.await("step " + (at + 1) + " to " + name + " can be done", () -> {
                // what lies in panes that were never laid out is not there yet
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                return each.done();
            });
            screens.idle();
        }
    }

    private void look(String name) throws Exception {
        screens.look(window, () -> top().orElse(window.scene().getRoot()), name, true);
        Toolkit.run(() -> top().filter(dialog -> !fits(dialog)).ifPresent(dialog -> screens.faults.add(name + ": is larger than the window")));
    }

    private boolean fits(Node layer) {
        return layer.lookupAll(".lx-dialog").stream().map(dialog -> dialog.localToScene(dialog.getLayoutBounds())).allMatch(bounds ->
                bounds.getMinX() >= 0 && bounds.getMinY() >= 0 && bounds.getMaxX() <= window.scene().getWidth() && bounds.getMaxY() <= window.scene().getHeight());
    }

    /// What is open is closed by Esc, and what was entered thrown away.
    void close() throws Exception {
        for (int turn = 0; turn < 6 && Toolkit.onFx(() -> top().isPresent()); turn++) {
            if (!Toolkit.onFx(press("dialog.edits.discard")::done)) {
                screens.press(window, KeyCode.ESCAPE);
            }
        }
        screens.await("everything is closed", () -> top().isEmpty());
    }

    private Optional<Node> top() {
        return window.scene().getRoot().getChildrenUnmodifiable().stream().filter(node -> node.getStyleClass().contains("lx-layer")).reduce((below, above) -> above);
    }

    private Stream<Node> all() {
        return below(top().orElse(window.scene().getRoot()));
    }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(DialogWalk::below)) : Stream.of(node);
    }

    /// What has this id, or says what stands under this key: a button, or an entry of a menu.
    Act press(String what) {
        return () -> {
            var said = window.words().bundle().containsKey(what) ? text(what) : what;
            var button = all().filter(ButtonBase.class::isInstance).filter(node -> !node.isDisabled()).map(ButtonBase.class::cast)
                    .filter(each -> what.equals(each.getId()) || said.equals(each.getText()) || said.equals(each.getAccessibleText())).findFirst();
            button.ifPresent(ButtonBase::fire);
            return button.isPresent() || all().flatMap(DialogWalk::items).filter(item -> said.equals(item.getText()) && !item.isDisable()).findFirst().map(item -> {
                item.fire();
                return true;
            }).orElse(false);
        };
    }

    private static Stream<MenuItem> items(Node of) {
        var own = of instanceof MenuButton menu ? menu.getItems().stream() : Stream.<MenuItem>empty();
        var more = of instanceof Control control && control.getContextMenu() != null ? control.getContextMenu().getItems().stream() : Stream.<MenuItem>empty();
        return Stream.concat(own, more).flatMap(item -> item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item));
    }

    Act type(String id, String text) {
        return () -> {
            var field = all().filter(node -> id.equals(node.getId())).filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast).findFirst();
            field.ifPresent(each -> each.setText(text));
            return field.isPresent();
        };
    }

    /// The first row of a table or list.
    Act choose(String id) {
        return choose(id, "");
    }

    /// The first row of a table or list that says this.
    Act choose(String id, String part) {
        return () -> all().filter(node -> id.equals(node.getId())).findFirst().map(rows -> switch (rows) {
            case TableView<?> table -> row(table, part).map(at -> {
                table.getSelectionModel().clearAndSelect(at);
                return true;
            }).orElse(false);
            case ListView<?> list -> row(list, part).map(at -> {
                list.getSelectionModel().clearAndSelect(at);
                return true;
            }).orElse(false);
            default -> false;
        }).orElse(false);
    }

    private static Optional<Integer> row(TableView<?> table, String part) {
        return IntStream.range(0, table.getItems().size()).filter(at -> table.getVisibleLeafColumns().stream()
                .anyMatch(column -> String.valueOf(column.getCellObservableValue(at).getValue()).contains(part))).boxed().findFirst();
    }

    private static Optional<Integer> row(ListView<?> list, String part) {
        return IntStream.range(0, list.getItems().size()).filter(at -> String.valueOf(list.getItems().get(at)).contains(part)).boxed().findFirst();
    }

    /// All rows of a table that say this, once there are that many.
    Act chooseAll(String id, String part, int count) {
        return () -> all().filter(node -> id.equals(node.getId())).filter(TableView.class::isInstance).map(TableView.class::cast)
                .filter(table -> table.getItems().size() == count && row(table, part).isPresent()).findFirst().map(table -> {
                    table.getSelectionModel().selectAll();
                    return true;
                }).orElse(false);
    }

    /// Waits until there is a button that says what stands under this key.
    Act offers(String key) {
        return () -> all().anyMatch(node -> node instanceof ButtonBase button && text(key).equals(button.getText()));
    }

    Act offersNot(String key) {
        return () -> !offers(key).done();
    }

    /// Waits until what was entered there is still there.
    Act keeps(String id, String text) {
        return () -> all().anyMatch(node -> id.equals(node.getId()) && node instanceof TextInputControl field && text.equals(field.getText()));
    }

    /// Waits until no dialog is there any more.
    Act closed() {
        return () -> top().isEmpty();
    }

    /// Opens a part that is folded away.
    Act unfold(String id) {
        return () -> all().filter(node -> id.equals(node.getId())).filter(TitledPane.class::isInstance).map(TitledPane.class::cast).findFirst().map(pane -> {
            pane.setExpanded(true);
            return true;
        }).orElse(false);
    }

    /// Waits until a dialog is there.
    Act opened() {
        return () -> top().isPresent();
    }

    /// Waits until something with this id, or of this style class with a dot before it, shows.
    Act shows(String what) {
        return () -> all().anyMatch(node -> what.equals(node.getId()) || what.startsWith(".") && node.getStyleClass().contains(what.substring(1)));
    }

    /// The same, and throws away what was entered when that is asked about.
    Act unasked(String what) {
        return () -> {
            press("dialog.edits.discard").done();
            return shows(what).done();
        };
    }

    /// Waits until a text holds this.
    Act says(String part) {
        return () -> all().anyMatch(node -> node instanceof Labeled labeled && labeled.getText() != null && labeled.getText().contains(part));
    }

    /// One of a box of choices.
    Act pick(String id, int index) {
        return () -> all().filter(node -> id.equals(node.getId())).filter(ChoiceBox.class::isInstance).map(ChoiceBox.class::cast).findFirst().map(box -> {
            box.getSelectionModel().select(index);
            return true;
        }).orElse(false);
    }

    /// The Enter key in a table.
    Act enter(String id) {
        return () -> all().filter(node -> id.equals(node.getId())).findFirst().map(table -> {
            Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return true;
        }).orElse(false);
    }

    void end() throws Exception {
        if (stage != null) {
            Toolkit.run(stage::hide);
        } else {
            screens.end(window);
        }
    }
}
