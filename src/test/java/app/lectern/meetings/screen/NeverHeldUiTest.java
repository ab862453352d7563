package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.attendance.AttendanceSync;
import app.lectern.demo.school.MeetingKind;
import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.planning.NeverHeld.Row;
import app.lectern.shell.ScreenWindow;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncTally;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of meetings that nobody came to, from the demo college's own attendance, by keyboard.
class NeverHeldUiTest {
    @TempDir
    Path folder;
    private MeetingsWindow meetings;
    private ScreenWindow window;

    @BeforeEach
    void open() throws Exception {
        meetings = new MeetingsWindow(folder);
        window = meetings.window;
        emptyLessons();
        meetings.know();
        ScreenWindow.run(meetings.model::load);
        window.await("the calendar is there", () -> window.shows("meetings-week"));
    }

    @AfterEach
    void close() throws Exception {
        meetings.close();
    }

    /// Nobody opened these two; Marta held others.
    private void emptyLessons() {
        var school = meetings.room.tenant.school();
        school.exclusively(() -> {
            for (int day = 3; day <= 4; day++) {
                var start = meetings.room.clock.instant().minus(Duration.ofDays(day)).truncatedTo(ChronoUnit.HOURS);
                school.meetings().make(school.person("marta.kowalska"), MeetingKind.SCHEDULED, "Homework club " + day, start, start.plus(Duration.ofHours(1)), start);
            }
            return null;
        });
    }

    private void choose() throws Exception {
        ScreenWindow.run(() -> ((MenuButton) window.scene().lookup("#meetings-more")).getItems().stream()
                .filter(item -> item.getText().equals(meetings.room.words.text("never-held"))).findFirst().orElseThrow().fire());
    }

    private void readAttendance() throws Exception {
        var room = meetings.room;
        var known = new KnownMeetings(room.store);
        new AttendanceSync(room.store, known, new MeetingIds(room.store, room.access::session, room.clock), room.access::session, room.clock)
                .sync(SyncOrder.everything(meetings.integration), new SyncTally(), Progress.NONE);
    }

    @Test
    @SuppressWarnings("unchecked")
    void nothingIsKnownUntilAttendanceIsReadAndThenTheListLeadsToTheMeeting() throws Exception {
        choose();
        window.await("it says that nothing is known", () -> window.shows("never-held-close"));
        window.pictureHere("never-held-unknown");
        window.robot.push(KeyCode.SPACE);
        readAttendance();

        choose();
        window.await("the rows are there", () -> window.shows("never-held-rows"));
        window.pictureHere("never-held");
        window.theme(Settings.Theme.DARK);
        window.pictureHere("never-held-dark");
        window.theme(Settings.Theme.LIGHT);
        var table = (TableView<Row>) window.scene().lookup("#never-held-rows");
        assertThat(table.getItems()).hasSize(2).allSatisfy(row -> assertThat(row.why().isNeverHeld()).isTrue());
        assertThat(List.copyOf(table.getItems())).extracting(row -> row.last().start()).allMatch(start -> start.isBefore(meetings.room.clock.instant()));
        var first = table.getSelectionModel().getSelectedItem();
        assertThat(((Button) window.scene().lookup("#never-held-show")).isDisabled()).isFalse();
        window.robot.push(KeyCode.ENTER);

        window.await("the meeting is chosen in the calendar", () -> meetings.model.chosen().get()
                .flatMap(CalendarEntry::meeting).filter(each -> each.id() == first.last().id()).isPresent() && !window.shows("never-held-rows"));
    }
}
