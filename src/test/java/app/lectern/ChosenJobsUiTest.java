package app.lectern;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The whole window of an integration that is for attendance alone: the other screens say so, lead to the choice, and come with it.
class ChosenJobsUiTest {
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
        wiring.integrations.update(wiring.demoIntegration().meantFor(new AppJobs(Set.of(Capability.READ_ATTENDANCE))));
        onFx(() -> {
            var switcher = new AtomicReference<SwitcherViewModel>();
            Runnable reload = () -> switcher.get().load(switcher.get().selected().get().id(), () -> null);
            switcher.set(WindowScreens.switcher(wiring, jobs, () -> {}, () -> {}, problem -> {}));
            ShellParts parts = new WindowScreens(wiring, jobs, switcher.get(), reload).parts(problem -> {});
            window = new MainWindow(parts);
            stage = new Stage();
            window.show(stage);
            switcher.get().load("", wiring::demoIntegration);
            window.go(Place.RECORDINGS);
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

    private void go(Place place) throws Exception {
        onFx(() -> {
            window.go(place);
            return null;
        });
    }

    private void press(String id) throws Exception {
        await(() -> find(id) != null);
        onFx(() -> {
            find(id).requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);
    }

    @Test
    void whatWasLeftOutSaysSoAndComesWhenItIsChosen() throws Exception {
        await(() -> find("job-choose") != null);
        assertThat(onFx(() -> find("recordings-sync"))).isNull();
        go(Place.MEETINGS);
        await(() -> find("meetings-new") != null && find("meetings-new").isDisabled());

        go(Place.RECORDINGS);
        press("job-choose");
        await(() -> find("integration-jobs") != null);
        assertThat(onFx(() -> window.place().get())).isEqualTo(Place.INTEGRATIONS);
        onFx(() -> {
            ((ChoiceBox<?>) find("jobs-choice")).getSelectionModel().select(0);
            return null;
        });
        press("jobs-save");
        await(() -> wiring.demoIntegration().jobs().isAll());

        go(Place.RECORDINGS);
        await(() -> find("recordings-sync") != null && find("job-choose") == null);
        go(Place.MEETINGS);
        await(() -> find("meetings-new") != null && !find("meetings-new").isDisabled());
    }
}
