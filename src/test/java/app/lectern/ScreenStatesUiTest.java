package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.home.Settings;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.Toolkit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every screen when things are not as they should be: nothing there yet, nothing answered yet, refused, broken, slowed down or cut off.
/// Whatever is said then is said whole, and the screens stay usable.
class ScreenStatesUiTest {
    private EveryScreen screens;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        screens = new EveryScreen(folder);
    }

    @AfterEach
    void close() throws Exception {
        screens.close();
    }

    /// The screens in turn, each read anew, while a sync is on its way.
    private void walk(String name, boolean waits) throws Exception {
        walk(name, waits, Size.LIGHT);
    }

    private void walk(String name, boolean waits, Size... sizes) throws Exception {
        for (var size : sizes) {
            var window = screens.window(size.theme(), size.width(), size.height());
            for (var place : Place.values()) {
                screens.go(window, place);
                screens.press(window, KeyCode.F5);
                screens.look(window, place.id() + "-" + name + "-" + size.name(), waits);
            }
            screens.end(window);
        }
    }

    private void nothingIsWrong() {
        assertThat(screens.faults).isEmpty();
        screens.assertSilent();
    }

    @Test
    void withoutAnIntegrationAndBeforeTheFirstSync() throws Exception {
        walk("nothing", true);
        screens.choose();
        walk("unsynced", true);
        nothingIsWrong();
    }

    @Test
    void whileNothingAnswersAndWhileMicrosoftSlowsDown() throws Exception {
        screens.choose();
        var faults = screens.tenant().faults();
        var rule = faults.graph("*", "/**").always().with(Fault.throttled("30"));
        screens.sync();
        screens.await("Microsoft has answered", () -> rule.struck() > 0);
        var window = screens.window();
        screens.await("the strip counts down", () -> screens.strip(window).contains("Microsoft asks us to wait"));
        var said = Toolkit.onFx(() -> screens.strip(window));
        screens.await("a second has passed", () -> !screens.strip(window).equals(said) && screens.strip(window).contains("Microsoft asks us to wait"));
        notOffered(window);
        screens.end(window);
        walk("throttled", false, Size.LIGHT, Size.SMALL_DARK, Size.ENLARGED);
        faults.remove(rule);
        screens.cancelAll();
        screens.idle();
        faults.anywhere().always().with(Fault.stall());
        screens.sync();
        walk("loading", false);
        screens.cancelAll();
        faults.clear();
        screens.idle();
        var after = screens.window();
        screens.go(after, Place.MEETINGS);
        screens.await("sync is offered again", () -> after.scene().lookup("#meetings-sync") instanceof Button button && !button.isDisabled());
        screens.end(after);
        nothingIsWrong();
    }

    /// A sync is offered on none of the screens that have one.
    private void notOffered(MainWindow window) throws Exception {
        for (var place : List.of(Place.OVERVIEW, Place.MEETINGS, Place.RECORDINGS, Place.ATTENDANCE)) {
            screens.go(window, place);
            var words = screens.wiring.start.words();
            var syncs = Set.of(words.text("overview.sync.now"), words.text("attendance.sync-all"), words.text("attendance.sync"));
            screens.await("no sync is offered at " + place, () -> {
                window.scene().snapshot(new WritableImage(8, 8));
                var offered = window.scene().getRoot().lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                        .filter(button -> button.getText() != null && syncs.contains(button.getText())).toList();
                return !offered.isEmpty() && offered.stream().allMatch(Button::isDisabled);
            });
        }
    }

    @Test
    void whenTheTenantRefusesIsBrokenOrCannotBeReached() throws Exception {
        screens.choose();
        screens.syncNow();
        var faults = screens.tenant().faults();
        var refused = faults.graph("*", "/**").always().with(Fault.of(GraphRefusals.missingPermission(GraphService.DIRECTORY)));
        screens.sync();
        walk("refused", true);
        faults.remove(refused);
        var broken = faults.graph("*", "/**").always().with(Fault.serverError(500));
        screens.sync();
        walk("broken", false);
        screens.cancelAll();
        faults.remove(broken);
        screens.tenant().apps().all().forEach(app -> app.roles().removeAll(Set.copyOf(app.roles())));
        screens.check();
        walk("permission", true);
        screens.tenant().close();
        screens.sync();
        var window = screens.window();
        screens.await("it is said", () -> window.scene().lookup("#connection").isVisible());
        notOffered(window);
        screens.end(window);
        walk("offline", false, Size.LIGHT, Size.SMALL_DARK, Size.ENLARGED);
        screens.cancelAll();
        nothingIsWrong();
    }

    /// The dry run beside its list, or as a sheet over it where the window is small.
    private void dryRun(String name, String says, Size... sizes) throws Exception {
        for (var size : sizes) {
            var window = screens.window(size.theme(), size.width(), size.height());
            screens.go(window, Place.DELIVERABLES);
            screens.press(window, KeyCode.F5);
            Toolkit.run(() -> {
                window.scene().snapshot(new WritableImage(8, 8));
                if (window.scene().lookup("#showPlan") instanceof Button button && button.isVisible()) {
                    button.fire();
                }
            });
            screens.await(name + " says " + says + " in " + size.name(), () -> says(window, says));
            screens.look(window, "deliverables-" + name + "-" + size.name(), false);
            screens.end(window);
        }
    }

    private static boolean says(MainWindow window, String part) {
        window.scene().snapshot(new WritableImage(8, 8));
        return window.scene().getRoot().lookupAll(".lx-plan *").stream().anyMatch(node -> node instanceof Text text && text.getText().contains(part));
    }

    private record Size(String name, Settings.Theme theme, double width, double height) {
        static final Size LIGHT = new Size("light", Settings.Theme.LIGHT, 1360, 860);
        static final Size DARK = new Size("dark", Settings.Theme.DARK, 1360, 860);
        static final Size SMALL = new Size("small", Settings.Theme.LIGHT, 1180, 720);
        static final Size SMALL_DARK = new Size("small-dark", Settings.Theme.DARK, 1180, 720);
        /// A small screen at 200 %.
        static final Size ENLARGED = new Size("enlarged", Settings.Theme.LIGHT, 960, 540);
    }

    @Test
    void theDryRunOfAFilledListSaysWhatItsCalendarAnswers() throws Exception {
        screens.choose();
        screens.wiring.deliverables.showSamples(screens.integration());
        var faults = screens.tenant().faults();
        dryRun("planned", "27 to create", Size.LIGHT, Size.DARK, Size.SMALL);
        var refusals = Map.of("app has no Calendars.ReadWrite", GraphRefusals.missingPermission(GraphService.EXCHANGE),
                "does not let the app into the mailbox", GraphRefusals.mailboxClosed(),
                "has no mailbox", GraphRefusal.of(404, "MailboxNotEnabledForRESTAPI", "The mailbox is either inactive, soft-deleted, or is hosted on-premise."));
        for (var refusal : refusals.entrySet()) {
            var rule = faults.graph("*", "/users/*/**").always().with(Fault.of(refusal.getValue()));
            dryRun(refusal.getValue().code(), refusal.getKey(), Size.DARK, Size.SMALL);
            faults.remove(rule);
        }
        var slowed = faults.graph("*", "/**").always().with(Fault.throttled("30"));
        dryRun("slowed", "Reading the calendars", Size.LIGHT);
        faults.remove(slowed);
        faults.anywhere().always().with(Fault.stall());
        dryRun("planning", "Reading the calendars", Size.DARK, Size.SMALL);
        var window = screens.window();
        screens.go(window, Place.DELIVERABLES);
        screens.await("the reading can be ended", () -> {
            window.scene().snapshot(new WritableImage(8, 8));
            return window.scene().lookup("#deliverables-again") instanceof Button again && again.getText().equals("Cancel");
        });
        Toolkit.run(() -> ((Button) window.scene().lookup("#deliverables-again")).fire());
        screens.await("it has ended", () -> says(window, "No dry run yet"));
        screens.look(window, "deliverables-ended", false);
        screens.end(window);
        faults.clear();
        screens.tenant().close();
        dryRun("cut-off", "does not accept connections", Size.DARK);
        nothingIsWrong();
    }
}
