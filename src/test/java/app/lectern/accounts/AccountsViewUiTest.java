package app.lectern.accounts;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Home;
import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Jobs;
import app.lectern.jobs.Progress;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.IntegrationChoices;
import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.ServiceStatus;
import app.lectern.shell.ShellParts;
import app.lectern.shell.Toolkit;
import app.lectern.shell.settings.KeyStorage;
import app.lectern.shell.settings.NetworkTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The accounts screen as a person with a keyboard meets it, in the real window, before the demo tenant.
class AccountsViewUiTest {
    @TempDir
    Path folder;

    private final Keyboard robot = new Keyboard();
    private Northfield northfield;
    private Integration integration;
    private Jobs jobs;
    private AccountsViewModel model;
    private MainWindow window;
    private Stage stage;
    private ShellParts parts;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() throws Exception {
        northfield = new Northfield(folder);
        integration = northfield.integration(northfield.tenant.apps().complete(), Northfield.OYELARAN, Northfield.SERVICE);
        northfield.organisers.keep(integration, new OrganiserOrder("hi@nexlearn.example", EmailChain.Role.SIGNED_IN_USER));
        var home = new Home(folder.resolve("window")).prepare();
        var settings = new SettingsFile(home.settings(), northfield.clock);
        settings.change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        jobs = new Jobs(new FxExecutor(), northfield.clock);
        onFx(() -> {
            var choices = new OneChoice(integration);
            model = new AccountsViewModel(northfield.verifier, northfield.organisers, northfield.integrations::find, choices.selected(), jobs,
                    new FxExecutor(), northfield.words, northfield.clock);
            var leavers = new LeaverViewModel(northfield.leavers, northfield.integrations::find, choices.selected(), jobs, northfield.words);
            parts = new ShellParts(northfield.words, northfield.clock, home, settings, jobs,
                    List.of(AccountsView.screen(model, leavers)), choices, List.of(), new NoKeys(), new NoNetwork(),
                    new ServiceStatus(new SimpleObjectProperty<>(Optional.empty()), new SimpleObjectProperty<>(Optional.of(Duration.ofMillis(142)))),
                    new SimpleStringProperty("Hannah Ivers"), new Nowhere(), "1.0");
            window = new MainWindow(parts);
            stage = new Stage();
            window.show(stage);
            window.go(Place.ACCOUNTS);
            return null;
        });
        await(() -> model.organiser().chainProperty().get().data().isPresent());
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return null;
        });
        jobs.close();
        northfield.close();
    }

    private <N extends Node> N find(String id, Class<N> type) {
        return type.cast(window.scene().lookup("#" + id));
    }

    private void focus(String id) throws Exception {
        Toolkit.focus(() -> window.scene().lookup("#" + id));
    }

    private void verify(String text) throws Exception {
        onFx(() -> {
            model.inputProperty().set(text);
            model.verify();
            return null;
        });
        await(() -> !model.runningProperty().get() && model.organiser().chainProperty().get().data().isPresent());
    }

    /// The whole window at the design's size: a scene without a stage may be larger than the headless screen.
    private void photographWindow(String name) throws Exception {
        var other = onFx(() -> {
            var fresh = new MainWindow(parts);
            fresh.go(Place.ACCOUNTS);
            return fresh;
        });
        onFx(() -> other.scene().snapshot(null));
        await(() -> model.organiser().chainProperty().get() instanceof app.lectern.shell.Loading.Ready);
        save(name, onFx(() -> other.scene().snapshot(null)));
    }

    private static void save(String name, javafx.scene.image.Image picture) throws Exception {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        assertThat(width).isGreaterThan(900);
        var copy = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
            }
        }
        var file = Path.of("target/pictures", name + ".png");
        Files.createDirectories(file.getParent());
        javax.imageio.ImageIO.write(copy, "png", file.toFile());
    }

    @Test
    void addressesAreTypedVerifiedAndReadByKeyboardAlone() throws Exception {
        focus("input");
        robot.write("k.lindqvist@northfield.example, marta.kowalska@northfield.example");
        await(() -> find("verify", Button.class).getText().equals("Verify 2"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> model.rows().stream().filter(AccountRow::isFinished).count() == 2 && !model.runningProperty().get());
        assertThat(find("input", TextArea.class).getText()).isEmpty();

        focus("accounts-table");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.ENTER);
        var table = find("accounts-table", TableView.class);
        await(() -> table.getSelectionModel().getSelectedIndex() == 0);
        assertThat(onFx(() -> texts())).contains("Karin Lindqvist", "Next steps", "Link-only")
                .anyMatch(text -> text.startsWith("Exists, but has no Exchange licence"))
                .anyMatch(text -> text.contains("/mailboxSettings → 404 · MailboxNotEnabledForRESTAPI · request "));
    }

    private List<String> texts() {
        return window.scene().getRoot().lookupAll(".label").stream()
                .flatMap(node -> node instanceof Label label && label.getText() != null ? Stream.of(label.getText()) : Stream.empty()).toList();
    }

    @Test
    void tabLeavesTheInputAndPastingAnywhereAddsAddresses() throws Exception {
        focus("input");
        robot.push(KeyCode.TAB);
        await(() -> window.scene().getFocusOwner() != find("input", TextArea.class));
        onFx(() -> {
            var content = new ClipboardContent();
            content.putString(Northfield.MARTA + "\n" + Northfield.MARTA);
            return Clipboard.getSystemClipboard().setContent(content);
        });
        focus("accounts-table");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(() -> model.rows().stream().anyMatch(row -> row.address().equals(Northfield.MARTA) && row.isReady()));
    }

    @Test
    void cellsHoldWordsForScreenReadersAndDeleteCanBeUndone() throws Exception {
        verify(Northfield.LINDQVIST);
        await(() -> window.scene().getRoot().lookupAll(".table-cell").stream().map(Node::getAccessibleText).toList()
                .containsAll(List.of("Mailbox: fails", "Teams licence: passes", "Result: Link-only")));
        focus("accounts-table");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.DELETE);
        await(() -> model.rows().stream().noneMatch(row -> row.address().equals(Northfield.LINDQVIST)));
        await(() -> northfield.verifier.known(integration, Northfield.LINDQVIST).isEmpty());
    }

    @Test
    void peopleAreFoundInTheDirectoryAndAdded() throws Exception {
        focus("directory");
        robot.push(KeyCode.SPACE);
        await(() -> window.scene().lookup("#directory-text") != null);
        robot.write("kow");
        await(() -> ((javafx.scene.control.ListView<?>) window.scene().lookup("#directory-list")).getItems().size() == 1);
        await(() -> find("directory-add", Button.class).getText().equals("Add 1"));
        robot.push(KeyCode.ENTER);
        await(() -> model.rows().stream().anyMatch(row -> row.address().equals(Northfield.MARTA) && row.isReady()));
    }

    @Test
    void theLeaverCheckTellsWhatIsLost() throws Exception {
        verify(Northfield.MARTA);
        focus("accounts-table");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.ENTER);
        await(() -> window.scene().lookup("#details-leaver") != null);
        focus("details-leaver");
        robot.push(KeyCode.SPACE);
        await(() -> window.scene().lookup("#leaver-copy") != null && window.scene().lookup("#leaver-move") != null);
        save("accounts-leaver", onFx(() -> window.scene().snapshot(null)));
        robot.push(KeyCode.ESCAPE);
        await(() -> window.scene().lookup("#leaver-copy") == null);
    }

    @Test
    void theScreenIsPhotographedInBothThemes() throws Exception {
        verify(String.join("\n", Stream.concat(northfield.people(19).stream(), Stream.of("hi@nexlearn.example", "nobody@northfield.example")).toList()));
        onFx(() -> {
            var table = find("accounts-table", TableView.class);
            table.getSelectionModel().select(13);
            table.scrollTo(8);
            return null;
        });
        onFx(() -> null);
        photographWindow("accounts-light");
        parts.settings().change(now -> now.with(new Settings.Appearance(Settings.Theme.DARK, true)));
        photographWindow("accounts-dark");
        parts.settings().change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        onFx(() -> {
            model.clear();
            return null;
        });
        await(() -> model.rows().isEmpty());
        photographWindow("accounts-empty");
    }

    private static final class OneChoice implements IntegrationChoices {
        private final ObservableList<Choice> all;
        private final ObjectProperty<Choice> selected;

        OneChoice(Integration integration) {
            all = FXCollections.observableArrayList(
                    new Choice(integration.key(), "Northfield College", "Client secret", "Connected", Health.OK, true));
            selected = new SimpleObjectProperty<>(all.getFirst());
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

    private static final class Nowhere implements Outside {
        @Override
        public void openPage(String address) {}

        @Override
        public void openFolder(Path folder) {}
    }
}
