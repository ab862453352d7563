package app.lectern.recordings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.home.Settings;
import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.Progress;
import app.lectern.recordings.DownloadState;
import app.lectern.recordings.ListFilter;
import app.lectern.recordings.ListOrder;
import app.lectern.recordings.LocalState;
import app.lectern.recordings.MatchBy;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.RecordingRows;
import app.lectern.recordings.RecordingsRoom;
import app.lectern.recordings.SortBy;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Later;
import app.lectern.shell.Loading;
import app.lectern.shell.ScreenWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Recordings screen as a person with a keyboard meets it, in the real window, before the demo tenant.
class RecordingsViewUiTest {
    @TempDir
    Path folder;
    private final List<Integration> synced = new ArrayList<>();
    private RecordingsRoom room;
    private RecordingsViewModel model;
    private RecordingDeedsViewModel deeds;
    private ScreenWindow screen;
    private PermissionReport report;

    @BeforeEach
    void open() {
        room = new RecordingsRoom(folder.resolve("room"));
    }

    @AfterEach
    void close() throws Exception {
        room.room.tenant.faults().clear();
        screen.close();
        room.close();
    }

    private void show() throws Exception {
        var choice = new Choice(room.integration.key(), "Northfield College", "Client secret", "Connected", Health.OK, true);
        var desk = Desks.of(room);
        screen = new ScreenWindow(folder.resolve("window"), room.room.clock, choice, window -> {
            model = new RecordingsViewModel(desk, id -> room.integration, window.chosen(), new RecordingsViewModel.Permissions(of -> Optional.ofNullable(report), of -> {}),
                    synced::add, window.jobs, Later::onFxThread, window.words, room.room.clock);
            deeds = new RecordingDeedsViewModel(desk, model, window.jobs, window.words);
            return RecordingsView.screen(model, deeds);
        });
        room.queue.onChange(() -> Platform.runLater(model.downloads()::refresh));
        screen.await("the list is read", () -> model.state().get() instanceof Loading.Ready);
    }

    /// Three lessons, recorded and transcribed, as the tenant has them.
    private void lessons() throws Exception {
        room.recorded(RecordingsRoom.MARTA, "Enzymes");
        room.recorded(RecordingsRoom.MARTA, "Catalysts");
        room.recorded(RecordingsRoom.MARTA, "Reaction rates");
        room.sync();
        show();
        screen.await("the library is there", () -> model.rows().size() >= 6);
    }

    private void narrow(String text) throws Exception {
        screen.focus("recordings-filter");
        screen.robot.push(KeyCode.CONTROL, KeyCode.A);
        screen.robot.write(text);
        screen.await("the list is narrowed to " + text, () -> model.state().get() instanceof Loading.Ready && !model.rows().isEmpty()
                && model.rows().stream().allMatch(row -> row instanceof RecordingRow.Line line && line.recording().title().toLowerCase().contains(text)));
    }

    private void only(RecordingKind kind) throws Exception {
        ScreenWindow.run(() -> model.filter().kinds.set(java.util.Set.of(kind)));
        screen.await("only " + kind, () -> model.state().get() instanceof Loading.Ready
                && model.rows().stream().allMatch(row -> row instanceof RecordingRow.Line line && line.recording().kind() == kind));
        screen.await("one is chosen", () -> model.details().get() instanceof Loading.Ready);
    }

    private Recording chosen() throws Exception {
        screen.await("its details are there", () -> model.details().get().data().isPresent());
        return ScreenWindow.on(() -> model.details().get().data().orElseThrow().recording());
    }

    private Recording now(Recording of) {
        return room.library.get(of.id());
    }

    private void menu(String item) throws Exception {
        var more = screen.find("recordings-more", MenuButton.class);
        ScreenWindow.run(() -> more.getItems().stream().filter(each -> item.equals(each.getId())).findFirst().orElseThrow().fire());
    }

    @Test
    void theListIsFilteredSortedAndGroupedByKeyboard() throws Exception {
        RecordingRows.insert(room.room.store, room.integration, 400, room.room.clock.instant().minus(Duration.ofDays(1)));
        show();
        assertThat(model.rows()).hasSize(1200);
        screen.await("the first is chosen", () -> model.details().get().data().isPresent());
        narrow("enz");
        assertThat(model.rows()).hasSize(240);
        screen.pictureHere("recordings-filtered-narrow");
        screen.focus("recordings-table");
        screen.robot.push(KeyCode.CONTROL, KeyCode.A);
        screen.await("all are chosen", () -> model.everything().get());
        var words = screen.find("recordings-chosen", Label.class);
        assertThat(ScreenWindow.on(words::getText)).startsWith("All 240 chosen");
        ScreenWindow.run(() -> {
            model.filter().clear();
            model.sort(SortBy.SIZE, true);
        });
        screen.await("the largest is first", () -> model.state().get() instanceof Loading.Ready && model.rows().size() == 1200
                && model.rows().getFirst() instanceof RecordingRow.Line line && line.recording().kind() == RecordingKind.VIDEO);
        screen.focus("recordings-group");
        screen.robot.push(KeyCode.SPACE);
        screen.await("it is grouped", () -> model.state().get() instanceof Loading.Ready && model.rows().plan().isGrouped());
        assertThat(model.rows()).hasSize(1600);
        screen.focus("recordings-table");
        screen.robot.push(KeyCode.HOME);
        screen.robot.push(KeyCode.LEFT);
        screen.await("a group is closed", () -> model.rows().size() == 1597);
        screen.robot.push(KeyCode.ENTER);
        screen.await("and open again", () -> model.rows().size() == 1600);
    }

    @Test
    void oneAndManyAreDownloadedPausedAndResumed() throws Exception {
        lessons();
        only(RecordingKind.VIDEO);
        narrow("enzymes");
        screen.await("it is chosen", () -> model.details().get().data().filter(one -> one.recording().title().contains("Enzymes")).isPresent());
        var enzymes = chosen();
        screen.robot.push(KeyCode.CONTROL, KeyCode.D);
        screen.await("it is here", () -> now(enzymes).local() == LocalState.VERIFIED);
        screen.await("the list says so", () -> model.details().get().data().filter(one -> one.recording().local() == LocalState.VERIFIED
                && !one.history().isEmpty()).isPresent());
        assertThat(Path.of(now(enzymes).localPath())).exists();

        room.room.tenant.faults().storage().always().with(Fault.slow(100_000));
        ScreenWindow.run(model.filter()::clear);
        only(RecordingKind.VIDEO);
        screen.await("the others are listed again", () -> model.state().get() instanceof Loading.Ready && model.rows().size() >= 3);
        screen.focus("recordings-table");
        screen.robot.push(KeyCode.HOME);
        screen.robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        screen.robot.push(KeyCode.CONTROL, KeyCode.D);
        var parts = screen.find("recordings-part", HBox.class);
        ScreenWindow.run(() -> parts.getChildren().get(1).requestFocus());
        screen.robot.push(KeyCode.SPACE);
        screen.await("two are in the queue", () -> model.downloads().lines().stream().filter(one -> one.state().isOpen()).count() == 2);
        screen.focus("recordings-queue");
        screen.robot.push(KeyCode.CONTROL, KeyCode.P);
        screen.await("both rest", () -> model.downloads().lines().size() == 2 && model.downloads().lines().stream().allMatch(one -> one.state() == DownloadState.PAUSED));
        screen.picture("recordings-paused");
        var first = ScreenWindow.on(() -> model.downloads().lines().getFirst().id());
        var queue = screen.find("recordings-queue", ListView.class);
        ScreenWindow.run(() -> queue.getSelectionModel().clearAndSelect(0));
        screen.focus("recordings-queue");
        screen.robot.push(KeyCode.ALT, KeyCode.DOWN);
        screen.await("the order is another", () -> model.downloads().lines().getLast().id() == first);
        room.room.tenant.faults().clear();
        screen.robot.push(KeyCode.CONTROL, KeyCode.P);
        screen.await("all are here", () -> room.list.read(model.rows().stream().filter(RecordingRow.Line.class::isInstance).limit(3)
                .map(row -> ((RecordingRow.Line) row).recording().id()).toList()).stream().allMatch(one -> one.local() == LocalState.VERIFIED));
        screen.await("the queue is empty", () -> model.downloads().lines().isEmpty());
        menu("recordings-report");
        screen.await("the report is read", () -> screen.shows("report-table") && !lines("report-table").isEmpty());
        screen.pictureHere("recordings-report");
        screen.file = folder.resolve("report.csv");
        screen.focus("report-export");
        screen.robot.push(KeyCode.SPACE);
        screen.await("the report is written", () -> Files.exists(screen.file));
        assertThat(Files.readString(screen.file)).contains("Enzymes", "R. Okafor");
    }

    private List<?> lines(String id) {
        return screen.scene().lookup("#" + id) instanceof TableView<?> table ? table.getItems() : List.of();
    }

    @Test
    void aTranscriptIsReadSearchedAndJumpedIn() throws Exception {
        lessons();
        narrow("reaction");
        screen.focus("recordings-transcript");
        screen.robot.push(KeyCode.SPACE);
        screen.await("the transcript opens", () -> screen.shows("transcript-search"));
        var lines = screen.find("transcript-lines", ListView.class);
        var jumps = screen.find("transcript-jumps", ListView.class);
        int all = ScreenWindow.on(() -> jumps.getItems().size());
        assertThat(all).isPositive();
        screen.robot.write("the");
        screen.await("places are found", () -> !jumps.getItems().isEmpty() && jumps.getSelectionModel().getSelectedIndex() == 0);
        int before = ScreenWindow.on(() -> lines.getSelectionModel().getSelectedIndex());
        screen.robot.push(KeyCode.ENTER);
        screen.await("the next place", () -> jumps.getSelectionModel().getSelectedIndex() == 1 && lines.getSelectionModel().getSelectedIndex() > before);
        screen.robot.push(KeyCode.DOWN);
        screen.robot.push(KeyCode.DOWN);
        screen.await("the one after it", () -> jumps.getSelectionModel().getSelectedIndex() == 2);
        screen.pictureHere("recordings-transcript");
        screen.robot.push(KeyCode.ESCAPE);
        screen.await("it is closed", () -> !screen.shows("transcript-search"));
    }

    @Test
    void aRecordingIsKeptAndAMatchIsCorrected() throws Exception {
        lessons();
        narrow("catalysts");
        var recording = chosen();
        screen.focus("recordings-keep");
        screen.robot.push(KeyCode.SPACE);
        screen.await("it is kept", () -> now(recording).keep());
        screen.await("the screen knows", () -> model.details().get().data().filter(one -> one.recording().keep()).isPresent());
        screen.await("the keyboard stays on the switch", () -> Stream.iterate(screen.scene().getFocusOwner(), Objects::nonNull, Node::getParent)
                .anyMatch(node -> "recordings-keep".equals(node.getId())));
        screen.focus("recordings-correct");
        screen.robot.push(KeyCode.SPACE);
        screen.await("meetings are offered", () -> screen.shows("choose-list") && ((ListView<?>) screen.scene().lookup("#choose-list")).getItems().size() > 1);
        screen.pictureHere("recordings-correct");
        screen.robot.write("enzymes");
        screen.await("the meeting is found", () -> ((ListView<?>) screen.scene().lookup("#choose-list")).getItems().size() == 2);
        screen.robot.push(KeyCode.ENTER);
        screen.await("a person said so", () -> now(recording).matchBy() == MatchBy.PERSON && now(recording).meetingTitle().equals("Enzymes"));
    }

    @Test
    void aCleanUpShowsWhatItWouldDoAndDeletionInTheTenantIsOff() throws Exception {
        RecordingRows.insert(room.room.store, room.integration, 300, room.room.clock.instant().minus(Duration.ofDays(1)));
        show();
        menu("recordings-clean-up");
        screen.await("the dry run is there", () -> !lines("clean-up-table").isEmpty());
        screen.pictureHere("recordings-clean-up");
        var about = screen.find("clean-up-about", Label.class);
        assertThat(ScreenWindow.on(about::getText)).startsWith("Nothing has been done yet");
        screen.robot.push(KeyCode.ESCAPE);
        screen.await("it is closed", () -> !screen.shows("clean-up-table"));
        menu("recordings-delete-in-tenant");
        screen.await("it says that it is off", () -> screen.shows("tenant-deletion"));
        assertThat(screen.shows("deletion-words")).isFalse();
        screen.robot.push(KeyCode.ESCAPE);
        menu("recordings-settings");
        screen.await("the settings are there", () -> screen.shows("recording-pattern"));
        screen.pictureHere("recordings-settings");
        screen.focus("recording-pattern");
        screen.robot.push(KeyCode.CONTROL, KeyCode.A);
        screen.robot.write("title");
        screen.focus("recording-settings-save");
        screen.robot.push(KeyCode.SPACE);
        screen.await("they are kept", () -> room.choices.of(room.integration).pattern().equals("title"));
    }

    @Test
    void whyAMeetingHasNoRecordingIsAskedAndAnswered() throws Exception {
        room.know(room.meeting(RecordingsRoom.MARTA, "Nobody pressed Record", room.room.clock.instant().minus(Duration.ofDays(2))), false);
        lessons();
        menu("recordings-why");
        screen.await("meetings are offered", () -> screen.shows("choose-list") && ((ListView<?>) screen.scene().lookup("#choose-list")).getItems().size() == 4);
        screen.robot.write("pressed");
        screen.await("the meeting is found", () -> ((ListView<?>) screen.scene().lookup("#choose-list")).getItems().size() == 1);
        screen.robot.push(KeyCode.ENTER);
        screen.await("the reasons are there", () -> reasons().stream().anyMatch(text -> text.startsWith("Nobody pressed Record")));
        assertThat(ScreenWindow.on(this::reasons)).contains("Recording was not switched on", "Likely", "The meeting ended more than a day ago.", "Ruled out");
        screen.pictureHere("recordings-why");
        screen.robot.push(KeyCode.ESCAPE);
        screen.await("it is closed", () -> !screen.shows("why-reasons"));
    }

    private List<String> reasons() {
        return screen.scene().getRoot().lookupAll("#why-reasons .label").stream().map(label -> ((Label) label).getText()).toList();
    }

    @Test
    void theScreenIsPhotographed() throws Exception {
        show();
        screen.picture("recordings-empty");
        RecordingRows.insert(room.room.store, room.integration, 300, room.room.clock.instant().minus(Duration.ofDays(1)));
        everyStanding();
        ScreenWindow.run(model::load);
        screen.await("the list is read", () -> model.rows().size() == 900);
        screen.picture("recordings-light");
        screen.picture("recordings-1280", 1280, 800, () -> {});
        screen.picture("recordings-1180", 1180, 720, () -> {});
        screen.theme(Settings.Theme.DARK);
        screen.picture("recordings-dark");
        screen.theme(Settings.Theme.LIGHT);
        ScreenWindow.run(() -> model.grouped().set(true));
        screen.await("it is grouped", () -> model.rows().plan().isGrouped());
        screen.picture("recordings-grouped");
        ScreenWindow.run(() -> model.failed(app.lectern.problems.Problem.of(app.lectern.problems.Problem.Code.HOST_UNKNOWN).with("host", "graph.microsoft.com")));
        screen.picture("recordings-offline");
        ScreenWindow.run(model::dismissProblem);
        report = room.room.permissions.report(room.room.connected(room.room.tenant.apps().bare()), Progress.NONE);
        ScreenWindow.run(model::load);
        screen.await("it says what is missing", () -> model.missing().get().isPresent());
        screen.picture("recordings-not-allowed");
        assertThat(screen.shows("recordings-table")).isFalse();
    }

    /// Among the newest: one being processed, one removed, one kept, one that ends in three days, and one in each state here.
    private void everyStanding() {
        var ids = room.list.all(room.integration, ListFilter.none(), ListOrder.NEWEST).stream().map(Recording::id).toList();
        var now = room.room.clock.instant();
        room.room.store.change(handle -> {
            handle.execute("UPDATE recording SET state = 'PROCESSING', size = NULL, length_seconds = NULL WHERE id = ?", ids.get(0));
            handle.execute("UPDATE recording SET state = 'REMOVED', local_state = 'NONE' WHERE id = ?", ids.get(1));
            handle.execute("UPDATE recording SET keep = TRUE WHERE id = ?", ids.get(2));
            handle.execute("UPDATE recording SET expires_at = ? WHERE id = ?", now.plus(Duration.ofDays(3)).atOffset(java.time.ZoneOffset.UTC), ids.get(2));
            for (var state : LocalState.values()) {
                handle.execute("UPDATE recording SET local_state = ? WHERE id = ?", state.name(), ids.get(3 + state.ordinal()));
            }
        });
    }

    @Test
    void everyDeedOfTheMenusIsReachedByKeys() throws Exception {
        lessons();
        screen.focus("recordings-sync");
        var passed = new java.util.LinkedHashSet<String>();
        for (int step = 0; step < 40; step++) {
            screen.robot.push(KeyCode.TAB);
            passed.add(screen.focused());
        }
        assertThat(passed).contains("recordings-more", "recordings-filter", "recordings-filter-kind", "recordings-filter-place",
                "recordings-filter-organiser", "recordings-filter-meeting", "recordings-filter-date", "recordings-filter-size", "recordings-filter-state", "recordings-table", "recordings-group", "recordings-keep", "recordings-correct",
                "recordings-transcript");
        screen.focus("recordings-more");
        screen.robot.push(KeyCode.SPACE);
        var more = screen.find("recordings-more", MenuButton.class);
        screen.await("the menu is open", more::isShowing);
        screen.robot.push(KeyCode.ESCAPE);
        screen.await("and closed", () -> !more.isShowing());
        screen.focus("recordings-sync");
        screen.robot.push(KeyCode.SPACE);
        screen.await("a sync is asked for", () -> synced.size() == 1);
        screen.focus("recordings-filter-kind");
        screen.robot.push(KeyCode.SPACE);
        screen.await("the kinds are offered", screen.find("recordings-filter-kind", MenuButton.class)::isShowing);
        screen.robot.push(KeyCode.DOWN);
        screen.robot.push(KeyCode.ENTER);
        screen.await("a kind is chosen", () -> model.filter().kinds.get().size() == 1);
    }
}
