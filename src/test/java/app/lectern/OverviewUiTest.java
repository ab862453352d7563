package app.lectern;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.planning.PastCreation;
import app.lectern.meetings.planning.Planned;
import app.lectern.overview.Attention;
import app.lectern.problems.Problem;
import app.lectern.shell.Keyboard;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.Png;
import app.lectern.shell.ShellParts;
import app.lectern.shell.Toolkit;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncRun;
import app.lectern.sync.SyncTally;
import app.lectern.sync.alerts.Alert;
import app.lectern.sync.alerts.FixKind;
import app.lectern.sync.expiry.Expiring;
import app.lectern.sync.expiry.ExpiryKind;
import app.lectern.sync.health.screen.HealthRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first screen as a person with a keyboard meets it: whatever needs attention in the demo tenant is fixed or opened from it.
class OverviewUiTest {
    private final Keyboard robot = new Keyboard();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private DemoWindow demo;
    private Wiring wiring;
    private MainWindow window;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        demo = new DemoWindow(folder);
        wiring = demo.wiring;
        wiring.sync.engine.run(SyncOrder.everything(wiring.demoIntegration()), Progress.NONE);
        window = demo.show(Place.OVERVIEW, parts -> new ShellParts(parts.words(), parts.clock(), parts.home(), parts.settings(), parts.jobs(), parts.screens(),
                parts.integrations(), parts.palette(), parts.keys(), parts.network(), parts.updates(), parts.status(), parts.person(), new Recorded(), parts.version(),
                parts.firstSteps()));
        Toolkit.run(demo::choose);
        await(() -> !attention().getItems().isEmpty());
    }

    private final class Recorded implements Outside {
        @Override
        public void openPage(String address) {
            opened.add(address);
        }

        @Override
        public void openFolder(Path folder) {
            opened.add(folder.toString());
        }
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @SuppressWarnings("unchecked")
    private ListView<Attention> attention() {
        return window.scene().lookup("#overview-attention") instanceof ListView<?> list ? (ListView<Attention>) list : new ListView<>();
    }

    @Test
    void everyItemOfTheDemoTenantIsFixedOrOpenedByKeyboard() throws Exception {
        var items = onFx(() -> List.copyOf(attention().getItems()));
        assertThat(items).extracting(item -> item.fix().kind())
                .contains(FixKind.OPEN_PAGE, FixKind.COPY_SCRIPT, FixKind.ROTATE_SECRET, FixKind.CHOOSE_ACCOUNT);
        assertThat(items).extracting(Attention::urgency).isSorted();
        for (int index = 0; index < items.size(); index++) {
            int at = index;
            onFx(() -> {
                attention().getSelectionModel().clearAndSelect(at);
                attention().requestFocus();
                return null;
            });
            robot.push(KeyCode.ENTER);
            carriedOut(items.get(index));
        }
    }

    private void carriedOut(Attention item) throws Exception {
        switch (item.fix().kind()) {
            case OPEN_PAGE -> await(() -> opened.contains(item.fix().target()));
            case COPY_SCRIPT -> await(() -> item.fix().target().equals(Clipboard.getSystemClipboard().getString()));
            case ROTATE_SECRET, CHOOSE_ACCOUNT, SIGN_IN -> dialogOn(Place.INTEGRATIONS);
            case CHECK_AGAIN, SYNC_NOW, SYNC_MEETING -> await(() -> demo.jobs.list().stream().anyMatch(job -> !job.info().title().isEmpty()));
            case REVIEW_PERMISSIONS -> on(Place.INTEGRATIONS);
            case CHECK_ACCOUNT -> on(Place.ACCOUNTS);
            case SHOW_RECORDINGS -> on(Place.RECORDINGS);
            case SHOW_CALLS -> on(Place.ACTIVITY);
            case OPEN_SETTINGS -> on(Place.SETTINGS);
            case DIAGNOSE_MEETING -> on(Place.DIAGNOSE);
            case SHOW_MEETING -> on(Place.MEETINGS);
            case SHOW_HEALTH -> await(() -> shows("health-dialog"));
        }
    }

    private void on(Place place) throws Exception {
        await(() -> window.place().get() == place);
        back();
    }

    private void dialogOn(Place place) throws Exception {
        await(() -> window.place().get() == place && window.scene().lookup(".lx-dialog") != null);
        robot.push(KeyCode.ESCAPE);
        await(() -> window.scene().lookup(".lx-dialog") == null);
        back();
    }

    private void back() throws Exception {
        onFx(() -> {
            window.go(Place.OVERVIEW);
            return null;
        });
    }

    @Test
    void theHealthListOpensFromTheSyncCardAndLeadsToTheMeetingsDiagnosis() throws Exception {
        var missed = wiring.meetings.known.ended(wiring.demoIntegration(), Instant.EPOCH, Instant.now()).getLast();
        refused(missed);
        onFx(() -> {
            window.scene().lookup("#overview-show-health").requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);
        await(() -> shows("health-table") && !table().getItems().isEmpty());
        assertThat(onFx(() -> table().getItems().getFirst().subject())).isEqualTo(missed.subject());
        onFx(() -> {
            table().getSelectionModel().selectFirst();
            table().requestFocus();
            return null;
        });
        robot.push(KeyCode.ENTER);
        await(() -> window.place().get() == Place.DIAGNOSE && !shows("health-dialog"));
        var input = onFx(() -> ((TextInputControl) window.scene().lookup("#diagnose-input")).getText());
        assertThat(input).isEqualTo(missed.joinUrl());
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyFigureLeadsToTheRowsBehindItAndTodaysMeetingIsOpened() throws Exception {
        follow("overview-success-rate");
        await(() -> window.place().get() == Place.ACTIVITY && shows("calls-behind"));
        back();

        var zone = wiring.start.words().zone();
        var planned = wiring.meetings.scheduler.draft(wiring.demoIntegration(), Planned.at("Harmonics", LocalDateTime.now(zone).truncatedTo(ChronoUnit.MINUTES), zone)
                .withOrganiser("marta.kowalska@northfield.example"));
        assertThat(wiring.meetings.scheduler.create(wiring.demoIntegration(), planned, Progress.NONE).done()).isEqualTo(1);
        wiring.sync.engine.run(SyncOrder.everything(wiring.demoIntegration()), Progress.NONE);
        press("#overview-refresh");
        onFx(() -> {
            window.scene().lookup("#overview-figures").lookupAll(".toggle-button").stream().map(ToggleButton.class::cast).toList().getLast().fire();
            return null;
        });
        follow("overview-request-to-link-seconds");
        await(() -> shows("creations-table") && !creations().getItems().isEmpty());
        assertThat(onFx(() -> creations().getItems().getFirst().subject())).isEqualTo("Harmonics");
        robot.push(KeyCode.ENTER);
        await(() -> window.place().get() == Place.MEETINGS && window.scene().lookup("#meeting-subject") instanceof TextInputControl field
                && field.getText().equals("Harmonics"));
        // in a narrow window the editor is a sheet
        robot.push(KeyCode.ESCAPE);
        await(() -> !shows("meeting-subject"));
        back();

        onFx(() -> {
            var today = (ListView<Meeting>) window.scene().lookup("#overview-today");
            today.getSelectionModel().select(today.getItems().stream().filter(meeting -> meeting.subject().equals("Harmonics")).findFirst().orElseThrow());
            today.requestFocus();
            return null;
        });
        robot.push(KeyCode.ENTER);
        await(() -> window.place().get() == Place.MEETINGS && window.scene().lookup("#meeting-subject") instanceof TextInputControl field
                && field.getText().equals("Harmonics"));
    }

    private void follow(String tile) throws Exception {
        await(() -> shows(tile));
        onFx(() -> {
            window.scene().lookup("#" + tile).requestFocus();
            return null;
        });
        robot.push(KeyCode.ENTER);
    }

    private void press(String id) throws Exception {
        press(Button.class, id);
    }

    private <B extends ButtonBase> void press(Class<B> kind, String id) throws Exception {
        onFx(() -> {
            kind.cast(window.scene().lookup(id)).fire();
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private TableView<PastCreation> creations() {
        return (TableView<PastCreation>) window.scene().lookup("#creations-table");
    }

    @Test
    void whatExpiresIsListedByDateAndLeadsToItsStep() throws Exception {
        await(() -> shows("overview-expiring"));
        press(Hyperlink.class, "#overview-expiring");
        await(() -> shows("expiring-table") && !expiring().getItems().isEmpty());
        assertThat(onFx(() -> expiring().getItems().stream().map(Expiring::at).toList())).isSorted();
        photograph("overview-expiring");
        onFx(() -> {
            expiring().getSelectionModel().select(expiring().getItems().stream().filter(thing -> thing.kind() == ExpiryKind.CREDENTIAL).findFirst().orElseThrow());
            expiring().requestFocus();
            return null;
        });
        robot.push(KeyCode.ENTER);
        dialogOn(Place.INTEGRATIONS);
    }

    @SuppressWarnings("unchecked")
    private TableView<Expiring> expiring() {
        return (TableView<Expiring>) window.scene().lookup("#expiring-table");
    }

    @Test
    void alertsOpenFromThePaletteAndAreMutedByKeyboard() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("show alerts");
        robot.push(KeyCode.ENTER);
        await(() -> shows("alerts-list") && !alerts().getItems().isEmpty());
        onFx(() -> {
            alerts().getSelectionModel().selectFirst();
            window.scene().lookup("#alert-mute").requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);
        await(() -> alerts().getItems().getFirst().muted());
        assertThat(wiring.health.alerts.announce(wiring.demoIntegration())).as("a muted alert is not told").noneMatch(Alert::muted);
    }

    @Test
    void theLookAroundLeadsToSixRealControlsByKeyboard() throws Exception {
        onFx(() -> {
            window.lookAround();
            return null;
        });
        for (int step = 1; step <= 6; step++) {
            var count = window.words().text("first-steps.count", step, 6);
            await(() -> window.scene().getRoot().lookupAll(".label").stream().anyMatch(node -> node instanceof Label label && count.equals(label.getText())));
            await(() -> window.scene().lookup(".lx-first-steps-ring").isVisible());
            robot.push(KeyCode.SPACE);
        }
        await(() -> !shows("first-steps"));
    }

    @SuppressWarnings("unchecked")
    private ListView<Alert> alerts() {
        return (ListView<Alert>) window.scene().lookup("#alerts-list");
    }

    /// The tenant refuses the chat of one meeting; the history of runs says so.
    private void refused(Meeting meeting) throws Exception {
        var home = wiring.start.home();
        var part = new SyncPart() {
            @Override
            public Set<Facet> facets() {
                return Set.of(Facet.CHAT);
            }

            @Override
            public void sync(SyncOrder order, SyncTally tally, Progress progress) {
                tally.failed(Facet.CHAT, OptionalLong.of(meeting.id()), meeting.subject(),
                        Problem.of(Problem.Code.THROTTLED));
            }
        };
        var run = new SyncEngine(home, wiring.store, Clock.systemUTC(), part, List.of()).run(SyncOrder.everything(wiring.demoIntegration()), Progress.NONE);
        assertThat(run.ending()).isEqualTo(SyncRun.Ending.DONE_WITH_FAILURES);
    }

    @SuppressWarnings("unchecked")
    private TableView<HealthRow> table() {
        return (TableView<HealthRow>) window.scene().lookup("#health-table");
    }

    private boolean shows(String id) {
        Node node = window.scene().lookup("#" + id);
        return node != null && node.isVisible();
    }

    /// At the design's size and at the smallest, in both themes.
    private void photograph(String name) throws Exception {
        for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            for (int width : List.of(1360, 1180)) {
                var png = onFx(() -> {
                    window.settings().change(now -> now.with(new Settings.Appearance(theme, true)));
                    var root = window.scene().getRoot();
                    root.applyCss();
                    root.layout();
                    return Png.encode(window.scene().snapshot(new WritableImage(width, width == 1360 ? 860 : 720)));
                });
                var file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                Files.write(file, png);
                assertThat(png.length).isGreaterThan(20_000);
            }
        }
    }
}
