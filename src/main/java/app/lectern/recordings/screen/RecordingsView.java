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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Recordings screen's controller: the list above; below it the chosen recording, the downloads and the storage.
public final class RecordingsView {
    private static final double USUAL_DIVIDER = 0.62;
    private static final double LEAST_LIST = 200;

    private final RecordingsViewModel model;
    private final Shell shell;
    private final Words words;
    private FilterBarPane filters;
    private RecordingsTablePane table;
    private BottomPane bottom;
    private RecordingCommandsPane commands;

    @FXML private VBox root;
    @FXML private PageHead head;
    @FXML private Button sync;
    @FXML private StackPane messageHost;
    @FXML private StackPane content;

    RecordingsView(RecordingsViewModel model, Shell shell, AtomicReference<RecordingsView> shown) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        shown.set(this);
    }

    /// The screen as the window takes it. The keys act once it has been opened.
    public static Screen screen(RecordingsViewModel model) {
        var shown = new AtomicReference<RecordingsView>();
        Consumer<Consumer<RecordingsView>> on = act -> Optional.ofNullable(shown.get()).ifPresent(act);
        return Screen.of(Place.RECORDINGS, shell -> shell.fxml().load(RecordingsView.class, model, shell, shown))
                .on(Screen.Verb.REFRESH, model::load)
                .on(Screen.Verb.SYNC, model::syncNow)
                .on(Screen.Verb.FIND, () -> on.accept(view -> view.filters.text.requestFocus()))
                .counting(model.head().waiting(), Tone.NEUTRAL);
    }

    @FXML
    void initialize() {
        commands = new RecordingCommandsPane(shell, model);
        sync.setGraphic(Icons.of("bi-arrow-repeat", 14));
        head.subtitleLabel().textProperty().bind(model.head().about());
        model.problem().subscribe(this::showMessage);
        filters = new FilterBarPane(shell, model);
        table = new RecordingsTablePane(shell, model, commands::open);
        table.table().setContextMenu(commands.rowMenu());
        bottom = new BottomPane(shell, model, commands);
        var list = new LoadingPane<>(shell, model.state(), table, (node, read) -> {}, read -> model.isEmptyLibrary(), nothing(), remedy -> model.load());
        list.setMinHeight(0);
        VBox.setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
        var card = new VBox(filters, list, new ListFootPane(shell, model));
        card.getStyleClass().addAll("lx-card", "lx-area", "list");
        card.setMinHeight(LEAST_LIST);
        var split = new StackedSplit(shell, "recordings", card, bottom, USUAL_DIVIDER);
        content.getChildren().setAll(split);
        model.missing().subscribe(report -> content.getChildren().setAll(report.<Node>map(this::permissionMissing).orElse(split)));
        model.load();
    }

    private Card permissionMissing(PermissionReport report) {
        return new Card().flush(PermissionMissingPane.of(shell, report, Capability.GET_RECORDINGS, model::checkAgain));
    }

    private StatePane nothing() {
        return new StatePane("bi-camera-video", Tone.ACCENT, words.text("recordings.empty"), words.text("recordings.empty.text"))
                .button(words.text("overview.sync.now"), "bi-arrow-repeat", model::syncNow);
    }

    private void showMessage(Optional<Problem> problem) {
        var said = new ProblemText(words);
        messageHost.getChildren().setAll(problem.map(met -> new InlineMessage(offline(met) ? Tone.WARNING : Tone.DANGER, said.what(met),
                said.why(met) + " " + said.next(met))
                .button(words.text("dialog.copy-details"), Optional.of("bi-clipboard"), () -> shell.copy(said.paragraph(met) + "\n" + met.evidence().line()))
                .button(words.text("dialog.close"), Optional.empty(), model::dismissProblem)).stream().toList());
        messageHost.setVisible(problem.isPresent());
        messageHost.setManaged(problem.isPresent());
    }

    private static boolean offline(Problem met) {
        return met.code() == Problem.Code.HOST_UNKNOWN || met.code() == Problem.Code.CONNECTION_LOST;
    }

    @FXML
    void sync() {
        model.syncNow();
    }
}
