package app.lectern.integrations.wizard;

import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings.Theme;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole wizard by keyboard, against the demo tenant through the real services.
class SetupUiTest {
    private final List<Integration> made = new CopyOnWriteArrayList<>();
    private Room room;
    private IntegrationsWindow window;
    private SetupViewModel model;
    private Path authority;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        room = new Room(folder.resolve("home"));
        authority = Files.writeString(folder.resolve("authority.pem"), room.tenant.authorityPem());
        var draft = room.setups.begin();
        window = new IntegrationsWindow(room, of -> wizard(of, draft));
    }

    private Function<Shell, Node> wizard(IntegrationsWindow of, SetupDraft draft) {
        return shell -> {
            model = new SetupViewModel(draft, new SetupParts(of.desk, of.jobs, new FxExecutor(), room.clock, room.words), made::add, () -> { });
            return SetupView.of(shell, model);
        };
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        room.close();
    }

    @Test
    void clientSecretByKeyboardFromNothingToAnIntegration() throws Exception {
        tenant();
        window.enter("setup-client", room.tenant.apps().lectern().appId());
        window.tabTo("setup-method-certificate");
        window.press(KeyCode.DOWN);
        window.picture("sign-in-secret-light");
        window.enter("setup-secret", room.tenant.apps().lectern().secret());
        window.press(KeyCode.ENTER);

        window.awaitText("2 permissions are missing");
        assertThat(window.shows("What the app can do…")).isTrue();
        window.awaitText("Continue with 9 of 11");
        window.picture("permissions-light");
        window.press(KeyCode.ENTER);

        window.awaitText("Organiser to check");
        window.enter("setup-organiser", Room.SERVICE_ACCOUNT);
        window.press(KeyCode.ENTER);
        window.awaitText("Allowed");
        window.picture("policy-light");
        window.tabTo("setup-go-on");
        window.press(KeyCode.ENTER);

        window.awaitText("Verify and continue");
        assertThat(window.shows("give it a second factor")).isTrue();
        window.press(KeyCode.ENTER);
        window.awaitText("This account can organise meetings.");
        window.picture("account-light");
        window.press(KeyCode.ENTER);

        window.awaitText("What is ready");
        window.awaitText("Sign-in works");
        window.tabTo("setup-test-meeting");
        window.press(KeyCode.ENTER);
        window.awaitText("was created");
        window.enter("setup-owner", "hannah.ivers@northfield.example");
        window.picture("finish-light");
        window.press(KeyCode.ENTER);

        window.await("no integration was made", () -> !made.isEmpty());
        assertThat(made.getFirst().serviceAccount()).isEqualTo(Room.SERVICE_ACCOUNT);
        assertThat(made.getFirst().owner()).isEqualTo("hannah.ivers@northfield.example");
        assertThat(room.integrations.list()).hasSize(1);
        assertThat(room.setups.drafts()).isEmpty();
    }

    @Test
    void deviceCodeByKeyboardFromNothingToAnIntegrationThatSaysAsWhom() throws Exception {
        room.tenant.signIn().leaveDeviceCodesPending();
        tenant();
        window.enter("setup-client", room.tenant.apps().lectern().appId());
        window.tabTo("setup-method-certificate");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);

        window.awaitText("Waiting for you to finish signing in");
        window.picture("device-code-light");
        assertThat(window.focused()).isEqualTo("device-open");
        room.tenant.signIn().approveDeviceCodes("hannah.ivers@northfield.example", 0);

        window.awaitText("Microsoft Graph permission");
        assertThat(model.draft().isDone(SetupStep.SIGN_IN)).isTrue();
        assertThat(model.draft().app().method()).isEqualTo(SignInMethod.DEVICE_CODE);
        assertThat(window.shows("hannah.ivers@northfield.example")).isTrue();
        window.awaitText("Check again");
        window.tabTo("setup-go-on");
        window.press(KeyCode.ENTER);

        window.awaitText("Not needed");
        window.tabTo("setup-go-on");
        window.press(KeyCode.ENTER);

        window.awaitText("Step 5 of 6");
        // a signed-in person may not read somebody else's mailbox, so nobody stands in
        window.tabTo("setup-go-on");
        window.press(KeyCode.ENTER);

        window.awaitText("What is ready");
        window.awaitText("Sign-in works");
        window.enter("setup-owner", "hannah.ivers@northfield.example");
        window.tabTo("setup-go-on");
        window.press(KeyCode.ENTER);
        window.await("no integration was made", () -> !made.isEmpty());
        assertThat(made.getFirst().signInMethod()).isEqualTo(SignInMethod.DEVICE_CODE);
        assertThat(made.getFirst().serviceAccount()).isEmpty();
        assertThat(room.access.signIn(made.getFirst()).account()).isEqualTo("hannah.ivers@northfield.example");
        assertThat(room.setups.drafts()).isEmpty();
    }

    @Test
    void theStepsAndTheCodeAreReadableInTheDarkToo() throws Exception {
        window.close();
        room.tenant.signIn().leaveDeviceCodesPending();
        var draft = room.setups.begin();
        window = new IntegrationsWindow(room, of -> wizard(of, draft), Theme.DARK);
        tenant();
        window.picture("sign-in-dark");
        window.enter("setup-client", room.tenant.apps().lectern().appId());
        window.tabTo("setup-method-certificate");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);

        window.awaitText("Waiting for you to finish signing in");
        assertThat(window.picture("device-code-dark")).isNotEmptyFile();
    }

    @Test
    void anAppThatOnlyReadsIsRegisteredForTheJobsThatAreChosenBesideTheLines() throws Exception {
        tenant();
        window.picture("sign-in-certificate-light");
        window.tabTo("setup-register-copy");
        window.press(KeyCode.SPACE);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).contains("# Calendars.ReadWrite", "# CallRecords.Read.All");
        window.tabTo("jobs-choice");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.tabTo("setup-register-copy");
        window.press(KeyCode.SPACE);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).contains("# Calendars.Read\n", "# OnlineMeetings.Read.All\n", "KeyCredentials")
                .doesNotContain("# Calendars.ReadWrite", "# CallRecords.Read.All");
        window.picture("sign-in-reads-light");
        window.await("the choice is not kept", () -> room.setups.drafts().getFirst().app().jobs().equals(AppJobs.READ_ONLY));
        window.tabTo("jobs-choice");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.tabTo("job-diagnose");
        window.press(KeyCode.SPACE);
        window.picture("sign-in-jobs-light");
        window.tabTo("setup-register-copy");
        window.press(KeyCode.SPACE);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).contains("# Calendars.Read\n", "# CallRecords.Read.All").doesNotContain("# Calendars.ReadWrite");
    }

    /// The first step, from the choice of the cloud on.
    private void tenant() throws Exception {
        window.tabTo("setup-cloud");
        window.press(KeyCode.SPACE);
        for (int i = 0; i < 4; i++) {
            window.press(KeyCode.DOWN);
        }
        window.press(KeyCode.ENTER);
        window.awaitText("Login endpoint");
        assertThat(window.shows("What it takes")).isTrue();
        window.enter("setup-login", room.tenant.loginEndpoint());
        window.enter("setup-graph", room.tenant.graphEndpoint());
        window.enter("setup-authority", authority.toString());
        window.enter("setup-tenant", "northfield.example");
        window.picture("tenant-light");
        window.press(KeyCode.ENTER);
        window.awaitText("Application (client) id");
        assertThat(window.shows("No app is registered yet?")).isTrue();
    }
}
