package app.lectern;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other screens lead to the meeting editor, filled in: a deliverable becomes a review meeting, a diagnosed lesson one in a calendar.
class ReviewMeetingUiTest {
    private final Keyboard robot = new Keyboard();
    private DemoWindow demo;
    private Wiring wiring;
    private MainWindow window;

    @BeforeEach
    void open(@TempDir Path folder) {
        demo = new DemoWindow(folder);
        wiring = demo.wiring;
        wiring.deliverables.showSamples(wiring.demoIntegration());
        window = demo.showChosen(Place.DELIVERABLES);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void theButtonOfADeliverableOpensTheMeetingEditorFilledIn() throws Exception {
        await(() -> demo.find("deliverables-table") instanceof TableView<?> table && !table.getItems().isEmpty());
        openTheFirst();
        var project = onFx(() -> ((TextField) demo.find("deliverable-project")).getText());
        onFx(() -> {
            demo.find("deliverable-review").requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);

        await(() -> demo.find("meeting-subject") instanceof TextField subject && subject.getText().contains(project));
        assertThat(onFx(() -> window.place().get())).isEqualTo(Place.MEETINGS);
        assertThat(onFx(() -> demo.find("meeting-accept").isVisible())).isTrue();
    }

    /// A list that is read anew meanwhile takes the selection along.
    private void openTheFirst() throws Exception {
        for (int turn = 0; turn < 300 && onFx(() -> demo.find("deliverable-review") == null); turn++) {
            onFx(() -> {
                var table = (TableView<?>) demo.find("deliverables-table");
                table.requestFocus();
                table.getSelectionModel().select(0);
                return null;
            });
            robot.push(KeyCode.ENTER);
            Thread.sleep(100);
        }
        assertThat(onFx(() -> demo.find("deliverable-review"))).isNotNull();
    }

    @Test
    void theLessonThatDiagnoseAdvisesToScheduleInsteadOpensInTheMeetingEditor() throws Exception {
        var planted = wiring.demo.cases().stream().filter(each -> each.verdict().equals("instant")).findFirst().orElseThrow();
        onFx(() -> {
            window.go(Place.DIAGNOSE);
            return null;
        });
        await(() -> demo.find("diagnose-input") != null);
        onFx(() -> {
            ((TextField) demo.find("diagnose-organiser")).setText(planted.organiser());
            ((TextField) demo.find("diagnose-input")).setText(planted.paste());
            return null;
        });
        await(() -> scheduleInstead().isPresent());
        onFx(() -> {
            scheduleInstead().orElseThrow().requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);

        await(() -> demo.find("meeting-subject") instanceof TextField subject && !subject.getText().isBlank());
        assertThat(onFx(() -> window.place().get())).isEqualTo(Place.MEETINGS);
        assertThat(onFx(() -> demo.find("meeting-accept").isVisible())).isTrue();
    }

    private Optional<Button> scheduleInstead() {
        var title = wiring.start.words().text("advice.schedule-instead.title");
        return window.scene().getRoot().lookupAll(".lx-advice").stream()
                .filter(line -> line.lookup(".title") instanceof Label label && label.getText().equals(title)).map(line -> (Button) line.lookup(".button")).findFirst();
    }
}
