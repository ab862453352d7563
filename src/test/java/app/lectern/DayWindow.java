package app.lectern;

import static app.lectern.shell.Toolkit.onFx;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.home.Home;
import app.lectern.home.Settings;
import app.lectern.shell.Dialogs;
import app.lectern.shell.FileChoosers;
import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.ScenePicture;
import app.lectern.shell.Toolkit;
import app.lectern.shell.Typing;
import app.lectern.vault.Keychain;
import atlantafx.base.controls.PasswordTextField;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

/// A person's day in the one window as it starts on a fresh data folder, before the demo tenant: what is done is done by keys on what
/// can be seen. Counts what the person does and how long they wait, and photographs each step.
final class DayWindow implements AutoCloseable {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    interface Work {
        void run() throws Exception;
    }

    final Keyboard robot = new Keyboard();
    final List<String> opened = new CopyOnWriteArrayList<>();
    private final Deque<Path> files = new ArrayDeque<>();
    private final DayRecord record;
    private final Path folder;
    private final WindowStart program;
    private Stage stage;

    DayWindow(String day, Path folder, Clock clock, Function<Start, Wiring> store) throws Exception {
        this.record = new DayRecord(day);
        this.folder = folder;
        Toolkit.start();
        var start = Start.of(new Home(folder).prepare(), clock, Map.of());
        start.settings().change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        start.settings().change(now -> now.with(new Settings.Region("en-GB", "Europe/London")));
        start.settings().change(now -> now.with(now.downloads().folder(downloads().toString())));
        program = new WindowStart(Start.of(new Home(folder), clock, Map.of()), new WindowStart.Ground(store, (jobs, failed) -> new Recorder()));
        onFx(() -> {
            stage = new Stage();
            program.begin(stage);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            return null;
        });
    }

    static Wiring store(Start start) {
        return Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
    }

    Path downloads() {
        return folder.resolveSibling("downloads");
    }

    Wiring wiring() {
        return program.opened();
    }

    DemoTenant tenant() {
        return wiring().demo.own().orElseThrow();
    }

    MainWindow window() {
        return program.window();
    }

    String text(String key, Object... values) {
        return window().words().text(key, values);
    }

    /// One step of the day, under a name for its picture.
    void step(String name, Work work) throws Exception {
        record.begin();
        try {
            work.run();
        } catch (Exception | AssertionError failure) {
            picture("failed");
            throw failure;
        }
        picture(record.end(name));
    }

    void picture(String name) throws Exception {
        // twice, so that what was laid out for the first is painted in the second
        for (int turn = 0; turn < 2; turn++) {
            var png = onFx(() -> ScenePicture.of(scene()));
            record.picture(name, png);
        }
    }

    Scene scene() {
        return stage.getScene();
    }

    void await(String what, BooleanSupplier condition) throws Exception {
        long from = System.nanoTime();
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() - from > PATIENCE) {
                throw new AssertionError("within half a minute it did not happen that " + what);
            }
            Thread.sleep(20);
        }
        record.waited(System.nanoTime() - from);
    }

    void awaitPlace(Place place) throws Exception {
        await("the screen is " + place, () -> window().place().get() == place);
    }

    /// Nothing runs in the background.
    void awaitRest() throws Exception {
        await("the work is done", () -> program.jobs().list().stream().allMatch(job -> job.state().isFinal()));
    }

    /// Ctrl and the digit of the screen.
    void go(Place place) throws Exception {
        push(KeyCode.CONTROL, KeyCode.values()[KeyCode.DIGIT1.ordinal() + place.ordinal()]);
        awaitPlace(place);
    }

    void push(KeyCode... keys) {
        record.acted();
        robot.push(keys);
    }

    void write(String text) {
        record.acted();
        Typing.write(text);
    }

    /// Puts the keyboard there, once it shows and can be used.
    void focus(String id) throws Exception {
        await(id + " can be used", () -> shows(id) && !find(id).isDisabled());
        onFx(() -> {
            find(id).requestFocus();
            return null;
        });
        await(id + " has the keyboard", () -> find(id).isFocused() || find(id).isFocusWithin());
    }

    /// A button, once it can be pressed.
    void press(String id) throws Exception {
        focus(id);
        push(KeyCode.SPACE);
    }

    /// A button without a name of its own, by its words.
    void pressText(String text) throws Exception {
        await("“" + text + "” can be pressed", () -> button(text).filter(node -> !node.isDisabled()).isPresent());
        onFx(() -> {
            button(text).orElseThrow().requestFocus();
            return null;
        });
        push(KeyCode.SPACE);
    }

    private Optional<ButtonBase> button(String text) {
        return Stream.concat(all(".button").stream(), all(".toggle-button").stream()).filter(DayWindow::isSeen).filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast)
                .filter(button -> text.equals(button.getText()) || text.equals(button.getAccessibleText())).reduce((first, last) -> last);
    }

    /// The entry of a menu, by its words.
    void menu(String id, String text) throws Exception {
        press(id);
        await("“" + text + "” is in the menu", () -> item(text).isPresent());
        record.acted();
        onFx(() -> {
            item(text).orElseThrow().fire();
            Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).toList().forEach(ContextMenu::hide);
            return null;
        });
    }

    private static Optional<MenuItem> item(String text) {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).filter(Window::isShowing)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream()).filter(item -> text.equals(item.getText())).findFirst();
    }

    /// Writes over what stands in the field.
    void type(String id, String text) throws Exception {
        focus(id);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        write(text);
        await(text + " stands in " + id, () -> stands(scene().getFocusOwner(), text));
    }

    private static boolean stands(Node in, String text) {
        return switch (in) {
            case PasswordTextField hidden -> hidden.getText().length() == text.length();
            case TextInputControl field -> text.equals(field.getText());
            case DatePicker picker -> text.equals(picker.getEditor().getText());
            case null, default -> false;
        };
    }

    /// A row of a table or list that fits, by arrow keys or a click.
    <T> void choose(String id, Class<T> kind, Predicate<T> fits) throws Exception {
        await("a row of " + id + " fits", () -> items(id).stream().filter(kind::isInstance).map(kind::cast).anyMatch(fits));
        focus(id);
        record.acted();
        onFx(() -> {
            var row = items(id).stream().filter(kind::isInstance).map(kind::cast).filter(fits).findFirst().orElseThrow();
            int at = items(id).indexOf(row);
            switch (find(id)) {
                case TableView<?> table -> {
                    table.getSelectionModel().clearAndSelect(at);
                    table.scrollTo(at);
                }
                case ListView<?> list -> {
                    list.getSelectionModel().clearAndSelect(at);
                    list.scrollTo(at);
                }
                default -> throw new IllegalStateException(id + " has no rows");
            }
            return null;
        });
    }

    /// The row of a table in which a column says this.
    void chooseText(String id, String part) throws Exception {
        await("a row of " + id + " says " + part, () -> row(id, part) >= 0);
        focus(id);
        record.acted();
        onFx(() -> {
            var table = (TableView<?>) find(id);
            int at = row(id, part);
            table.getSelectionModel().clearAndSelect(at);
            table.getFocusModel().focus(at);
            table.scrollTo(at);
            return null;
        });
    }

    private int row(String id, String part) {
        if (find(id) instanceof TableView<?> table) {
            for (int at = 0; at < table.getItems().size(); at++) {
                if (says(table, at, part)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /// Whether each row of a table says this in one of its columns.
    boolean allRows(String id, String part) {
        return find(id) instanceof TableView<?> table && !table.getItems().isEmpty() && IntStream.range(0, table.getItems().size()).allMatch(row -> says(table, row, part));
    }

    long rowsSaying(String id, String part) {
        return find(id) instanceof TableView<?> table ? IntStream.range(0, table.getItems().size()).filter(row -> says(table, row, part)).count() : 0;
    }

    private static boolean says(TableView<?> table, int row, String part) {
        return table.getVisibleLeafColumns().stream().anyMatch(column -> String.valueOf(column.getCellObservableValue(row).getValue()).contains(part));
    }

    /// A key held down.
    void hold(int times, KeyCode... keys) {
        record.acted();
        for (int turn = 0; turn < times; turn++) {
            robot.push(keys);
        }
    }

    List<?> items(String id) {
        return switch (find(id)) {
            case TableView<?> table -> table.getItems();
            case ListView<?> list -> list.getItems();
            case null, default -> List.of();
        };
    }

    /// What the next chooser of files is answered with.
    void willChoose(Path file) {
        files.add(file);
        record.acted();
    }

    /// There is no way on from here.
    void deadEnd() {
        record.deadEnd();
    }

    Node find(String id) {
        return all("#" + id).stream().filter(DayWindow::isSeen).reduce((first, last) -> last).orElse(null);
    }

    Collection<Node> all(String selector) {
        return scene().getRoot().lookupAll(selector);
    }

    boolean shows(String id) {
        return find(id) != null;
    }

    private static boolean isSeen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    boolean says(String part) {
        return all(".label").stream().filter(DayWindow::isSeen).map(Labeled.class::cast).anyMatch(label -> label.getText() != null && label.getText().contains(part));
    }

    boolean hasDialog() {
        return !all(".lx-dialog").isEmpty();
    }

    private final class Recorder implements Outside {
        @Override
        public void openPage(String address) {
            opened.add(address);
        }

        @Override
        public void openFolder(Path folder) {
            opened.add(folder.toString());
        }

        @Override
        public FileChoosers choosers(Supplier<Window> owner) {
            return new FileChoosers() {
                @Override
                public Optional<Path> chooseFile(String title, Dialogs.FileKind kind) {
                    return Optional.ofNullable(files.poll());
                }

                @Override
                public Optional<Path> chooseFolder(String title, Optional<Path> start) {
                    return Optional.ofNullable(files.poll());
                }

                @Override
                public Optional<Path> chooseTarget(String title, String suggestedName, Dialogs.FileKind kind) {
                    return Optional.ofNullable(files.poll());
                }
            };
        }
    }

    @Override
    public void close() {
        Platform.runLater(stage::hide);
        program.close();
    }
}
