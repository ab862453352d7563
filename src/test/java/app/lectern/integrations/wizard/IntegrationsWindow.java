package app.lectern.integrations.wizard;

import static app.lectern.shell.Toolkit.onFx;

import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.integrations.Room;
import app.lectern.jobs.Jobs;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.IntegrationChoices;
import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.ScenePicture;
import app.lectern.shell.Screen;
import app.lectern.shell.ServiceStatus;
import app.lectern.shell.Shell;
import app.lectern.shell.ShellParts;
import app.lectern.shell.Toolkit;
import app.lectern.shell.Typing;
import app.lectern.shell.settings.KeyStorage;
import app.lectern.shell.settings.NetworkTest;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/// Lectern's window with the Integrations screen on a room of real services, worked with by keyboard alone.
public final class IntegrationsWindow implements AutoCloseable {
    public final Room room;
    public final Jobs jobs;
    public final List<String> opened = new ArrayList<>();
    public final MainWindow window;
    public final SetupDesk desk;
    private final Keyboard robot = new Keyboard();
    private final Stage stage;

    public IntegrationsWindow(Room room, Function<IntegrationsWindow, Function<Shell, Node>> screen) throws Exception {
        this(room, screen, Settings.Theme.LIGHT);
    }

    public IntegrationsWindow(Room room, Function<IntegrationsWindow, Function<Shell, Node>> screen, Settings.Theme theme) throws Exception {
        Toolkit.start();
        this.room = room;
        jobs = new Jobs(new FxExecutor(), room.clock);
        desk = new SetupDesk(new SetupDesk.Services(room.setups, room.rules, room.permissions, room.policies, room.readiness, room.checks,
                room.meetings, room.waiting, room.packs), room.clock.getZone(), room.clock);
        var settings = new SettingsFile(room.home.settings(), room.clock);
        settings.change(now -> now.with(new Settings.Appearance(theme, true)));
        var parts = new ShellParts(room.words, room.clock, room.home, settings, jobs,
                List.of(Screen.of(Place.INTEGRATIONS, screen.apply(this))), new NoChoices(), List.of(),
                silent(KeyStorage.class), silent(NetworkTest.class),
                new ServiceStatus(new SimpleObjectProperty<>(Optional.empty()), new SimpleObjectProperty<>(Optional.empty())),
                new SimpleStringProperty("Hannah Ivers"), outside(), "0.1.0");
        window = onFx(() -> new MainWindow(parts));
        stage = onFx(() -> {
            var shown = new Stage();
            window.show(shown);
            shown.setX(0);
            shown.setY(0);
            shown.setWidth(1360);
            shown.setHeight(860);
            window.go(Place.INTEGRATIONS);
            return shown;
        });
    }

    private static <T> T silent(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
    }

    private Outside outside() {
        return new Outside() {
            @Override
            public void openPage(String address) {
                opened.add(address);
            }

            @Override
            public void openFolder(Path folder) {
                opened.add(folder.toString());
            }
        };
    }

    private static final class NoChoices implements IntegrationChoices {
        private final ObjectProperty<Choice> selected = new SimpleObjectProperty<>();

        @Override
        public ObservableList<Choice> choices() {
            return FXCollections.observableArrayList();
        }

        @Override
        public ObjectProperty<Choice> selected() {
            return selected;
        }

        @Override
        public void add() {}

        @Override
        public void manage() {}
    }

    public void press(KeyCode... keys) {
        robot.push(keys);
    }

    public void write(String text) {
        Typing.write(text);
    }

    /// Presses Tab until the control with this id has the focus.
    public void tabTo(String id) throws Exception {
        for (int i = 0; i < 60; i++) {
            if (id.equals(focused())) {
                return;
            }
            press(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not reach " + id + ", the focus is at " + focused());
    }

    public void enter(String id, String text) throws Exception {
        tabTo(id);
        press(KeyCode.CONTROL, KeyCode.A);
        press(KeyCode.DELETE);
        write(text);
    }

    public String focused() throws Exception {
        return onFx(() -> {
            var owner = window.scene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    /// Waits until something on the screen says this.
    public void awaitText(String text) throws Exception {
        await("“" + text + "” does not appear; the screen says: " + texts(), () -> shows(text));
    }

    public boolean shows(String text) {
        try {
            return onFx(() -> texts(window.scene().getRoot()).anyMatch(each -> each.contains(text)));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public List<String> texts() {
        try {
            return onFx(() -> texts(window.scene().getRoot()).distinct().toList());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static java.util.stream.Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return java.util.stream.Stream.empty();
        }
        var own = node instanceof Labeled labeled && labeled.getText() != null ? java.util.stream.Stream.of(labeled.getText())
                : node instanceof Text text ? java.util.stream.Stream.of(text.getText()) : java.util.stream.Stream.<String>empty();
        return node instanceof javafx.scene.Parent parent
                ? java.util.stream.Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(IntegrationsWindow::texts)) : own;
    }

    public void await(String otherwise, BooleanSupplier condition) throws Exception {
        for (int i = 0; i < 400; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(otherwise + " — now: " + texts());
    }

    public Label label(String selector) throws Exception {
        return onFx(() -> (Label) window.scene().lookup(selector));
    }

    /// A picture of the whole window, to be looked at.
    public Path picture(String name) throws Exception {
        var file = Path.of("target/pictures/integrations/" + name + ".png");
        Files.createDirectories(file.getParent());
        onFx(() -> window.scene().snapshot(null));
        var bytes = onFx(() -> ScenePicture.of(window.scene()));
        return Files.write(file, bytes);
    }

    @Override
    public void close() {
        Platform.runLater(stage::hide);
        jobs.close();
    }
}
