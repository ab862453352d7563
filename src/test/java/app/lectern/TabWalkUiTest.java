package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.shell.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Tab key comes to everything on every screen and in the dialogs, leaves it again, and comes back to where it began.
class TabWalkUiTest {
    private EveryScreen screens;
    private DialogWalk walk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        screens = new EveryScreen(folder);
        screens.wiring.deliverables.showSamples(screens.integration());
        screens.syncNow();
        screens.choose();
        walk = new DialogWalk(screens, "tab", Settings.Theme.LIGHT, 1360, 860).shown(1360, 860);
    }

    @AfterEach
    void close() throws Exception {
        walk.end();
        screens.close();
    }

    private void dialog(Place place, String name, DialogWalk.Act... acts) throws Exception {
        walk.go(place);
        walk.act(name, acts);
        walk.tab(name, walk.opened());
        walk.close();
    }

    @Test
    void everythingIsReachedAndNothingKeepsTheKey() throws Exception {
        for (var place : Place.values()) {
            walk.go(place);
            walk.tab(place.id());
        }
        walk.go(Place.RECORDINGS);
        walk.tab("a recording", walk.choose("recordings-table"));
        walk.go(Place.DELIVERABLES);
        walk.tab("a deliverable", walk.choose("deliverables-table"));
        dialog(Place.INTEGRATIONS, "edit", walk.press("integration-edit-open"));
        dialog(Place.MEETINGS, "term", walk.press("meetings.term"));
        dialog(Place.ATTENDANCE, "entry", walk.press("enter"));
        dialog(Place.ATTENDANCE, "export", walk.press("export-format.csv"));
        dialog(Place.DELIVERABLES, "deliverable", walk.press("fresh"));
        dialog(Place.RECORDINGS, "settings", walk.press("recordings.settings"));
        dialog(Place.DIAGNOSE, "bundle", walk.press("diagnose-bundle"));
        walk.go(Place.MEETINGS);
        walk.tab("meeting editor", walk.press("meetings-new"), walk.shows("meeting-subject"));
        walk.go(Place.INTEGRATIONS);
        walk.tab("setup", walk.press("integrations-add"), walk.shows("setup-tenant"));
        assertThat(screens.faults).isEmpty();
        screens.assertSilent();
    }
}
