package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.Planned;
import app.lectern.shell.ScreenWindow;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A meeting's link in the editor: copied it is noted, and where links are to be hidden it stands as dots until somebody asks.
class LinksUiTest {
    @TempDir
    Path folder;
    private MeetingsWindow meetings;
    private ScreenWindow window;

    @BeforeEach
    void open() throws Exception {
        meetings = new MeetingsWindow(folder);
        window = meetings.window;
        var start = LocalDateTime.ofInstant(meetings.room.clock.instant(), ZoneId.of("Europe/London")).toLocalDate().plusDays(1).atTime(10, 0);
        var scheduler = MeetingsWindow.desk(meetings.room, window.words).scheduler();
        var planned = Planned.at("Chemistry", start, ZoneId.of("Europe/London")).withOrganiser("marta.kowalska@northfield.example");
        var made = scheduler.create(meetings.integration, scheduler.draft(meetings.integration, planned), Progress.NONE).slots().getFirst();
        ScreenWindow.run(() -> meetings.model.lookAt(made));
        window.await("it is in the editor", () -> window.shows("meeting-copy-link"));
    }

    @AfterEach
    void close() throws Exception {
        meetings.close();
    }

    private String shown() throws Exception {
        return ScreenWindow.on(() -> ((Label) window.scene().lookup("#meeting-editor .url")).getText());
    }

    private String url() {
        return ((Label) window.scene().lookup("#meeting-editor .url")).getText();
    }

    @Test
    void anotherLinkIsMadeAfterSayingWhatItCosts() throws Exception {
        var before = shown();
        ScreenWindow.run(() -> ((MenuButton) window.scene().lookup("#meeting-more")).getItems().stream()
                .filter(item -> "meeting-renew-link".equals(item.getId())).findFirst().orElseThrow().fire());
        window.await("it is asked first", () -> window.shows("meeting-cancel-accept"));
        window.pictureHere("meeting-renew");
        window.focus("meeting-cancel-accept");
        window.robot.push(KeyCode.SPACE);

        window.await("the meeting with the new link is in the editor", () -> !url().isEmpty() && !url().equals(before));
        window.await("only it is in the calendar", () -> meetings.model.shown().get().data().map(now -> now.entries().stream()
                .filter(entry -> entry.state() == MeetingState.CREATED).count()).filter(count -> count == 1).isPresent());
    }

    @Test
    void theOptionsSayWhatIsSetInTeamsAlone() throws Exception {
        ScreenWindow.run(() -> window.scene().getRoot().lookupAll("#meeting-editor .titled-pane").stream().map(TitledPane.class::cast)
                .filter(pane -> pane.getText().equals(window.words.text("meetings.editor.options"))).findFirst().orElseThrow().setExpanded(true));
        window.await("breakout rooms are among them", () -> window.shows("meeting-option-breakout-rooms"));
        ScreenWindow.run(() -> ((ScrollPane) window.scene().lookup("#meeting-editor .scroll-pane")).setVvalue(1));
        window.pictureHere("meeting-options");
        assertThat(window.shows("meeting-keep-for-organiser")).isTrue();
    }

    private void hide(boolean hidden) throws Exception {
        window.change(now -> now.with(new Settings.Privacy(hidden)));
    }

    @Test
    void aCopiedLinkIsNotedAndAHiddenOneIsShownOnlyWhenAskedFor() throws Exception {
        assertThat(shown()).startsWith("https://teams.microsoft.com/");
        window.focus("meeting-copy-link");
        window.robot.push(KeyCode.SPACE);
        window.await("it is noted", () -> meetings.links.contains("copied Chemistry"));
        assertThat(ScreenWindow.on(() -> Clipboard.getSystemClipboard().getString())).startsWith("https://teams.microsoft.com/");

        hide(true);
        window.await("dots stand in its place", () -> window.shows("meeting-show-link"));
        assertThat(shown()).doesNotContain("teams").startsWith("••••");
        window.pictureHere("meeting-link-hidden");
        window.focus("meeting-show-link");
        window.robot.push(KeyCode.SPACE);
        window.await("it is noted that it was shown", () -> meetings.links.contains("shown Chemistry"));
        assertThat(shown()).startsWith("https://teams.microsoft.com/");
        assertThat(window.focused()).as("the keyboard goes on beside it").isEqualTo("meeting-copy-link");
        hide(false);
        assertThat(shown()).startsWith("https://teams.microsoft.com/");
    }
}
