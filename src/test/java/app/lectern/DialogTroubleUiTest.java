package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.home.Settings;
import app.lectern.shell.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dialog that asks Microsoft says itself what was refused, where the answer is missed, and tries again on the spot.
class DialogTroubleUiTest {
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

    /// Refused first, then mended from inside the dialog.
    private void refused(Place place, String name, String mended, DialogWalk.Act... way) throws Exception {
        walk.go(place);
        var faults = screens.tenant().faults();
        var refusal = faults.graph("*", "/**").always().with(Fault.of(GraphRefusals.missingPermission(GraphService.DIRECTORY)));
        walk.act(name, way);
        walk.see("trouble-" + name, walk.opened(), walk.offers("remedy.retry"), walk.offers("dialog.copy-details"));
        faults.remove(refusal);
        walk.act(name + " again", walk.press("remedy.retry"), walk.shows(mended), walk.offersNot("remedy.retry"));
        walk.close();
    }

    @Test
    void whatIsRefusedIsSaidInTheDialogAndTriedAgainThere() throws Exception {
        refused(Place.ACCOUNTS, "directory", "directory-list", walk.press("directory"), walk.type("directory-text", "da"));
        assertThat(screens.faults).isEmpty();
        screens.assertSilent();
    }
}
