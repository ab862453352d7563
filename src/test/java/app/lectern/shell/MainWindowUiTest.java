package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.JobState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The window as a person with a keyboard and a mouse meets it, on the headless platform.
class MainWindowUiTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> done = new ArrayList<>();
    private SampleShell sample;
    private MainWindow window;
    private Stage stage;
    private Path folder;
    private Complaints complaints;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        complaints = new Complaints();
        sample = new SampleShell(folder, new FxExecutor()).withPalette().withTasks();
        sample.screens.add(Screen.of(Place.OVERVIEW, shell -> filtered())
                .on(Screen.Verb.REFRESH, () -> done.add("refresh"))
                .on(Screen.Verb.SYNC, () -> done.add("sync"))
                .on(Screen.Verb.NEW, () -> done.add("new")));
        Toolkit.onFx(() -> {
            window = new MainWindow(sample.parts());
            stage = new Stage();
            window.show(stage);
            return null;
        });
        settle();
    }

    @AfterEach
    void close() throws Exception {
        Toolkit.onFx(() -> {
            stage.hide();
            return null;
        });
        sample.jobs.close();
        complaints.close();
        assertThat(complaints.logged()).as("what JavaFX logged").isEmpty();
    }

    private static Node filtered() {
        var filter = new TextField();
        filter.setId("filter");
        var list = new VBox(new javafx.scene.control.Button("row"));
        var filters = new VBox(filter);
        filters.getStyleClass().add(Focus.AREA);
        list.getStyleClass().add(Focus.AREA);
        return new VBox(filters, list, new Label("end"));
    }

    @Test
    void controlAndANumberGoToTheScreen() {
        press(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(window.place().get()).isEqualTo(Place.RECORDINGS);

        press(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(window.place().get()).isEqualTo(Place.SETTINGS);
        assertThat(stage.getTitle()).contains("Settings").contains("simulated");
    }

    @Test
    void aClickInTheNavigationGoesThere() {
        click("#go-diagnose");

        assertThat(window.place().get()).isEqualTo(Place.DIAGNOSE);
        assertThat(visible("Find out why a meeting has no link, no recording or no attendance")).isTrue();
    }

    @Test
    void aWorkspaceShowsItsOwnScreensAndTheOthersStayReachable() throws Exception {
        Toolkit.onFx(() -> {
            var was = sample.choices.selected().get();
            sample.choices.selected().set(new IntegrationChoices.Choice(was.id(), was.name(), was.signInMode(), was.state(), was.health(),
                    was.simulated(), java.util.EnumSet.of(Place.OVERVIEW, Place.RECORDINGS, Place.SETTINGS)));
            return null;
        });
        settle();
        assertThat(window.scene().lookup("#go-accounts").isVisible()).isFalse();
        assertThat(window.scene().lookup("#go-recordings").isVisible()).isTrue();

        press(KeyCode.DOWN);
        press(KeyCode.SPACE);
        assertThat(window.place().get()).as("the next that is shown").isEqualTo(Place.RECORDINGS);
        press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.place().get()).isEqualTo(Place.ACCOUNTS);
    }

    @Test
    void arrowsMoveAlongTheNavigationAndSpaceOpens() {
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(window.place().get()).isEqualTo(Place.OVERVIEW);

        press(KeyCode.SPACE);
        assertThat(window.place().get()).isEqualTo(Place.ACCOUNTS);
    }

    @Test
    void keysOfTheScreenReachIt() {
        press(KeyCode.F5);
        press(KeyCode.SHIFT, KeyCode.F5);
        press(KeyCode.CONTROL, KeyCode.N);

        assertThat(done).containsExactly("refresh", "sync", "new");
    }

    @Test
    void thePaletteFindsAndOpens() {
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("marta");
        settle();
        press(KeyCode.ENTER);

        assertThat(sample.opened).containsExactly("marta");
        assertThat(window.layers().hasModal()).isFalse();
    }

    @Test
    void thePaletteGoesToAScreenAfterMovingDown() {
        press(KeyCode.CONTROL, KeyCode.K);
        robot.write("go to a");
        settle();
        press(KeyCode.DOWN);
        press(KeyCode.UP);
        press(KeyCode.ENTER);

        assertThat(window.place().get()).isEqualTo(Place.ACCOUNTS);
    }

    @Test
    void keysOfTheWindowRestWhileThePaletteIsOpen() {
        press(KeyCode.CONTROL, KeyCode.K);
        press(KeyCode.CONTROL, KeyCode.DIGIT5);
        press(KeyCode.TAB);
        press(KeyCode.TAB);

        assertThat(window.place().get()).isEqualTo(Place.OVERVIEW);
        assertThat(Focus.isInside(window.scene().getFocusOwner(), window.scene().lookup("#palette"))).isTrue();
    }

    @Test
    void escapeClosesTheTopmostOnlyAndFocusReturns() {
        click("#filter");
        press(KeyCode.ALT, KeyCode.T);
        press(KeyCode.CONTROL, KeyCode.K);
        assertThat(window.scene().lookup("#palette")).isNotNull();

        press(KeyCode.ESCAPE);
        assertThat(window.scene().lookup("#palette")).isNull();
        assertThat(window.scene().lookup("#task-list").isVisible()).isTrue();

        press(KeyCode.ESCAPE);
        assertThat(window.scene().lookup("#task-list").isVisible()).isFalse();
        assertThat(window.scene().getFocusOwner().getId()).isEqualTo("filter");
    }

    @Test
    void f6GoesThroughTheAreasInOrderAndBack() {
        var visited = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            press(KeyCode.F6);
            visited.add(area());
        }
        assertThat(visited).containsExactly("filters", "list", "strip", "top bar", "navigation");

        press(KeyCode.SHIFT, KeyCode.F6);
        assertThat(area()).isEqualTo("top bar");
    }

    private String area() {
        var names = List.of("top bar", "navigation", "filters", "list", "strip");
        var areas = window.frame().areas();
        for (int i = 0; i < areas.size(); i++) {
            if (Focus.isInside(window.scene().getFocusOwner(), areas.get(i))) {
                return names.get(i);
            }
        }
        return "nowhere";
    }

    @Test
    void theThemeSwitchesWhileTheWindowIsOpen() {
        assertThat(window.scene().getRoot().getStyleClass()).contains("lx-light");

        Toolkit.run(() -> window.look().toggle());

        assertThat(window.scene().getRoot().getStyleClass()).contains("lx-dark").doesNotContain("lx-light");
        assertThat(window.settings().get().appearance().theme()).isEqualTo(Settings.Theme.DARK);
    }

    @Test
    void theTaskListPausesRetriesAndClears() throws InterruptedException {
        press(KeyCode.ALT, KeyCode.T);
        assertThat(text("#task-list .lx-secondary")).isEqualTo("3 running, 1 paused, 1 failed");

        click("#tasks-pause-all");
        until(() -> sample.jobs.list().stream().noneMatch(job -> job.state() == JobState.RUNNING));
        click("#tasks-clear");

        until(() -> sample.jobs.list().stream().noneMatch(job -> job.state().isFinal()));
        until(() -> text("#task-list .lx-secondary").equals("4 paused"));
    }

    @Test
    void aChangedSettingIsOnDiskAfterTheWindowCloses() {
        press(KeyCode.CONTROL, KeyCode.COMMA);
        Toolkit.run(() -> themes().setValue(Settings.Theme.DARK));
        Toolkit.run(stage::hide);

        var stored = new SettingsFile(folder.resolve("settings.json"), Clock.systemUTC()).get();
        assertThat(stored.appearance().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(stored.window().screen()).isEqualTo("settings");
    }

    @SuppressWarnings("unchecked")
    private ChoiceBox<Settings.Theme> themes() {
        return (ChoiceBox<Settings.Theme>) window.scene().lookup("#setting-theme");
    }

    @Test
    void aWrongValueIsToldAtItsField() {
        press(KeyCode.CONTROL, KeyCode.COMMA);
        Toolkit.run(() -> ((TextInputControl) window.scene().lookup("#setting-read-seconds")).setText("soon"));

        assertThat(visibleAnywhere("A number from 1 to 600.")).isTrue();
    }

    @Test
    void aProblemShowsItsSentencesAndItsRemedies() {
        var problem = app.lectern.problems.Problem.of(app.lectern.problems.Problem.Code.MAILBOX_MISSING)
                .with("account", "k.lindqvist@northfield.example")
                .seen(new app.lectern.problems.Evidence("Microsoft Graph", 404, "ResourceNotFound", "", "7be0c4d1"))
                .offering(app.lectern.problems.Remedy.openPage("https://entra.example/users"));
        Toolkit.run(() -> window.dialogs().show(problem));
        settle();

        assertThat(visible("k.lindqvist@northfield.example has no mailbox.")).isTrue();
        assertThat(visible("404 · ResourceNotFound · request 7be0c4d1")).isTrue();
        robot.clickOn("Open page");
        settle();
        assertThat(sample.opened).containsExactly("https://entra.example/users");
        assertThat(window.layers().hasModal()).isFalse();
    }

    @Test
    void aDestructiveQuestionRestsOnTheHarmlessButton() {
        var answers = new ArrayList<String>();
        Toolkit.run(() -> window.dialogs().confirm(Dialogs.Confirmation
                .of("Delete this meeting? 26 people get a cancellation.", "", "Delete and tell 26 people", "Keep")
                .dangerous().sameAs(SameCommand.of("meetings", "delete", "42")), () -> answers.add("deleted")));
        settle();
        press(KeyCode.ENTER);
        assertThat(answers).isEmpty();
        assertThat(window.layers().hasModal()).isFalse();
    }

    @Test
    void helpShowsTheKeys() {
        press(KeyCode.F1);

        assertThat(visible("Keys that work everywhere")).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(window.layers().hasModal()).isFalse();
    }

    @Test
    void helpTellsStaffWhichWayOfMeetingGivesWhatAndWhenFiguresAreThere() {
        Toolkit.run(() -> window.go(Place.MEETINGS));
        press(KeyCode.F1);
        assertThat(List.of("How do I make a meeting?", "May I press “Meet now” in Teams?", "What about a channel meeting?", "And a call from a chat?"))
                .allMatch(this::visible);
        Toolkit.run(() -> write("help-meetings", Png.encode(window.scene().snapshot(null))));
        press(KeyCode.ESCAPE);
        Toolkit.run(() -> window.go(Place.ATTENDANCE));
        press(KeyCode.F1);
        assertThat(List.of("When are the figures there?", "Why does a meeting have no figures?")).allMatch(this::visible);
        Toolkit.run(() -> write("help-attendance", Png.encode(window.scene().snapshot(null))));
        press(KeyCode.ESCAPE);
        assertThat(window.layers().hasModal()).isFalse();
    }

    @Test
    void helpAnswersWhatPeopleAskAboutRecordings() {
        press(KeyCode.F1);
        assertThat(window.scene().lookup("#help-questions")).as("nothing is asked about the overview").isNull();
        press(KeyCode.ESCAPE);
        Toolkit.run(() -> window.go(Place.RECORDINGS));

        press(KeyCode.F1);

        assertThat(visible("Where do the files lie?")).isTrue();
        assertThat(visible("How long is a recording kept?")).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(window.layers().hasModal()).isFalse();
    }

    @Test
    void theRailCollapsesAndTheChoiceIsKept() {
        click("#brand");

        assertThat(window.frame().navigation().getWidth()).isEqualTo(NavigationRail.NARROW);
        assertThat(window.settings().get().window().railCollapsed()).isTrue();
    }

    @Test
    void theSwitcherChangesTheTenantAndTheDemoBannerGoes() {
        assertThat(window.scene().lookup("#demo-banner").isVisible()).isTrue();
        click("#switcher");
        photograph("menu");
        robot.clickOn("Harbour Learning Trust");
        settle();

        assertThat(window.scene().lookup("#demo-banner").isVisible()).isFalse();
        assertThat(stage.getTitle()).isEqualTo("Lectern – Overview – Harbour Learning Trust");
    }

    @Test
    void failuresStayUnderTheBell() {
        Toolkit.run(() -> window.notifications().failed(app.lectern.problems.Problem.of(app.lectern.problems.Problem.Code.DISK_FULL)));
        settle();

        assertThat(window.scene().lookup(".lx-bell-count").isVisible()).isTrue();
        click("#bell");
        photograph("bell");
        assertThat(window.notifications().unread().get()).isZero();
        press(KeyCode.ESCAPE);
    }

    @Test
    void everyIconOnlyButtonHasANameAndATooltip() {
        press(KeyCode.ALT, KeyCode.T);
        for (var node : window.scene().getRoot().lookupAll(".lx-icon-button")) {
            var button = (javafx.scene.control.Button) node;
            if (button.isVisible() && button.getParent().isVisible() && button.getGraphic() != null) {
                assertThat(button.getAccessibleText()).as(button.toString()).isNotBlank();
                assertThat(button.getTooltip()).as(button.toString()).isNotNull();
            }
        }
    }

    /// For the eye: the popup that is open now.
    private static void photograph(String name) {
        Toolkit.run(() -> javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.PopupWindow.class::isInstance)
                .findFirst()
                .ifPresent(popup -> write(name, Png.encode(popup.getScene().snapshot(null)))));
    }

    private static void write(String name, byte[] png) {
        try {
            java.nio.file.Files.write(java.nio.file.Files.createDirectories(Path.of("target/pictures")).resolve(name + ".png"), png);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private void press(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        settle();
    }

    private void click(String query) {
        robot.clickOn(query);
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
            settle();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private String text(String query) {
        return ((Label) window.scene().getRoot().lookup(query)).getText();
    }

    private boolean visible(String text) {
        return labels(text).anyMatch(Node::isVisible);
    }

    private boolean visibleAnywhere(String text) {
        return labels(text).anyMatch(Node::isManaged);
    }

    private java.util.stream.Stream<Node> labels(String text) {
        return window.scene().getRoot().lookupAll(".label").stream().filter(node -> text.equals(((Label) node).getText()));
    }
}
