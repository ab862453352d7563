package app.lectern.shell;

import app.lectern.home.Home;
import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.Jobs;
import app.lectern.jobs.Progress;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.settings.KeyStorage;
import app.lectern.shell.settings.NetworkTest;
import app.lectern.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// One screen in the real window, with stand-ins for keys and network, for the tests of the features. What would be opened outside
/// is kept in `opened`. Files are chosen by the test.
public final class ScreenWindow {
    private static final int PATIENCE = 3000;

    public final Keyboard robot = new Keyboard();
    public final Words words;
    public final Jobs jobs;
    public final List<String> opened = new ArrayList<>();
    /// What the next file chooser answers.
    public Path file;
    private final ShellParts parts;
    private final Place place;
    private LiveSettings live;
    private final OneChoice choices;
    private MainWindow window;
    private Stage stage;

    /// `screen` is called on the FX thread, with the window so far, before it is shown.
    public ScreenWindow(Path folder, Clock clock, Choice chosen, Function<ScreenWindow, Screen> screen) throws Exception {
        Toolkit.start();
        words = new Words(Locale.UK, ZoneId.of("Europe/London"), clock);
        var home = new Home(folder).prepare();
        var settings = new SettingsFile(home.settings(), clock);
        settings.change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        jobs = new Jobs(new FxExecutor(), clock);
        choices = new OneChoice(chosen);
        var made = Toolkit.onFx(() -> screen.apply(this));
        place = made.place();
        parts = Toolkit.onFx(() -> new ShellParts(words, clock, home, settings, jobs, List.of(choosing(made)), choices, List.of(), new NoKeys(),
                new NoNetwork(),
                new ServiceStatus(new SimpleObjectProperty<>(Optional.empty()), new SimpleObjectProperty<>(Optional.of(Duration.ofMillis(142)))),
                new SimpleStringProperty("Hannah Ivers"), new Recorder(), "1.0"));
        run(() -> {
            window = new MainWindow(parts);
            stage = new Stage();
            window.show(stage);
            window.go(place);
        });
    }

    private Screen choosing(Screen plain) {
        return new Screen(plain.place(), shell -> {
            live = shell.settings();
            return plain.view().apply(new Answering(shell));
        }, plain.badge(), plain.verbs());
    }

    public ObjectProperty<Choice> chosen() {
        return choices.selected;
    }

    public Scene scene() {
        return window.scene();
    }

    public static void run(Runnable action) throws Exception {
        Toolkit.onFx(() -> {
            action.run();
            return null;
        });
    }

    public static <T> T on(Callable<T> action) throws Exception {
        return Toolkit.onFx(action);
    }

    public void await(String what, BooleanSupplier condition) throws Exception {
        for (int turn = 0; turn < PATIENCE; turn++) {
            if (on(condition::getAsBoolean)) {
                return;
            }
            Thread.sleep(10);
        }
        pictureHere("waited-for-" + what.replaceAll("\\W+", "-"));
        throw new AssertionError("within half a minute it did not happen that " + what);
    }

    public <N extends Node> N find(String id, Class<N> type) throws Exception {
        return type.cast(on(() -> scene().lookup("#" + id)));
    }

    public boolean shows(String id) {
        var node = scene().lookup("#" + id);
        return node != null && isSeen(node);
    }

    private static boolean isSeen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Puts the keyboard there, once it is there.
    public void focus(String id) throws Exception {
        await(id + " shows", () -> shows(id));
        Toolkit.focus(() -> scene().lookup("#" + id));
    }

    public String focused() throws Exception {
        return on(() -> Optional.ofNullable(scene().getFocusOwner()).map(Node::getId).orElse(""));
    }

    /// A picture of a fresh window at the design's size: a scene without a stage may be larger than the headless screen.
    public void picture(String name) throws Exception {
        picture(name, Tour.WIDTH, Tour.HEIGHT, () -> {});
    }

    /// `prepare` runs once the screen has been built there.
    public void picture(String name, double width, double height, Runnable prepare) throws Exception {
        parts.settings().change(now -> now.with(new Settings.Window(0, 0, width, height, false, now.window().railCollapsed(), place.id(),
                now.window().integration(), now.window().dividers())));
        var other = on(() -> {
            var fresh = new MainWindow(parts);
            fresh.go(place);
            return fresh;
        });
        for (int turn = 0; turn < 3; turn++) {
            run(() -> other.scene().snapshot(null));
            await("the jobs have ended", () -> jobs.list().stream().allMatch(job -> job.state().isFinal()));
        }
        run(prepare);
        for (int turn = 0; turn < 3; turn++) {
            run(() -> other.scene().snapshot(null));
        }
        save(name, on(() -> ScenePicture.of(other.scene())));
    }

    public void pictureHere(String name) throws Exception {
        save(name, on(() -> ScenePicture.of(scene())));
    }

    /// As the Settings screen changes them, so that what is open follows.
    public void change(UnaryOperator<Settings> change) throws Exception {
        run(() -> live.change(change));
    }

    public void theme(Settings.Theme theme) {
        parts.settings().change(now -> now.with(new Settings.Appearance(theme, true)));
    }

    private static void save(String name, byte[] png) {
        try {
            var file = Path.of("target/pictures", name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void close() throws Exception {
        run(stage::hide);
        jobs.close();
    }

    /// The window as it is, but file choosers are answered by the test.
    private final class Answering implements Shell {
        private final Shell shell;

        Answering(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Words words() {
            return shell.words();
        }

        @Override
        public Dialogs dialogs() {
            return new Choosers(shell.dialogs());
        }

        @Override
        public Notifications notifications() {
            return shell.notifications();
        }

        @Override
        public Layers layers() {
            return shell.layers();
        }

        @Override
        public LiveSettings settings() {
            return shell.settings();
        }

        @Override
        public FxmlLoader fxml() {
            return shell.fxml();
        }

        @Override
        public Outside outside() {
            return shell.outside();
        }

        @Override
        public void go(Place to) {
            shell.go(to);
        }

        @Override
        public void copy(String text) {
            opened.add(text);
            shell.copy(text);
        }
    }

    private final class Choosers implements Dialogs {
        private final Dialogs dialogs;

        Choosers(Dialogs dialogs) {
            this.dialogs = dialogs;
        }

        @Override
        public void confirm(Confirmation question, Runnable accepted) {
            dialogs.confirm(question, accepted);
        }

        @Override
        public void askAboutEdits(String what, Runnable save, Runnable discard) {
            dialogs.askAboutEdits(what, save, discard);
        }

        @Override
        public void askText(TextQuestion question, java.util.function.Consumer<String> answered) {
            dialogs.askText(question, answered);
        }

        @Override
        public Optional<Path> chooseFile(String title, FileKind kind) {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> chooseFolder(String title, Optional<Path> start) {
            return Optional.ofNullable(file);
        }

        @Override
        public Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind) {
            return Optional.ofNullable(file);
        }

        @Override
        public void show(app.lectern.problems.Problem problem, java.util.function.Consumer<app.lectern.problems.Remedy> remedy) {
            dialogs.show(problem, remedy);
        }
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
    }

    private static final class OneChoice implements IntegrationChoices {
        private final ObservableList<Choice> all;
        private final ObjectProperty<Choice> selected;

        OneChoice(Choice only) {
            all = FXCollections.observableArrayList(only);
            selected = new SimpleObjectProperty<>(only);
        }

        @Override
        public ObservableList<Choice> choices() {
            return all;
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

    private static final class NoKeys implements KeyStorage {
        @Override
        public Place place() {
            return new Place(Kind.KEY_FILE, "");
        }

        @Override
        public void exportRecoveryKey(Path file) {}

        @Override
        public void importRecoveryKey(String key) {}
    }

    private static final class NoNetwork implements NetworkTest {
        @Override
        public String run(Settings.Network network, Progress progress) {
            return "";
        }

        @Override
        public boolean hasProxyPassword() {
            return false;
        }

        @Override
        public void saveProxyPassword(char[] password) {}
    }
}
