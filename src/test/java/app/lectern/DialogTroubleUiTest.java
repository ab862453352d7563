package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.entra.EntraRefusals;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.deliverables.Decisions;
import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.shell.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dialog that asks Microsoft says itself what was refused, where the answer is missed, and tries again on the spot.
class DialogTroubleUiTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";
    private static final String SECRET = "Q7r8Q~freshPpDvqEyhzRjEtZbLtZ3oH5Yadc2.x";

    private EveryScreen screens;
    private DialogWalk walk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        screens = new EveryScreen(folder);
        screens.wiring.deliverables.showSamples(screens.integration());
        screens.syncNow();
        screens.choose();
        walk = new DialogWalk(screens, "refused", Settings.Theme.LIGHT, 1180, 720);
    }

    @AfterEach
    void close() throws Exception {
        walk.end();
        screens.close();
    }

    /// Refused when it opens, then mended from inside the dialog.
    private void refused(Place place, String name, Fault fault, String mended, DialogWalk.Act... way) throws Exception {
        walk.go(place);
        var faults = screens.tenant().faults();
        var refusal = faults.graph("*", "/**").always().with(fault);
        walk.act(name, way);
        walk.see("trouble-" + name, walk.opened(), walk.offers("remedy.retry"), walk.offers("dialog.copy-details"));
        faults.remove(refusal);
        walk.act(name + " again", walk.press("remedy.retry"), walk.shows(mended), walk.offersNot("remedy.retry"));
        walk.close();
    }

    /// Refused when its button is pressed: it stays open with what was entered, and goes through when it is tried again there.
    private void refusedInside(String name, Fault fault, DialogWalk.Act press, DialogWalk.Act stays, DialogWalk.Act mended) throws Exception {
        var faults = screens.tenant().faults();
        var refusal = faults.graph("*", "/**").always().with(fault);
        walk.act(name, press);
        walk.see("trouble-" + name, walk.opened(), walk.offers("remedy.retry"), walk.offers("dialog.copy-details"), stays);
        faults.remove(refusal);
        walk.act(name + " again", walk.press("remedy.retry"), mended, walk.offersNot("remedy.retry"));
    }

    private static Fault noPermission(GraphService service) {
        return Fault.of(GraphRefusals.missingPermission(service));
    }

    private void applyDueDates() throws Exception {
        var sync = screens.wiring.deliverables.sync;
        var plan = sync.plan(screens.integration(), Progress.NONE);
        sync.apply(screens.integration(), plan, Decisions.usual(plan), Progress.NONE);
    }

    private void nothingIsWrong() {
        assertThat(screens.faults).isEmpty();
        screens.assertSilent();
    }

    @Test
    void whatIsRefusedIsSaidInTheDialogAndTriedAgainThere() throws Exception {
        refused(Place.ACCOUNTS, "directory", noPermission(GraphService.DIRECTORY), "directory-list", walk.press("directory"), walk.type("directory-text", "da"));
        walk.act("an account is verified", walk.type("input", ORGANISER), walk.press("verify"));
        refused(Place.ACCOUNTS, "leaver", noPermission(GraphService.DIRECTORY), "leaver-move", walk.choose("accounts-table"), walk.enter("accounts-table"),
                walk.press("details-leaver"));
        nothingIsWrong();
    }

    @Test
    void whatIsRefusedOfTheCalendarLeavesWhatWasEntered() throws Exception {
        applyDueDates();
        refused(Place.DELIVERABLES, "sharing", Fault.throttled("3600"), "sharing-address", walk.press("deliverables.sharing"));
        walk.go(Place.DELIVERABLES);
        walk.act("share", walk.press("deliverables.sharing"), walk.type("sharing-address", ORGANISER));
        refusedInside("share", Fault.reset(), walk.press("sharing-add"), walk.keeps("sharing-address", ORGANISER), walk.says(ORGANISER));
        walk.close();
        walk.act("test date", walk.press("deliverables.roll-out"), walk.shows("roll-out-test"));
        refusedInside("test-date", Fault.of(GraphRefusals.mailboxClosed()), walk.press("roll-out-test"), walk.opened(), walk.shows("roll-out-test"));
        assertThat(screens.wiring.deliverables.rollOut.test().lastGood(screens.integration())).isPresent();
        nothingIsWrong();
    }

    @Test
    void aSecretThatIsNotTakenIsMendedWhereItWasEntered() throws Exception {
        walk.go(Place.INTEGRATIONS);
        walk.act("rotation", walk.choose("integrations-table"), walk.enter("integrations-table"), walk.press("integrations.rotate"), walk.type("rotate-secret", SECRET));
        var faults = screens.tenant().faults();
        var refusal = faults.signIn("POST", "/*/oauth2/v2.0/token").always().with(Fault.of(EntraRefusals.blockedByConditionalAccess()));
        walk.act("the new secret", walk.press("rotate-accept"));
        walk.see("trouble-secret", walk.offers("remedy.retry"), walk.offers("dialog.copy-details"), walk.keeps("rotate-secret", SECRET));
        faults.remove(refusal);
        walk.act("again", walk.press("remedy.retry"));
        // in a window as narrow as this its details lie in a sheet below
        walk.act("the dialog is closed", walk.shows("integration-edit-open"));
        nothingIsWrong();
    }
}
