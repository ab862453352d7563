package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every step of the setup wizard with both kinds of sign-in, and with what it says to wrong input and to a refusal: nothing cut, nothing
/// faint, nothing without a name, in either theme, in a small window, and at 200 % on a small screen.
class EveryStepUiTest {
    private static final String PERSON = "hannah.ivers@northfield.example";
    private static final String ACCOUNT = "lms-teams-service@northfield.example";

    @TempDir private Path folder;
    private EveryScreen screens;
    private DialogWalk walk;

    @BeforeEach
    void open() throws Exception {
        screens = new EveryScreen(folder.resolve("home"));
        screens.integration();
    }

    @AfterEach
    void close() throws Exception {
        screens.close();
    }

    private void tenant() throws Exception {
        walk.go(Place.INTEGRATIONS);
        walk.see("tenant-wrong", walk.press("integrations-add"), walk.type("setup-tenant", "outlook.com"), walk.shows(".problem"));
        walk.see("tenant-unknown", walk.pick("setup-cloud", 4), walk.type("setup-login", screens.tenant().loginEndpoint()),
                walk.type("setup-graph", screens.tenant().graphEndpoint()),
                walk.type("setup-authority", Files.writeString(folder.resolve("authority.pem"), screens.tenant().authorityPem()).toString()),
                walk.type("setup-tenant", "nowhere.example"), walk.press("setup-go-on"), walk.says("knows no tenant"));
        walk.act("the tenant is known", walk.type("setup-tenant", "northfield.example"), walk.press("setup-go-on"), walk.shows("setup-client"));
    }

    private void secret() throws Exception {
        var app = screens.tenant().apps().lectern();
        tenant();
        walk.see("sign-in-certificate-wrong", walk.type("setup-client", "northfield"), walk.press("setup-method-certificate"), walk.type("setup-certificate", "/nowhere.pem"),
                walk.press("setup-go-on"), walk.shows(".problem"));
        walk.see("sign-in-browser", walk.press("setup-method-browser"));
        walk.see("sign-in-refused", walk.type("setup-client", app.appId()), walk.press("setup-method-secret"), walk.type("setup-secret", "not the secret of this app 12345"),
                walk.press("setup-go-on"), walk.shows(".problem"));
        walk.see("permissions", walk.type("setup-secret", app.secret()), walk.press("setup-go-on"), walk.shows("permissions-send"));
        walk.see("permissions-powers", walk.press("permissions-powers"), walk.shows("powers"));
        walk.close();
        walk.see("permissions-pack", walk.press("permissions-send"), walk.shows("admin-pack"));
        walk.close();
        walk.see("policy-wrong", walk.press("setup-go-on"), walk.type("setup-organiser", "nobody"), walk.press("setup.again"), walk.shows(".problem"));
        walk.see("policy-refused", walk.type("setup-organiser", "y.tanaka@northfield.example"), walk.press("setup.again"), walk.says("y.tanaka"));
        walk.see("policy", walk.type("setup-organiser", ACCOUNT), walk.press("setup.again"), walk.says("Allowed"));
        walk.see("account-refused", walk.press("setup-go-on"), walk.type("setup-account", "nobody@northfield.example"), walk.press("setup-go-on"), walk.shows("step-problem"));
        walk.see("account", walk.type("setup-account", ACCOUNT), walk.press("setup-go-on"), walk.says(walk.text("setup.account.verified")));
        walk.see("finish", walk.press("setup-go-on"), walk.says("Sign-in works"), walk.press("setup-test-meeting"), walk.says("was created"));
        walk.act("the wizard is left", walk.press("setup-leave"), walk.press("integrations.draft.discard"));
    }

    private void person() throws Exception {
        var app = screens.tenant().apps().lectern();
        screens.tenant().signIn().leaveDeviceCodesPending();
        tenant();
        walk.see("device-code", walk.type("setup-client", app.appId()), walk.press("setup-method-device-code"), walk.press("setup-go-on"), walk.shows("device-letters"), walk.says(walk.text("device.waiting")));
        screens.tenant().signIn().declineDeviceCodes();
        walk.see("device-code-declined", walk.shows("device-ended"));
        walk.close();
        screens.tenant().signIn().approveDeviceCodes(PERSON, 0);
        walk.see("person-permissions", walk.press("setup-go-on"), walk.shows("permission-table"));
        walk.see("person-policy", walk.press("setup-go-on"), walk.says("Not needed"));
        walk.see("person-account", walk.press("setup-go-on"), walk.shows("setup-account"));
        walk.see("person-finish", walk.press("setup-go-on"), walk.shows("setup-owner"));
        walk.act("the wizard is left", walk.press("setup-leave"), walk.press("integrations.draft.discard"));
    }

    private void everywhere(DialogWalk by) throws Exception {
        walk = by;
        secret();
        person();
        walk.end();
    }

    @Test
    void nothingIsCutFaintOrMuteInEitherThemeAndInASmallWindow() throws Exception {
        everywhere(new DialogWalk(screens, "light", Settings.Theme.LIGHT, 1360, 860));
        everywhere(new DialogWalk(screens, "small", Settings.Theme.LIGHT, 1180, 720));
        everywhere(new DialogWalk(screens, "double", Settings.Theme.DARK, 960, 540));
        if (EveryScreen.PHOTOGRAPHS) {
            everywhere(new DialogWalk(screens, "dark", Settings.Theme.DARK, 1360, 860));
        }
        assertThat(screens.faults).isEmpty();
        screens.assertSilent();
    }
}
