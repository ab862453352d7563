package app.lectern.deliverables;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.home.Home;
import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
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
import app.lectern.tables.TableFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screen of due dates as a person meets it, in the real window, before the demo tenant.
class DeliverablesViewUiTest {
    @TempDir
    Path folder;

    private final List<String> pages = new ArrayList<>();
    private final Keyboard robot = new Keyboard();
    private CalendarBench bench;
    private Jobs jobs;
    private DeliverablesViewModel model;
    private MainWindow window;
    private Stage stage;
    private ShellParts parts;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() throws Exception {
        bench = new CalendarBench(folder.resolve("home"));
        fill();
        var home = new Home(folder.resolve("window")).prepare();
        var settings = new SettingsFile(home.settings(), bench.room.clock);
        settings.change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        jobs = new Jobs(new FxExecutor(), bench.room.clock);
        onFx(() -> {
            var choices = new OneChoice(bench.integration);
            var exports = new DeliverableExport(bench.deliverables, bench.room.words, bench.room.clock);
            var desk = new DeliverablesDesk(bench.deliverables, bench.sync, bench.sharing, new DeliverableImport(bench.deliverables, TableFile::cells), exports,
                    bench.room.integrations::find, of -> List.of(), (of, text) -> List.of(), Optional.empty());
            model = new DeliverablesViewModel(desk, choices.selected(), jobs, bench.room.words);
            parts = new ShellParts(bench.room.words, bench.room.clock, home, settings, jobs, List.of(DeliverablesView.screen(model, new DeliverableDeedsViewModel(desk, model, jobs, bench.room.words))), choices, List.of(),
                    new NoKeys(), new NoNetwork(),
                    new ServiceStatus(new SimpleObjectProperty<>(Optional.empty()), new SimpleObjectProperty<>(Optional.of(Duration.ofMillis(142)))),
                    new SimpleStringProperty("Hannah Ivers"), new Noted(), "1.0");
            window = new MainWindow(parts);
            stage = new Stage();
            window.show(stage);
            window.go(Place.DELIVERABLES);
            return null;
        });
        await(() -> model.plan().stateProperty().get() instanceof app.lectern.shell.Loading.Ready);
    }

    /// The project list of the demo college, part of it applied, then changed here and there.
    private void fill() throws Exception {
        var list = bench.room.tenant.school().deliverables().stream().map(each -> new Deliverable(each.id(), each.project(),
                each.client().equals("Internal") ? "" : each.client(), each.title(), java.util.OptionalInt.empty(), Optional.ofNullable(each.due()), "",
                each.owners(), "", Optional.empty())).toList();
        bench.deliverables.restore(bench.integration, list.subList(0, list.size() / 2));
        bench.apply();
        var dated = list.subList(0, list.size() / 2).stream().filter(each -> each.date().isPresent()).toList();
        bench.deliverables.save(bench.integration, dated.get(0).on(dated.get(0).date().orElseThrow().plusDays(3)));
        bench.deliverables.delete(bench.integration, List.of(dated.get(1)));
        bench.room.tenant.school().control().editInOutlook(Room.SERVICE_ACCOUNT, dated.get(2).subject(),
                dated.get(2).subject() + " (hall B)", Duration.ZERO);
        bench.deliverables.restore(bench.integration, list);
        bench.deliverables.delete(bench.integration, List.of(dated.get(1)));
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return null;
        });
        jobs.close();
        bench.close();
    }

    private <N extends Node> N find(String id, Class<N> type) {
        return type.cast(window.scene().lookup("#" + id));
    }

    private void focus(String id) throws Exception {
        Toolkit.focus(() -> window.scene().lookup("#" + id));
    }

    private String chip() throws Exception {
        return onFx(() -> find("deliverables-standing", javafx.scene.control.Button.class).getAccessibleText());
    }

    @Test
    void theChipInTheHeadSaysWhetherCalendarsAreKept() throws Exception {
        await(() -> model.standingProperty().get().filter(now -> now.readiness() == CalendarReadiness.READY).isPresent());
        assertThat(chip()).startsWith(bench.room.words.text("calendar-readiness.ready"));
        bench.room.tenant.school().control().mailbox(Room.SERVICE_ACCOUNT, app.lectern.demo.school.MailboxState.ON_PREMISES);
        onFx(() -> {
            model.load();
            return null;
        });
        await(() -> model.standingProperty().get().filter(now -> now.readiness() == CalendarReadiness.FAILING).isPresent());
        assertThat(chip()).startsWith(bench.room.words.text("calendar-readiness.failing"));
        photographWindow("deliverables-failing");
        focus("showPlan");
        robot.push(KeyCode.SPACE);
        await(() -> window.scene().lookup("#deliverables-not-read") != null);
        robot.push(KeyCode.ESCAPE);
        focus("deliverables-standing");
        robot.push(KeyCode.SPACE);
        await(() -> window.scene().lookup("#deliverables-standing-settings") != null);
    }

    /// The whole window at the design's size: a scene without a stage may be larger than the headless screen.
    private void photographWindow(String name) throws Exception {
        var other = onFx(() -> {
            var fresh = new MainWindow(parts);
            fresh.go(Place.DELIVERABLES);
            return fresh;
        });
        onFx(() -> other.scene().snapshot(null));
        await(() -> !model.plan().stateProperty().get().isBusy());
        onFx(() -> other.scene().snapshot(null));
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
    void whatIsTickedIsAppliedAndTheNextDryRunShowsTheRest() throws Exception {
        focus("showPlan");
        robot.push(KeyCode.SPACE);
        await(() -> window.scene().lookup("#deliverables-apply") != null);
        var apply = find("deliverables-apply", Button.class);
        await(() -> !apply.isDisabled());
        int before = bench.shared().size();
        assertThat(onFx(() -> find("deliverables-changes", ListView.class).getItems().size())).isGreaterThan(3);
        focus("deliverables-apply");
        robot.push(KeyCode.SPACE);
        await(() -> window.scene().getRoot().lookupAll(".lx-dialog").size() == 1);
        onFx(() -> {
            window.scene().getRoot().lookupAll(".lx-dialog .button").stream().map(Button.class::cast)
                    .filter(button -> button.getText() != null && button.getText().startsWith("Apply")).findFirst().orElseThrow().fire();
            return null;
        });
        await(() -> model.plan().stateProperty().get().data().filter(plan -> plan.changes().size() == 1).isPresent());
        assertThat(bench.shared().size()).isGreaterThan(before);
        assertThat(model.plan().stateProperty().get().data().orElseThrow().changes().getFirst().kind()).isEqualTo(Change.Kind.CONFLICT);
        assertThat(onFx(() -> find("deliverables-apply", Button.class).isDisabled())).isTrue();
    }

    @Test
    void aDeliverableIsEnteredByKeyboardAndWhatIsWrongIsSaid() throws Exception {
        focus("deliverables-table");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        await(() -> window.scene().lookup("#deliverable-project") != null);
        robot.write("Roof");
        focus("deliverable-description");
        robot.write("Survey");
        focus("deliverable-assignees");
        robot.write("nobody");
        await(() -> find("deliverable-save", Button.class).isDisabled());
        onFx(() -> {
            find("deliverable-assignees", TextField.class).setText("amina.hassan@northfield.example");
            return null;
        });
        await(() -> !find("deliverable-save", Button.class).isDisabled());
        save("deliverables-editor", onFx(() -> window.scene().snapshot(null)));
        robot.push(KeyCode.ENTER);
        await(() -> model.rows().stream().anyMatch(row -> row.deliverable().subject().equals("Roof: Survey")));
    }

    @Test
    void removedRowsComeBackWithUndoAndTheFilterNarrows() throws Exception {
        int all = onFx(() -> model.rows().size());
        onFx(() -> {
            find("deliverables-table", TableView.class).getSelectionModel().select(0);
            return null;
        });
        focus("deliverables-table");
        robot.push(KeyCode.DELETE);
        await(() -> model.rows().size() == all - 1);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("harbour");
        await(() -> model.shown().size() < model.rows().size() && !model.shown().isEmpty());
    }

    private Optional<Button> offered(String text) {
        return window.scene().getRoot().lookupAll(".lx-plan .button").stream().map(Button.class::cast).filter(button -> text.equals(button.getText())).findFirst();
    }

    private void press(String text) throws Exception {
        onFx(() -> {
            offered(text).orElseThrow().fire();
            return null;
        });
    }

    private void dryRun() throws Exception {
        onFx(() -> {
            model.plan().run();
            return null;
        });
        await(() -> !model.plan().stateProperty().get().isBusy());
    }

    @Test
    void aRefusedDryRunOffersWhatMendsIt() throws Exception {
        focus("showPlan");
        robot.push(KeyCode.SPACE);
        var faults = bench.room.tenant.faults();
        var refusal = faults.graph("GET", "/users/*/calendars").always().with(Fault.of(GraphRefusals.missingPermission(GraphService.EXCHANGE)));
        dryRun();
        await(() -> offered("Open in Entra").isPresent() && offered("Copy PowerShell").isPresent());
        press("Open in Entra");
        assertThat(pages).singleElement().asString().contains(bench.integration.clientId());
        press("Copy PowerShell");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).contains("'Calendars.ReadWrite'");
        photographWindow("deliverables-no-permission");

        faults.remove(refusal);
        bench.room.tenant.rules().closeMailbox(bench.room.tenant.school().people().find(Room.SERVICE_ACCOUNT).orElseThrow().id(), bench.integration.clientId());
        press("Run again");
        await(() -> !model.plan().stateProperty().get().isBusy() && offered("Copy PowerShell").isPresent() && offered("Open in Entra").isEmpty());
        press("Copy PowerShell");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).contains("New-ManagementScope", Room.SERVICE_ACCOUNT);
        parts.settings().change(now -> now.with(new Settings.Appearance(Settings.Theme.DARK, true)));
        photographWindow("deliverables-mailbox-closed");
    }

    @Test
    void theScreenIsPhotographedInBothThemes() throws Exception {
        photographWindow("deliverables-light");
        parts.settings().change(now -> now.with(new Settings.Appearance(Settings.Theme.DARK, true)));
        photographWindow("deliverables-dark");
        parts.settings().change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        bench.room.tenant.faults().graph("GET", "/users/*/calendars").with(Fault.empty(403));
        onFx(() -> {
            model.plan().run();
            return null;
        });
        await(() -> model.plan().stateProperty().get() instanceof app.lectern.shell.Loading.Failed);
        photographWindow("deliverables-refused");
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

    private final class Noted implements Outside {
        @Override
        public void openPage(String address) {
            pages.add(address);
        }

        @Override
        public void openFolder(Path folder) {}
    }
}
