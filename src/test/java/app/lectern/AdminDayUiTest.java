package app.lectern;

import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.entra.AppRegistration;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.screen.IntegrationFacts;
import app.lectern.integrations.waiting.Wait;
import app.lectern.shell.Place;
import app.lectern.shell.settings.SettingsGroup;
import app.lectern.vault.Keychain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A day of an administrator: Lectern is started for the first time, looked around in, connected to a tenant in two ways, and left to
/// sync by itself. One window for the whole day.
class AdminDayUiTest {
    private static final Instant MORNING = Instant.parse("2026-11-18T09:30:00Z");
    private static final String ACCOUNT = "lms-teams-service@northfield.example";
    private static final String ADMIN = "hannah.ivers@northfield.example";
    private static final RememberedPrograms PROGRAMS = new RememberedPrograms();
    @TempDir
    private static Path folder;
    private static DemoTenant tenant;
    private static Path authority;
    private static DayWindow day;

    @BeforeEach
    void open() throws Exception {
        var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MORNING));
        tenant = DemoTenant.start(DemoOptions.standard(clock));
        authority = Files.writeString(folder.resolve("authority.pem"), tenant.authorityPem());
        tenant.rules().withdrawGlobalAccessPolicy(tenant.apps().lectern().appId());
        day = new DayWindow("admin", folder.resolve("home"), clock, start -> Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()), PROGRAMS));
    }

    @AfterEach
    void close() {
        day.close();
        tenant.close();
    }

    private static Integration named(String name) {
        return day.wiring().integrations.list().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean knows(String name) {
        return day.wiring().integrations.list().stream().anyMatch(each -> each.name().equals(name));
    }

    /// One test, since each stretch begins where the one before ended.
    @Test
    void theWholeDay() throws Exception {
        theFirstStartLeadsThroughTheDemoTenant();
        aTenantIsConnectedByDeviceCode();
        aSecondOneIsConnectedByClientSecretAndItsAccountVerified();
        whatIsMissingIsHandedToAnAdministratorAndTheWaitingListTurnsGreen();
        aTestMeetingIsMadeAndTheSystemStartsTheSyncFromNowOn();
    }

    private void theFirstStartLeadsThroughTheDemoTenant() throws Exception {
        day.step("first start", () -> day.await("the two ways to begin show", () -> day.says(day.text("first-run.title"))));
        day.step("demo tenant", () -> {
            day.pressText(day.text("first-run.demo"));
            day.await("the look around begins", () -> day.shows("first-steps-next"));
        });
        day.step("looked around", () -> {
            for (int step = 1; step <= 6; step++) {
                var count = day.text("first-steps.count", step, 6);
                day.await("step " + step + " shows", () -> day.says(count));
                day.press("first-steps-next");
            }
            day.await("it is over", () -> !day.shows("first-steps-next"));
        });
    }

    /// The first step of the wizard, and the app's id in the second.
    private void begin(String name, AppRegistration app) throws Exception {
        day.go(Place.INTEGRATIONS);
        day.press("integrations-add");
        day.focus("setup-cloud");
        day.push(KeyCode.SPACE);
        day.hold(4, KeyCode.DOWN);
        day.push(KeyCode.ENTER);
        day.type("setup-login", tenant.loginEndpoint());
        day.type("setup-graph", tenant.graphEndpoint());
        day.type("setup-authority", authority.toString());
        day.type("setup-tenant", "northfield.example");
        day.type("setup-name", name);
        day.push(KeyCode.ENTER);
        day.type("setup-client", app.appId());
    }

    private void method(SignInMethod method) throws Exception {
        var id = "setup-method-" + method.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        day.press(id);
        day.await("it is chosen", () -> day.find(id) instanceof RadioButton card && card.isSelected());
    }

    private void aTenantIsConnectedByDeviceCode() throws Exception {
        tenant.signIn().leaveDeviceCodesPending();
        day.step("device code asked for", () -> {
            begin("Northfield by code", tenant.apps().complete());
            method(SignInMethod.DEVICE_CODE);
            day.press("setup-go-on");
            day.await("the code shows", () -> day.shows("device-letters"));
        });
        day.step("signed in", () -> {
            tenant.signIn().approveDeviceCodes(ADMIN, 0);
            day.await("the permissions show", () -> day.shows("permission-table") && !day.items("permission-table").isEmpty());
        });
        day.step("connected by device code", () -> {
            day.press("setup-go-on");
            day.await("no policy is needed", () -> day.says("Not needed"));
            day.press("setup-go-on");
            day.await("the account is asked for", () -> day.says("Step 5 of 6"));
            day.press("setup-go-on");
            day.type("setup-owner", ADMIN);
            day.press("setup-go-on");
            day.await("it is connected", () -> knows("Northfield by code"));
            day.awaitRest();
        });
        assertThat(named("Northfield by code").signInMethod()).isEqualTo(SignInMethod.DEVICE_CODE);
    }

    private void aSecondOneIsConnectedByClientSecretAndItsAccountVerified() throws Exception {
        day.step("permissions by job", () -> {
            begin("Northfield by secret", tenant.apps().lectern());
            method(SignInMethod.SECRET);
            day.type("setup-secret", tenant.apps().lectern().secret());
            day.push(KeyCode.ENTER);
            day.await("the permissions show", () -> day.shows("permission-table") && !day.items("permission-table").isEmpty());
        });
        day.step("access policy missing", () -> {
            day.press("setup-go-on");
            day.type("setup-organiser", ACCOUNT);
            day.push(KeyCode.ENTER);
            day.await("it is refused", () -> day.shows("policy-everyone"));
        });
        day.step("account verified", () -> {
            day.press("setup-go-on");
            day.type("setup-account", ACCOUNT);
            day.press("account-verify");
            day.await("it may organise", () -> day.says("This account can organise meetings."));
        });
        day.step("connected by secret", () -> {
            day.press("setup-go-on");
            day.type("setup-owner", ADMIN);
            day.press("setup-go-on");
            day.await("it is connected", () -> knows("Northfield by secret"));
            day.awaitRest();
        });
        assertThat(named("Northfield by secret").serviceAccount()).isEqualTo(ACCOUNT);
    }

    private void whatIsMissingIsHandedToAnAdministratorAndTheWaitingListTurnsGreen() throws Exception {
        day.step("new one looked at", () -> day.await("it is chosen and checked", () -> day.find("integrations-table") instanceof TableView<?> table
                && table.getSelectionModel().getSelectedItem() instanceof IntegrationFacts facts && listed().filter(facts::equals).isPresent() && facts.health().isPresent()));
        day.step("handed over", () -> {
            day.menu("integration-more", day.text("integrations.hand-over"));
            day.await("the pack shows", () -> day.shows("admin-pack"));
            day.picture("admin-pack");
            day.pressText(day.text("pack.copy"));
            day.await("it is waited for", () -> listed().filter(facts -> facts.waits().stream().anyMatch(wait -> !wait.isOver())).isPresent());
        });
        var pack = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(pack).contains("New-CsApplicationAccessPolicy", "OnlineMeetingTranscript.Read.All");
        // the administrator does what the pack asks for
        tenant.rules().grantAccessPolicyGlobally(tenant.apps().lectern().appId());
        tenant.apps().lectern().consent("OnlineMeetingTranscript.Read.All");
        tenant.apps().lectern().consent("CallRecords.Read.All");
        day.step("everything arrived", () -> {
            day.press("integration-check");
            day.await("nothing is waited for any more", () -> listed().map(IntegrationFacts::waits)
                    .filter(waits -> !waits.isEmpty() && waits.stream().allMatch(Wait::isOver)).isPresent());
            day.awaitRest();
        });
    }

    /// Not there while the list is read anew.
    private Optional<IntegrationFacts> listed() {
        return day.items("integrations-table").stream().map(IntegrationFacts.class::cast)
                .filter(facts -> facts.integration().name().equals("Northfield by secret")).findFirst();
    }

    private void aTestMeetingIsMadeAndTheSystemStartsTheSyncFromNowOn() throws Exception {
        day.step("test meeting", () -> {
            day.menu("integration-more", day.text("setup.finish.test.make"));
            day.awaitRest();
            day.await("it is told", () -> day.window().notifications().notices().stream().anyMatch(notice -> notice.title().contains("was created and is removed again")));
        });
        day.step("schedule installed", () -> {
            day.push(KeyCode.CONTROL, KeyCode.COMMA);
            day.awaitPlace(Place.SETTINGS);
            day.choose("settings-groups", SettingsGroup.class, group -> group == SettingsGroup.SYNC);
            day.press("unattended-install");
            day.await("it is installed", () -> day.says(day.text("settings.unattended.there", "cron")));
        });
        assertThat(PROGRAMS.crontab()).contains("--scheduled");
    }
}
