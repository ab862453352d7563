package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.JobState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What opens over the window: settings, problems, questions, help, tasks and the bell, met with a keyboard and a mouse.
class WindowBoxesUiTest extends SampleWindow {
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
    void failuresStayUnderTheBell() {
        Toolkit.run(() -> window.notifications().failed(app.lectern.problems.Problem.of(app.lectern.problems.Problem.Code.DISK_FULL)));
        settle();

        assertThat(window.scene().lookup(".lx-bell-count").isVisible()).isTrue();
        click("#bell");
        photograph("bell");
        assertThat(window.notifications().unread().get()).isZero();
        press(KeyCode.ESCAPE);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
            settle();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private boolean visibleAnywhere(String text) {
        return labels(text).anyMatch(Node::isManaged);
    }
}
