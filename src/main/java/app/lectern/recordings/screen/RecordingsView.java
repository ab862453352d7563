package app.lectern.recordings.screen;

import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.screen.PermissionMissingPane;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.LoadingPane;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.shell.StackedSplit;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Recordings screen's controller: the list above; below it the chosen recording, the downloads and the storage.
public final class RecordingsView {
    private static final double USUAL_DIVIDER = 0.62;
    private static final double LEAST_LIST = 200;

    private final RecordingsViewModel model;
    private final RecordingDeedsViewModel deeds;
    private final Shell shell;
    private final Words words;
    private FilterBarPane filters;
    private RecordingsTablePane table;
    private BottomPane bottom;
    private RecordingCommandsPane commands;

    @FXML private VBox root;
    @FXML private PageHead head;
    @FXML private Button sync;
    @FXML private Button download;
    @FXML private MenuButton more;
    @FXML private StackPane messageHost;
    @FXML private StackPane content;

    RecordingsView(RecordingsViewModel model, RecordingDeedsViewModel deeds, Shell shell, AtomicReference<RecordingsView> shown) {
        this.model = model;
        this.deeds = deeds;
        this.shell = shell;
        this.words = shell.words();
        shown.set(this);
    }

    /// The screen as the window takes it. The keys act once it has been opened.
    public static Screen screen(RecordingsViewModel model, RecordingDeedsViewModel deeds) {
        var shown = new AtomicReference<RecordingsView>();
        Consumer<Consumer<RecordingsView>> on = act -> Optional.ofNullable(shown.get()).ifPresent(act);
        return Screen.of(Place.RECORDINGS, shell -> shell.fxml().load(RecordingsView.class, model, deeds, shell, shown))
                .on(Screen.Verb.REFRESH, model::load)
                .on(Screen.Verb.SYNC, model::syncNow)
                .on(Screen.Verb.EXPORT, () -> on.accept(view -> view.commands.exportList()))
                .on(Screen.Verb.FIND, () -> on.accept(view -> view.filters.text.requestFocus()))
                .counting(model.head().waiting(), Tone.NEUTRAL);
    }

    @FXML
    void initialize() {
        commands = new RecordingCommandsPane(shell, model, deeds);
        sync.setGraphic(Icons.of("bi-arrow-repeat", 14));
        sync.disableProperty().bind(model.syncing().or(shell.offline()));
        download.setGraphic(Icons.of("bi-download", 14));
        more.setGraphic(Icons.of("bi-three-dots", 14));
        more.getItems().setAll(menu());
        head.subtitleLabel().textProperty().bind(model.head().about());
        download.textProperty().bind(model.head().downloadVerb());
        download.disableProperty().bind(shell.offline().or(model.head().nothingToDownload()));
        model.problem().subscribe(this::showMessage);
        filters = new FilterBarPane(shell, model);
        table = new RecordingsTablePane(shell, model, commands::open);
        table.table().setContextMenu(commands.rowMenu());
        bottom = new BottomPane(shell, model, deeds, commands);
        var list = new LoadingPane<>(shell, model.state(), table, (node, read) -> {}, read -> model.isEmptyLibrary(), nothing(), remedy -> model.load());
        list.setMinHeight(0);
        VBox.setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
        var card = new VBox(filters, list, new ListFootPane(shell, model));
        card.getStyleClass().addAll("lx-card", "lx-area", "list");
        card.setMinHeight(LEAST_LIST);
        var split = new StackedSplit(shell, "recordings", card, bottom, USUAL_DIVIDER);
        content.getChildren().setAll(split);
        model.missing().subscribe(report -> content.getChildren().setAll(report.<Node>map(this::permissionMissing).orElse(split)));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.load();
    }

    private Card permissionMissing(PermissionReport report) {
        return new Card().flush(PermissionMissingPane.of(shell, report, Capability.GET_RECORDINGS, model::checkAgain));
    }

    private MenuItem[] menu() {
        return new MenuItem[] {
            item("recordings.export", "bi-box-arrow-up", commands::exportList),
            item("recordings.manifest", "bi-file-earmark-code", commands::exportManifest),
            item("recordings.report", "bi-bar-chart", commands::report),
            new SeparatorMenuItem(),
            item("recordings.verify", "bi-shield-check", commands::verify),
            item("recordings.clean-up", "bi-archive", commands::cleanUp),
            item("recordings.delete-in-tenant", "bi-trash", commands::deleteInTenant),
            new SeparatorMenuItem(),
            item("recordings.why", "bi-question-circle", commands::whyNone),
            item("recordings.settings", "bi-sliders", commands::settings),
            item("same-command", "bi-terminal", () -> shell.copy(deeds.sameCommand().line())),
        };
    }

    private MenuItem item(String key, String icon, Runnable action) {
        var item = new MenuItem(words.text(key), Icons.of(icon, 14));
        item.setId(key.replace('.', '-'));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private StatePane nothing() {
        return new StatePane("bi-camera-video", Tone.ACCENT, words.text("recordings.empty"), words.text("recordings.empty.text"))
                .button(words.text("overview.sync.now"), "bi-arrow-repeat", model::syncNow).unless(model.syncing().or(shell.offline()));
    }

    /// Ctrl+D downloads what is chosen, Ctrl+P pauses or resumes.
    private void pressed(KeyEvent key) {
        if (!key.isShortcutDown() || key.isShiftDown() || key.isAltDown()) {
            return;
        }
        if (key.getCode() == KeyCode.D) {
            commands.download();
            key.consume();
        } else if (key.getCode() == KeyCode.P) {
            model.downloads().toggleAll();
            key.consume();
        }
    }

    private void showMessage(Optional<Problem> problem) {
        var said = new ProblemText(words);
        messageHost.getChildren().setAll(problem.map(met -> new InlineMessage(met.isUnreached() ? Tone.WARNING : Tone.DANGER, said.what(met),
                said.why(met) + " " + said.next(met))
                .button(words.text("dialog.copy-details"), Optional.of("bi-clipboard"), () -> shell.copy(said.paragraph(met) + "\n" + met.evidence().line()))
                .button(words.text("dialog.close"), Optional.empty(), model::dismissProblem)).stream().toList());
        messageHost.setVisible(problem.isPresent());
        messageHost.setManaged(problem.isPresent());
    }

    @FXML
    void sync() {
        model.syncNow();
    }

    @FXML
    void download() {
        commands.download();
    }
}
