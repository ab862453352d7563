package app.lectern.integrations.screen;

import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings.Theme;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.wizard.IntegrationsWindow;
import app.lectern.integrations.wizard.SetupParts;
import app.lectern.jobs.Progress;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an integration is for: shown in its details, changed there, and said on the screens that it leaves out.
class JobsUiTest {
    private final ObjectProperty<Optional<Integration>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final AtomicInteger asked = new AtomicInteger();
    private Room room;
    private IntegrationsWindow window;
    private IntegrationsViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        room = new Room(folder);
    }

    @AfterEach
    void close() {
        window.close();
        room.close();
    }

    private Function<IntegrationsWindow, Function<Shell, Node>> integrations() {
        return of -> shell -> {
            model = new IntegrationsViewModel(room.integrationsDesk(),
                    new SetupParts(of.desk, of.jobs, new FxExecutor(), room.clock, room.words), () -> { }, made -> { });
            return IntegrationsView.of(shell, model);
        };
    }

    private Function<IntegrationsWindow, Function<Shell, Node>> attendance(JobGatePane.Jobs jobs) {
        var screen = Screen.of(Place.ATTENDANCE, shell -> new VBox(new Label("Who was there")));
        return of -> shell -> JobGatePane.before(screen, jobs, chosen, gate -> asked.incrementAndGet()).view().apply(shell);
    }

    @Test
    void theJobsAreChangedInTheDetailsByKeyboardAndLookedAtAnew() throws Exception {
        var known = room.integrations.update(room.connected().organisingAs(Room.SERVICE_ACCOUNT));
        room.checks.run(known, Progress.NONE);
        window = new IntegrationsWindow(room, integrations());
        window.awaitText("CallRecords.Read.All is not granted.");
        assertThat(window.shows("All that Lectern does")).isTrue();

        window.tabTo("integration-jobs-open");
        window.press(KeyCode.ENTER);
        window.awaitText("What " + known.name() + " is for");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.tabTo("job-diagnose");
        window.press(KeyCode.SPACE);
        window.picture("jobs-light");
        window.tabTo("jobs-save");
        window.press(KeyCode.ENTER);

        window.await("nothing was looked at anew", () -> room.checks.history(known, 5).size() == 2);
        var jobs = room.integrations.find(known.id()).orElseThrow().jobs();
        assertThat(jobs.include(Capability.DIAGNOSE)).isFalse();
        assertThat(jobs.include(Capability.CREATE_MEETINGS)).isTrue();
        window.awaitText("7 of 10 jobs");
        window.awaitText("Not chosen");
        window.await("the call records are still missed", () -> !window.shows("CallRecords.Read.All is not granted."));
        window.picture("jobs-chosen-light");
    }

    @Test
    void theLastJobCannotBeTakenAway() throws Exception {
        room.integrations.update(room.connected().meantFor(new AppJobs(Set.of(Capability.DIAGNOSE))));
        window = new IntegrationsWindow(room, integrations());
        window.awaitText("What it is for");
        window.tabTo("integration-jobs-open");
        window.press(KeyCode.ENTER);
        window.tabTo("job-diagnose");
        window.press(KeyCode.SPACE);
        window.tabTo("jobs-save");
        window.press(KeyCode.ENTER);
        window.await("the check did not come", () -> room.checks.last(room.integrations.list().getFirst()).isPresent());
        assertThat(room.integrations.list().getFirst().jobs().chosen()).containsExactly(Capability.DIAGNOSE);
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void aScreenThatIsNotChosenSaysSoAndLeadsToTheChoice(Theme theme) throws Exception {
        var of = room.connected();
        chosen.set(Optional.of(of.meantFor(new AppJobs(Set.of(Capability.CREATE_MEETINGS)))));
        window = new IntegrationsWindow(room, attendance(JobGatePane.Jobs.any(Capability.READ_ATTENDANCE)), theme);
        window.awaitText(of.name() + " is not for this");
        assertThat(window.shows("Who was there")).isFalse();
        window.picture("job-not-chosen-" + theme.name().toLowerCase(Locale.ROOT));
        window.tabTo("job-choose");
        window.press(KeyCode.ENTER);
        window.await("the choice was not opened", () -> asked.get() == 1);

        onFx(() -> {
            chosen.set(Optional.of(of));
            return null;
        });
        window.awaitText("Who was there");
        assertThat(window.shows("is not for this")).isFalse();
    }

    @Test
    void aScreenOfWhichAPartIsNotChosenIsShownAndSaysWhichPart() throws Exception {
        var of = room.connected();
        chosen.set(Optional.of(of.meantFor(AppJobs.READ_ONLY)));
        window = new IntegrationsWindow(room, attendance(JobGatePane.Jobs.any(Capability.READ_ATTENDANCE, Capability.CREATE_MEETINGS).also(Capability.CREATE_MEETINGS)));
        window.awaitText(of.name() + " is not for “Create meetings”");
        assertThat(window.shows("Who was there")).isTrue();
        window.picture("job-part-light");
    }
}
