package app.lectern;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window of an integration that is for attendance alone: the other screens say so, lead to the choice, and come with it.
class ChosenJobsUiTest {
    private final Keyboard robot = new Keyboard();
    private DemoWindow demo;
    private Wiring wiring;
    private MainWindow window;

    @BeforeEach
    void open(@TempDir Path folder) {
        demo = new DemoWindow(folder);
        wiring = demo.wiring;
        wiring.integrations.update(wiring.demoIntegration().meantFor(new AppJobs(Set.of(Capability.READ_ATTENDANCE))));
        window = demo.showChosen(Place.RECORDINGS);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    private void go(Place place) throws Exception {
        onFx(() -> {
            window.go(place);
            return null;
        });
    }

    private void press(String id) throws Exception {
        await(() -> demo.find(id) != null);
        onFx(() -> {
            demo.find(id).requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);
    }

    @Test
    void whatWasLeftOutSaysSoAndComesWhenItIsChosen() throws Exception {
        await(() -> demo.find("job-choose") != null);
        assertThat(onFx(() -> demo.find("recordings-sync"))).isNull();
        go(Place.MEETINGS);
        await(() -> demo.find("meetings-new") != null && demo.find("meetings-new").isDisabled());

        go(Place.RECORDINGS);
        press("job-choose");
        await(() -> demo.find("integration-jobs") != null);
        assertThat(onFx(() -> window.place().get())).isEqualTo(Place.INTEGRATIONS);
        onFx(() -> {
            ((ChoiceBox<?>) demo.find("jobs-choice")).getSelectionModel().select(0);
            return null;
        });
        press("jobs-save");
        await(() -> wiring.demoIntegration().jobs().isAll());

        go(Place.RECORDINGS);
        await(() -> demo.find("recordings-sync") != null && demo.find("job-choose") == null);
        go(Place.MEETINGS);
        await(() -> demo.find("meetings-new") != null && !demo.find("meetings-new").isDisabled());
    }
}
