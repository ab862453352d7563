package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.InvitationAnswer;
import app.lectern.shell.Loading;
import app.lectern.shell.ScreenWindow;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The calendar as a person meets it, in the real window.
class MeetingsCalendarUiTest {
    @TempDir
    Path folder;
    private MeetingsWindow meetings;
    private ScreenWindow window;

    @BeforeEach
    void open() throws Exception {
        meetings = new MeetingsWindow(folder);
        window = meetings.window;
    }

    @AfterEach
    void close() throws Exception {
        meetings.close();
    }

    private void load() throws Exception {
        ScreenWindow.run(meetings.model::load);
        window.await("the meetings are read", () -> meetings.model.shown().get() instanceof Loading.Ready);
    }

    @Test
    void theKeyboardGoesThroughDaysAndMeetings() throws Exception {
        meetings.know();
        load();
        window.focus("meetings-week");
        var first = meetings.model.page().get().day();
        window.robot.push(KeyCode.PAGE_DOWN);
        window.await("the next week shows", () -> meetings.model.page().get().day().equals(first.plusWeeks(1)));
        window.await("it is read", () -> meetings.model.shown().get() instanceof Loading.Ready);
        assertThat(window.focused()).as("turning a page keeps the keyboard").isEqualTo("meetings-week");
        window.robot.push(KeyCode.T);
        window.await("this week shows", () -> meetings.model.page().get().day().equals(first));
        window.await("this week is read", () -> meetings.model.shown().get() instanceof Loading.Ready);

        window.robot.push(KeyCode.HOME);
        for (int slot = 0; slot < 20 && meetings.model.chosen().get().isEmpty(); slot++) {
            window.robot.push(KeyCode.DOWN);
        }
        if (meetings.model.chosen().get().isEmpty()) {
            window.robot.push(KeyCode.HOME).push(KeyCode.LEFT);
            for (int slot = 0; slot < 20 && meetings.model.chosen().get().isEmpty(); slot++) {
                window.robot.push(KeyCode.DOWN);
            }
        }
        assertThat(meetings.model.chosen().get()).isPresent();
        window.await("its details are read", () -> meetings.model.details().get().isPresent());
    }

    @Test
    void answersAreCountedAndStandBesideEachPerson() throws Exception {
        var pane = ScreenWindow.on(() -> {
            var answers = new AnswersPane(window.words);
            answers.show(List.of(new Attendee("a@northfield.example", "Ada", true, InvitationAnswer.ACCEPTED),
                    new Attendee("b@northfield.example", "Ben", true, InvitationAnswer.ACCEPTED),
                    new Attendee("c@northfield.example", "", false, InvitationAnswer.DECLINED), new Attendee("d@northfield.example", "Dee", true)));
            new Scene(answers).snapshot(null);
            return answers;
        });
        var said = pane.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList();
        assertThat(said).contains("1 without an answer · 2 accepted · 1 declined", "c@northfield.example (optional)")
                .containsSequence("Ada", "a@northfield.example", "Accepted").endsWith("Dee", "d@northfield.example", "No answer");
        assertThat(ScreenWindow.on(() -> {
            pane.show(List.of());
            return pane.isVisible();
        })).isFalse();
    }

    @Test
    void theScreenIsPhotographed() throws Exception {
        window.picture("meetings-empty");
        meetings.know();
        load();
        ScreenWindow.run(() -> meetings.model.choose(meetings.model.shown().get().data().orElseThrow().entries().getFirst()));
        window.picture("meetings-week-light");
        window.picture("meetings-week-narrow", 1180, 720, () -> {});
        ScreenWindow.run(() -> meetings.model.show(CalendarMode.MONTH));
        window.picture("meetings-month-light");
        ScreenWindow.run(() -> meetings.model.show(CalendarMode.LIST));
        window.picture("meetings-list-light");
        window.theme(Settings.Theme.DARK);
        ScreenWindow.run(() -> meetings.model.show(CalendarMode.WEEK));
        window.picture("meetings-week-dark");
        window.theme(Settings.Theme.LIGHT);
        meetings.report = meetings.room.permissions.report(meetings.room.connected(meetings.room.tenant.apps().bare()), Progress.NONE);
        load();
        window.picture("meetings-permission");
        assertThat(meetings.model.missing().get()).isPresent();
    }
}
