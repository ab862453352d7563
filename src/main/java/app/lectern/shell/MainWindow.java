package app.lectern.shell;

import app.lectern.shell.palette.PaletteBox;
import app.lectern.shell.palette.PaletteSource;
import app.lectern.shell.palette.PaletteViewModel;
import app.lectern.shell.settings.AboutLectern;
import app.lectern.shell.settings.SettingsScreen;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Lectern's window: puts the frame together and is what the screens see of it as [Shell]. Build it on the FX thread;
/// `show` puts it on a stage, `scene` serves pictures and tests that need none. The frame needs no store; the screens come with
/// `furnish`, and until then every place shows that it is being opened.
public final class MainWindow implements Shell {
    static final double MIN_WIDTH = 1180;
    static final double MIN_HEIGHT = 720;

    private final ShellParts parts;
    private final Notifications notifications;
    private final LiveSettings settings;
    private final Later later = Later.onFxThread();
    private final StackPane root = new StackPane();
    private final Layers layers;
    private final Scene scene;
    private final Look look;
    private final Dialogs dialogs;
    private final FxmlLoader fxml;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final Map<Place, Node> views = new EnumMap<>(Place.class);
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>();
    private final Frame frame;
    private final Announcer announcer = new Announcer();
    private final List<PaletteSource> offered = new ArrayList<>();
    private Optional<Layers.Layer> palette = Optional.empty();
    private Optional<WindowMemory> memory = Optional.empty();

    public MainWindow(ShellParts parts) {
        this.parts = parts;
        this.notifications = new Notifications(parts.words(), parts.clock());
        this.settings = new LiveSettings(parts.settings(), parts.jobs(), later, notifications::failed);
        this.fxml = new FxmlLoader(parts.words().bundle());
        this.layers = new Layers(root, () -> settings.get().appearance().reduceMotion());
        this.dialogs = new ShellDialogs(parts.words(), this, parts.outside());
        for (var each : Place.values()) {
            screens.put(each, Screen.of(each, shell -> new OpeningScreen(each, shell)));
        }
        this.scene = new Scene(root, settings.get().window().width(), settings.get().window().height());
        this.look = new Look(settings, scene);
        this.frame = new Frame(parts, this, notifications);
        root.getStyleClass().add("lx-window");
        root.getChildren().addAll(frame, new Toasts(notifications), announcer);
        scene.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, new Keys(this, frame, layers)::pressed);
        WholeText.showIn(scene);
        if (!parts.screens().isEmpty()) {
            furnish(parts.screens());
        }
        go(Place.of(settings.get().window().screen()).orElse(Place.OVERVIEW));
    }

    /// Puts the screens in their places; the one that is looked at is shown at once.
    public void furnish(List<Screen> made) {
        screens.put(Place.SETTINGS, Screen.of(Place.SETTINGS, shell -> SettingsScreen.of(shell, parts.keys(), parts.network(), parts.updates(),
                parts.unattended(), parts.jobs(),
                new AboutLectern(parts.version(), parts.home().folder()))));
        made.forEach(screen -> screens.put(screen.place(), screen));
        made.forEach(frame.navigation()::count);
        views.clear();
        if (place.get() != null) {
            frame.showPage(place.get(), view(place.get()));
        }
    }

    /// Reads the style sheets while the store is still being opened. Needs the FX thread and nothing else.
    public static void prepare() {
        Look.prepare();
    }

    /// Puts the window where it was left, and keeps watching where it goes.
    public void show(Stage stage) {
        memory = Optional.of(new WindowMemory(stage, settings));
        memory.get().open(scene, this);
        stage.setOnHidden(hidden -> end());
        stage.show();
        frame.navigation().focusSelected();
    }

    /// Saves what is not saved yet and lets the toolkit forget the window.
    public void end() {
        memory.ifPresent(WindowMemory::close);
        later.flush();
        settings.saveNow();
        look.release();
    }

    public Scene scene() {
        return scene;
    }

    Frame frame() {
        return frame;
    }

    ShellParts parts() {
        return parts;
    }

    Look look() {
        return look;
    }

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    @Override
    public void go(Place to) {
        if (to == place.get()) {
            return;
        }
        place.set(to);
        frame.showPage(to, view(to));
        Optional.ofNullable(view(to).lookup(".lx-begin-here")).ifPresent(Node::requestFocus);
        settings.change(now -> now.with(WindowMemory.at(now.window(), to)));
        announcer.say(words().of(to));
    }

    Node view(Place of) {
        return views.computeIfAbsent(of, each -> screens.get(each).view().apply(this));
    }

    /// Does on this screen what the key stands for; false when the screen has no such thing.
    boolean run(Screen.Verb verb) {
        var action = screens.get(place.get()).verbs().get(verb);
        if (action == null) {
            return false;
        }
        action.run();
        return true;
    }

    List<Screen.Offer> offers() {
        return screens.values().stream().flatMap(screen -> screen.offers().stream()).toList();
    }

    Map<Screen.Verb, Runnable> verbs() {
        return screens.get(place.get()).verbs();
    }

    /// One more group of the palette, below the others.
    public void offer(PaletteSource source) {
        offered.add(source);
    }

    void openPalette() {
        if (palette.isPresent()) {
            return;
        }
        List<PaletteSource> sources = new ArrayList<>();
        sources.add(new ShellCommands(this));
        sources.addAll(parts.palette());
        sources.addAll(offered);
        var box = new PaletteBox(new PaletteViewModel(sources), words(), () -> palette.ifPresent(Layers.Layer::close), this::copy);
        StackPane.setMargin(box, new javafx.geometry.Insets(92, 16, 16, 16));
        palette = Optional.of(layers.open(box, Pos.TOP_CENTER, () -> palette = Optional.empty()));
    }

    /// Leads through the window, from one real control to the next.
    public void lookAround() {
        if (!parts.firstSteps().isEmpty() && root.lookup("#first-steps") == null) {
            new FirstSteps(this, root, parts.firstSteps()).begin();
        }
    }

    void openHelp() {
        HelpBox.open(this, place.get());
    }

    @Override
    public void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        notifications.told(app.lectern.shell.controls.Tone.SUCCESS, words().text("copied"), "");
    }

    @Override
    public BooleanExpression offline() {
        return BooleanExpression.booleanExpression(parts.status().connection().map(ConnectionState.Lost.class::isInstance));
    }

    @Override
    public Words words() {
        return parts.words();
    }

    @Override
    public Dialogs dialogs() {
        return dialogs;
    }

    @Override
    public Notifications notifications() {
        return notifications;
    }

    @Override
    public Layers layers() {
        return layers;
    }

    @Override
    public LiveSettings settings() {
        return settings;
    }

    @Override
    public FxmlLoader fxml() {
        return fxml;
    }

    @Override
    public Outside outside() {
        return parts.outside();
    }
}
