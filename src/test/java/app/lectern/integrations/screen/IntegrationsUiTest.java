package app.lectern.integrations.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings.Theme;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.upkeep.UpkeepKind;
import app.lectern.integrations.wizard.IntegrationsWindow;
import app.lectern.integrations.wizard.SetupParts;
import app.lectern.jobs.Progress;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.Shell;
import app.lectern.shell.Toolkit;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The Integrations screen on real services and the demo tenant.
class IntegrationsUiTest {
    private final AtomicInteger changes = new AtomicInteger();
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

    private Function<IntegrationsWindow, Function<Shell, Node>> screen() {
        return of -> shell -> {
            model = new IntegrationsViewModel(room.integrationsDesk(),
                    new SetupParts(of.desk, of.jobs, new FxExecutor(), room.clock, room.words), changes::incrementAndGet, made -> { });
            return IntegrationsView.of(shell, model);
        };
    }

    private Integration known() throws InterruptedException {
        var known = room.integrations.update(room.connected().organisingAs(Room.SERVICE_ACCOUNT));
        room.accounts.check(known);
        room.checks.run(known, Progress.NONE);
        return known;
    }

    @Test
    void theFirstStartOffersTwoWaysToBegin() throws Exception {
        window = new IntegrationsWindow(room, screen());
        window.awaitText("Connect your first tenant");
        window.picture("first-run-light");
        assertThat(window.shows("Connect a tenant")).isTrue();

        Toolkit.onFx(() -> {
            model.tryDemo();
            return null;
        });
        window.await("the demo tenant is not there", () -> changes.get() == 1);
        window.awaitText("Check now");
    }

    @Test
    void connectingATenantOpensTheWizardAndLeavingItKeepsTheDraft() throws Exception {
        window = new IntegrationsWindow(room, screen());
        window.awaitText("Connect your first tenant");
        Toolkit.onFx(() -> {
            model.add();
            return null;
        });
        window.awaitText("Step 1 of 6");
        window.enter("setup-tenant", "northfield.example");
        window.tabTo("setup-leave");
        window.press(KeyCode.ENTER);

        window.awaitText("Go on with the setup");
        assertThat(room.setups.drafts().getFirst().tenant().entered()).isEqualTo("northfield.example");
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void theDetailsShowThePlantedFaultsByJob(Theme theme) throws Exception {
        var known = known();
        window = new IntegrationsWindow(room, screen(), theme);

        window.awaitText("By job");
        assertThat(window.shows("OnlineMeetingTranscript.Read.All is not granted.")).isTrue();
        assertThat(window.shows("ends in 23 days")).isTrue();
        var report = room.checks.last(known).orElseThrow().permissions().orElseThrow();
        assertThat(report.capability(Capability.GET_TRANSCRIPTS).missing()).isNotEmpty();
        window.picture("integrations-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void whatIsDueAgainIsMarkedAsDoneByKeyboard() throws Exception {
        var known = known();
        window = new IntegrationsWindow(room, screen());
        window.awaitText("Upkeep");
        window.tabTo("upkeep-usage");
        window.press(KeyCode.SPACE);
        window.awaitText("Last done");
        assertThat(room.upkeep.of(known)).filteredOn(each -> each.kind() == UpkeepKind.USAGE).allMatch(each -> each.done().isPresent());
        window.tabTo("upkeep-permissions");
        window.picture("upkeep-light");
    }

    @Test
    void deletingNamesWhatGoesAndAsksFirst() throws Exception {
        var known = known();
        window = new IntegrationsWindow(room, screen());
        window.awaitText("By job");
        Toolkit.onFx(() -> {
            new IntegrationDialogsView(window.window, model).delete(known);
            return null;
        });

        window.awaitText("With it go from this computer");
        window.press(KeyCode.ENTER);
        window.await("the dialog stays", () -> !window.shows("With it go from this computer"));
        assertThat(room.integrations.list()).as("Keep has the focus").hasSize(1);

        Toolkit.onFx(() -> {
            new IntegrationDialogsView(window.window, model).delete(known);
            return null;
        });
        window.awaitText("With it go from this computer");
        window.press(KeyCode.TAB);
        window.press(KeyCode.ENTER);
        window.await("it is still there", () -> room.integrations.list().isEmpty());
        window.awaitText("Connect your first tenant");
    }

    @Test
    void everythingThatWasChosenCanBeChangedByKeyboardAndWhatItNeedsThenIsAsked() throws Exception {
        known();
        window = new IntegrationsWindow(room, screen());
        window.awaitText("By job");
        window.tabTo("integration-edit-open");
        window.press(KeyCode.ENTER);
        window.awaitText("Save changes");
        window.picture("edit-light");
        window.enter("edit-name", "Northfield, renamed");
        window.tabTo("edit-method");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.tabTo("edit-role");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.tabTo("edit-save");
        window.press(KeyCode.ENTER);

        window.awaitText("New certificate for Northfield, renamed");
        window.picture("rotate-certificate-light");
        var changed = room.integrations.list().getFirst();
        assertThat(changed.name()).isEqualTo("Northfield, renamed");
        assertThat(changed.signInMethod()).isEqualTo(SignInMethod.CERTIFICATE);
        assertThat(changed.role()).isEqualTo(WorkspaceRole.STAFF);
    }

    @Test
    void aTenantThatCannotBeIsRefusedAndNothingIsChanged() throws Exception {
        var known = known();
        window = new IntegrationsWindow(room, screen());
        window.awaitText("By job");
        window.tabTo("integration-edit-open");
        window.press(KeyCode.ENTER);
        window.awaitText("Save changes");
        window.enter("edit-tenant", "outlook.com");
        window.tabTo("edit-save");
        window.press(KeyCode.ENTER);

        window.awaitText("personal");
        assertThat(room.integrations.find(known.id()).orElseThrow().tenant()).isEqualTo(known.tenant());
    }

    @Test
    void aMissingPermissionSaysSoOnTheScreenThatNeedsIt() throws Exception {
        var report = room.permissions.report(room.connected(), Progress.NONE);
        window = new IntegrationsWindow(room, of -> shell ->
                new PermissionMissingPane(shell, report, report.capability(Capability.GET_TRANSCRIPTS), () -> { }));

        window.awaitText("“Get transcripts” needs one more permission");
        window.picture("permission-missing-light");
        window.tabTo("permission-open");
        window.press(KeyCode.ENTER);
        assertThat(window.opened).singleElement().asString().contains(room.tenant.apps().lectern().appId());
    }
}
