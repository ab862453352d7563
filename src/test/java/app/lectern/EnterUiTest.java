package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.shell.Place;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Enter key does with a row of a table or list what a double click does, on every screen and in the dialogs.
class EnterUiTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";

    private final List<String> seen = new ArrayList<>();
    private EveryScreen screens;
    private DialogWalk walk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        screens = new EveryScreen(folder);
        screens.wiring.deliverables.showSamples(screens.integration());
        screens.check();
        screens.syncNow();
        screens.choose();
        walk = new DialogWalk(screens, "enter", Settings.Theme.LIGHT, 1360, 860).shown(1360, 860);
    }

    @AfterEach
    void close() throws Exception {
        walk.end();
        screens.close();
    }

    /// Whatever is there after these steps, each of its tables and lists in turn.
    private void same(Place place, DialogWalk.Act... way) throws Exception {
        arrive(place, way);
        for (var id : walk.rows()) {
            arrive(place, way);
            var byMouse = walk.opened(id, false);
            arrive(place, way);
            var byKey = walk.opened(id, true);
            seen.add(id);
            if (!byKey.equals(byMouse)) {
                screens.faults.add(place.id() + " " + id + ": a double click leads to " + byMouse + ", Enter to " + byKey);
            }
        }
        walk.close();
    }

    /// So that the list of what is not as it should be has a line.
    private void refused() throws Exception {
        var held = screens.wiring.meetings.known.ended(screens.integration(), Instant.EPOCH, Instant.now()).getLast();
        var faults = screens.tenant().faults();
        var refusal = faults.graph("*", "/users/*/onlineMeetings/**").always().with(Fault.of(GraphRefusals.missingPermission(GraphService.TEAMS)));
        screens.wiring.sync.engine.run(new SyncOrder(screens.integration(), new SyncScope.Meetings(List.of(held.id())), false), Progress.NONE);
        faults.remove(refusal);
    }

    private void arrive(Place place, DialogWalk.Act... way) throws Exception {
        walk.close();
        walk.go(place);
        screens.opened.clear();
        walk.act("arrive at " + place.id(), way);
        screens.atRest();
    }

    @Test
    void aRowIsOpenedByEnterAsByTheMouse() throws Exception {
        walk.go(Place.ACCOUNTS);
        walk.act("an account is verified", walk.type("input", ORGANISER), walk.press("verify"));
        walk.go(Place.DIAGNOSE);
        walk.act("a meeting is diagnosed", walk.press("diagnose-pick"), walk.choose("chooser-list"), walk.press("diagnose.pick.accept"), walk.shows("diagnose-raw"));
        for (var place : Place.values()) {
            if (place == Place.INTEGRATIONS) {
                // its list is read anew whenever a check has ended
                same(place, walk.choose("integrations-table"));
            } else {
                same(place);
            }
        }
        refused();
        same(Place.OVERVIEW, walk.press("overview-show-health"), walk.shows("health-table"));
        same(Place.OVERVIEW, walk.press("overview-expiring"), walk.shows("expiring-table"));
        same(Place.RECORDINGS, walk.press("recordings.filter.organiser.choose"), walk.choose("choose-list"));
        same(Place.DIAGNOSE, walk.press("diagnose-pick"), walk.opened());
        same(Place.MEETINGS, walk.press("calendar-mode.list"), walk.shows("meetings-table"));
        assertThat(screens.faults).isEmpty();
        assertThat(seen).contains("overview-attention", "integrations-table", "accounts-table", "recordings-table", "deliverables-table", "chooser-list", "choose-list",
                "meetings-table", "health-table", "expiring-table");
        screens.assertSilent();
    }
}
