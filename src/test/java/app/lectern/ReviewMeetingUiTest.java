package app.lectern;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.jobs.Jobs;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.ShellParts;
import app.lectern.shell.Toolkit;
import app.lectern.store.ReadyStore;
import app.lectern.vault.Keychain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Other screens lead to the meeting editor, filled in: a deliverable becomes a review meeting, a diagnosed lesson one in a calendar.
class ReviewMeetingUiTest {
    private final FxRobot robot = new FxRobot();
    private Wiring wiring;
    private Jobs jobs;
    private MainWindow window;
    private Stage stage;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        Toolkit.start();
        var start = Start.of(ReadyStore.in(folder), Clock.systemUTC(), Map.of());
        wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
        jobs = new Jobs(new FxExecutor(), start.clock());
        wiring.deliverables.showSamples(wiring.demoIntegration());
        onFx(() -> {
            SwitcherViewModel switcher = WindowScreens.switcher(wiring, jobs, () -> {}, () -> {}, problem -> {});
            ShellParts parts = new WindowScreens(wiring, jobs, switcher, () -> {}).parts(problem -> {});
            window = new MainWindow(parts);
            stage = new Stage();
            window.show(stage);
            switcher.load("", wiring::demoIntegration);
            window.go(Place.DELIVERABLES);
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return null;
        });
        jobs.close();
        wiring.close();
    }

    private Node find(String id) {
        return window.scene().lookup("#" + id);
    }

    @Test
    void theButtonOfADeliverableOpensTheMeetingEditorFilledIn() throws Exception {
        await(() -> find("deliverables-table") instanceof TableView<?> table && !table.getItems().isEmpty());
        openTheFirst();
        var project = onFx(() -> ((TextField) find("deliverable-project")).getText());
        onFx(() -> {
            find("deliverable-review").requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);

        await(() -> find("meeting-subject") instanceof TextField subject && subject.getText().contains(project));
        assertThat(onFx(() -> window.place().get())).isEqualTo(Place.MEETINGS);
        assertThat(onFx(() -> find("meeting-accept").isVisible())).isTrue();
    }

    /// A list that is read anew meanwhile takes the selection along.
    private void openTheFirst() throws Exception {
        for (int turn = 0; turn < 300 && onFx(() -> find("deliverable-review") == null); turn++) {
            onFx(() -> {
                var table = (TableView<?>) find("deliverables-table");
                table.requestFocus();
                table.getSelectionModel().select(0);
                return null;
            });
            robot.push(KeyCode.ENTER);
            Thread.sleep(100);
        }
        assertThat(onFx(() -> find("deliverable-review"))).isNotNull();
    }

    @Test
    void theLessonThatDiagnoseAdvisesToScheduleInsteadOpensInTheMeetingEditor() throws Exception {
        var planted = wiring.demo.cases().stream().filter(each -> each.verdict().equals("instant")).findFirst().orElseThrow();
        onFx(() -> {
            window.go(Place.DIAGNOSE);
            return null;
        });
        await(() -> find("diagnose-input") != null);
        onFx(() -> {
            ((TextField) find("diagnose-organiser")).setText(planted.organiser());
            ((TextField) find("diagnose-input")).setText(planted.paste());
            return null;
        });
        await(() -> scheduleInstead().isPresent());
        onFx(() -> {
            scheduleInstead().orElseThrow().requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);

        await(() -> find("meeting-subject") instanceof TextField subject && !subject.getText().isBlank());
        assertThat(onFx(() -> window.place().get())).isEqualTo(Place.MEETINGS);
        assertThat(onFx(() -> find("meeting-accept").isVisible())).isTrue();
    }

    private Optional<Button> scheduleInstead() {
        var title = wiring.start.words().text("advice.schedule-instead.title");
        return window.scene().getRoot().lookupAll(".lx-advice").stream()
                .filter(line -> line.lookup(".title") instanceof Label label && label.getText().equals(title)).map(line -> (Button) line.lookup(".button")).findFirst();
    }
}
