package app.lectern;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditEntry;
import app.lectern.activity.AuditNote;
import app.lectern.diagnosis.ProbeGraph;
import app.lectern.home.Settings;
import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.Png;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Activity screen by keyboard, on the calls that were really made to the demo tenant.
class ActivityUiTest {
    private final Keyboard robot = new Keyboard();
    private DemoWindow demo;
    private Wiring wiring;
    private MainWindow window;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        demo = new DemoWindow(folder);
        wiring = demo.wiring;
        var session = wiring.access.session(wiring.demoIntegration());
        for (int i = 1; i <= 12; i++) {
            ProbeGraph.get(session, "/users?$top=" + i);
        }
        wiring.audit.note(AuditNote.of(AuditDeed.MEETING_CREATED, "Year 11 Chemistry: Rate graphs").outcome("By the service account"));
        wiring.calls.flush();
        window = demo.show(Place.ACTIVITY, parts -> parts);
        await(() -> table("calls") != null && table("calls").getItems().size() >= 12);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void theKeyboardReachesEverythingAndNoDetailIsLost() throws Exception {
        onFx(() -> {
            find("#activity-export").requestFocus();
            return null;
        });
        var reached = new LinkedHashSet<String>();
        for (int i = 0; i < 24; i++) {
            reached.add(onFx(() -> String.valueOf(window.scene().getFocusOwner().getId())));
            robot.push(KeyCode.TAB);
        }
        assertThat(reached).contains("activity-export", "activity-bundle", "tab-audit", "tab-calls", "calls-filter", "calls-period", "calls-level",
                "calls-integration", "calls-request", "calls-table", "calls-follow");

        focus("#calls-table");
        var first = selected("calls");
        robot.push(KeyCode.DOWN);
        await(() -> table("calls").getSelectionModel().getSelectedIndex() == 1);
        assertThat(selected("calls")).isNotEqualTo(first);
        photograph("activity-calls");
        // in a window as narrow as this one the details come as a sheet
        robot.push(KeyCode.ENTER);
        await(() -> texts(".lx-code .text-area").stream().anyMatch(text -> text.contains("/users")));
        photograph("activity-details");
        robot.push(KeyCode.ESCAPE);
        await(() -> texts(".lx-code .text-area").isEmpty());
    }

    @Test
    void typingFiltersAndTheTrailIsOneKeyAway() throws Exception {
        focus("#calls-filter");
        robot.write("no such path");
        await(() -> table("calls") == null || table("calls").getItems().isEmpty());
        photograph("activity-nothing");
        onFx(() -> {
            ((TextInputControl) find("#calls-filter")).selectAll();
            return null;
        });
        robot.push(KeyCode.DELETE);
        await(() -> table("calls") != null && !table("calls").getItems().isEmpty());

        focus("#tab-audit");
        robot.push(KeyCode.SPACE);
        await(() -> ((ToggleButton) find("#tab-audit")).isSelected() && table("audit") != null && !table("audit").getItems().isEmpty());
        assertThat(onFx(() -> List.copyOf(table("audit").getItems()))).anyMatch(each -> each instanceof AuditEntry entry
                && entry.note().subject().contains("Rate graphs"));
        photograph("activity-audit");

        focus("#audit-level");
        robot.push(KeyCode.SPACE);
        await(() -> ((MenuButton) find("#audit-level")).isShowing());
        robot.push(KeyCode.ESCAPE);
        await(() -> !((MenuButton) find("#audit-level")).isShowing());
    }

    @Test
    void newCallsAppearWhileTheWindowIsOpenAndAreThereWhenItOpensAgain() throws Exception {
        int before = onFx(() -> table("calls").getItems().size());
        ProbeGraph.get(wiring.access.session(wiring.demoIntegration()), "/users?$top=5");
        await(() -> table("calls").getItems().size() > before);

        onFx(() -> {
            demo.stage.hide();
            return null;
        });
        wiring.calls.flush();
        int shown = onFx(() -> table("calls").getItems().size());
        ProbeGraph.get(wiring.access.session(wiring.demoIntegration()), "/users?$top=1");
        wiring.calls.flush();
        onFx(() -> {
            demo.stage.show();
            return null;
        });
        await(() -> table("calls") != null && table("calls").getItems().size() > shown);
    }

    @Test
    void theBundleIsReadBeforeItIsWrittenAndEscapeLeavesIt() throws Exception {
        focus("#activity-bundle");
        robot.push(KeyCode.SPACE);
        await(() -> find("#bundle-files") instanceof ListView<?> list && !list.getItems().isEmpty());
        assertThat(onFx(() -> window.scene().getFocusOwner().getId())).isEqualTo("bundle-files");
        var content = onFx(() -> ((TextArea) find("#bundle-content")).getText());
        robot.push(KeyCode.DOWN);
        await(() -> !((TextArea) find("#bundle-content")).getText().equals(content));
        photograph("activity-bundle");
        robot.push(KeyCode.ESCAPE);
        await(() -> find("#bundle-files") == null);
    }

    private List<String> texts(String selector) {
        return window.scene().getRoot().lookupAll(selector).stream().filter(each -> each instanceof TextArea).map(each -> ((TextArea) each).getText()).toList();
    }

    private Object selected(String which) throws Exception {
        return onFx(() -> table(which).getSelectionModel().getSelectedItem());
    }

    private TableView<?> table(String which) {
        return (TableView<?>) find("#" + which + "-table");
    }

    private Node find(String selector) {
        return window.scene().lookup(selector);
    }

    private void focus(String selector) throws Exception {
        onFx(() -> {
            find(selector).requestFocus();
            return null;
        });
        await(() -> find(selector).isFocusWithin());
    }

    private void photograph(String name) throws Exception {
        for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            var png = onFx(() -> {
                window.settings().change(now -> now.with(new Settings.Appearance(theme, true)));
                var root = window.scene().getRoot();
                root.applyCss();
                root.layout();
                return Png.encode(window.scene().snapshot(new WritableImage((int) window.scene().getWidth(), (int) window.scene().getHeight())));
            });
            var folder = Files.createDirectories(Path.of("target", "pictures"));
            Files.write(folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"), png);
            assertThat(png.length).isGreaterThan(10_000);
        }
    }
}
