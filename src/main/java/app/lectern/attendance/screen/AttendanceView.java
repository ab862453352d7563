package app.lectern.attendance.screen;

import app.lectern.attendance.AcceptanceText;
import app.lectern.attendance.MeetingAttendance;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.export.ExportFormat;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Loading;
import app.lectern.shell.LoadingPane;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The attendance screen's controller: binds the view models to the FXML and forwards what people do.
public final class AttendanceView {
    private static final KeyCombination BY_HAND = new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN);
    private static final double NEARLY_AT_THE_END = 0.95;

    private final AttendanceViewModel model;
    private final AttendanceDeedsViewModel deeds;
    private final Shell shell;
    private final Words words;
    private final CustomTextField search = new CustomTextField();
    private final ListView<MeetingLine> list = new ListView<>();
    private ParticipantsPane participants;
    private CrowdPane crowd;
    private NoShowsPane noShows;
    private SummaryPane summary;
    private AbsencePane absence;

    @FXML private VBox root;
    @FXML private Button enter;
    @FXML private Button sync;
    @FXML private Button people;
    @FXML private MenuButton more;
    @FXML private MenuButton exportMenu;
    @FXML private StackPane messageHost;
    @FXML private StackPane riskHost;
    @FXML private StackPane acceptanceHost;
    @FXML private StackPane searchHost;
    @FXML private StackPane listHost;
    @FXML private StackPane summaryHost;
    @FXML private StackPane bodyHost;
    @FXML private VBox known;
    @FXML private StackPane tableHost;
    @FXML private Label crowdAbout;
    @FXML private StackPane crowdHost;
    @FXML private StackPane noShowsHost;

    AttendanceView(AttendanceViewModel model, AttendanceDeedsViewModel deeds, Shell shell, AtomicReference<AttendanceView> shown) {
        this.model = model;
        this.deeds = deeds;
        this.shell = shell;
        this.words = shell.words();
        shown.set(this);
    }

    /// The screen as the window takes it. The keys act once it has been opened.
    public static Screen screen(AttendanceViewModel model, AttendanceDeedsViewModel deeds) {
        var shown = new AtomicReference<AttendanceView>();
        Consumer<Consumer<AttendanceView>> on = act -> Optional.ofNullable(shown.get()).ifPresent(act);
        return Screen.of(Place.ATTENDANCE, shell -> shell.fxml().load(AttendanceView.class, model, deeds, shell, shown))
                .on(Screen.Verb.REFRESH, model::load).on(Screen.Verb.SYNC, () -> model.sync(true))
                .on(Screen.Verb.NEW, () -> on.accept(AttendanceView::enter)).on(Screen.Verb.EXPORT, () -> on.accept(view -> view.export(ExportFormat.CSV)))
                .on(Screen.Verb.FIND, () -> on.accept(view -> view.search.requestFocus()));
    }

    @FXML
    void initialize() {
        enter.setGraphic(Icons.of("bi-person-plus", 14));
        sync.setGraphic(Icons.of("bi-arrow-repeat", 14));
        people.setGraphic(Icons.of("bi-search", 14));
        exportMenu.setGraphic(Icons.of("bi-download", 14));
        for (var format : ExportFormat.values()) {
            exportMenu.getItems().add(item(words.of(format), "bi-file-earmark-spreadsheet", () -> export(format)));
        }
        more.setGraphic(Icons.of("bi-three-dots", 14));
        more.getItems().addAll(item(words.text("attendance.import"), "bi-file-earmark-arrow-up", this::importFile),
                item(words.text("attendance.compare"), "bi-layout-split", this::compare),
                item(words.text("attendance.trend"), "bi-graph-up", this::trend),
                item(words.text("attendance.rules"), "bi-sliders", () -> deeds.rules(rules -> RulesPane.open(shell, deeds, rules))),
                item(words.text("attendance.erasures"), "bi-trash", () -> deeds.erasures(done -> ErasuresPane.open(shell, done))),
                item(words.text("same-command"), "bi-terminal", () -> shell.copy(deeds.sameCommand().line())));
        buildList();
        buildMeeting();
        model.problemProperty().subscribe(this::showMessage);
        model.atRisk().subscribe(this::showRisk);
        showRisk();
        var accepted = new AcceptanceText(words);
        model.acceptance().subscribe(found -> message(acceptanceHost, found.map(of -> new InlineMessage(Tone.ACCENT, "bi-list-check", accepted.title(of),
                accepted.paragraph(of)).beside(closeAcceptance()))));
        sync.disableProperty().bind(notNow());
        // wherever the focus is, as long as the screen shows
        EventHandler<KeyEvent> byHand = key -> {
            if (BY_HAND.match(key) && root.getScene().lookup("#entry-name") == null) {
                enter();
                key.consume();
            }
        };
        root.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, byHand);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, byHand);
            }
        });
    }

    private Button closeAcceptance() {
        var close = new Button(null, Icons.of("bi-x", 14));
        close.setId("attendance-acceptance-close");
        close.getStyleClass().addAll("flat", "small", "lx-icon-button");
        close.setAccessibleText(words.text("dialog.close"));
        close.setTooltip(new Tooltip(words.text("dialog.close")));
        close.setOnAction(pressed -> model.closeAcceptance());
        return close;
    }

    private MenuItem item(String name, String icon, Runnable action) {
        var item = new MenuItem(name, Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void buildList() {
        search.setId("attendance-search");
        search.setLeft(Icons.of("bi-search", 14));
        search.setPromptText(words.text("attendance.find-meeting"));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().bindBidirectional(model.textProperty());
        searchHost.getChildren().setAll(search);
        list.setId("attendance-meetings");
        list.setAccessibleText(words.text("attendance.meetings"));
        list.getStyleClass().addAll("edge-to-edge", "lx-meeting-lines");
        list.setFixedCellSize(MeetingLineCell.HEIGHT);
        list.setItems(model.meetings());
        list.setCellFactory(of -> new MeetingLineCell(words));
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null && !isChosen(line)) {
                model.selectedProperty().set(line);
            }
        });
        model.selectedProperty().subscribe(line -> select());
        model.meetings().addListener((ListChangeListener<MeetingLine>) changed -> select());
        list.skinProperty().subscribe(skin -> {
            if (list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
                bar.valueProperty().subscribe(value -> {
                    if (value.doubleValue() > NEARLY_AT_THE_END) {
                        model.more();
                    }
                });
            }
        });
        listHost.getChildren().setAll(new LoadingPane<>(shell, model.listProperty(), list, (node, lines) -> {}, lines -> model.meetings().isEmpty(),
                nothing(), remedy -> model.load()));
    }

    /// A line is renewed whenever its meeting is read, so it is the meeting that counts.
    private boolean isChosen(MeetingLine line) {
        var chosen = model.selectedProperty().get();
        return chosen != null && chosen.meeting() == line.meeting();
    }

    private void select() {
        var now = list.getSelectionModel().getSelectedItem();
        if (now == null || !isChosen(now)) {
            for (int at = 0; at < model.meetings().size(); at++) {
                if (isChosen(model.meetings().get(at))) {
                    list.getSelectionModel().clearAndSelect(at);
                }
            }
        }
    }

    private Node nothing() {
        var box = new StackPane();
        Runnable fill = () -> box.getChildren().setAll(model.textProperty().get().isBlank()
                ? new StatePane("bi-people", Tone.ACCENT, words.text("attendance.empty"), words.text("attendance.empty.text")).smallButtons()
                        .button(words.text("attendance.sync-all"), "bi-arrow-repeat", () -> model.sync(true)).unless(notNow())
                : new StatePane("bi-search", Tone.NEUTRAL, words.text("attendance.none-found"), words.text("attendance.none-found.text", model.textProperty().get()))
                        .smallButtons().button(words.text("attendance.none-found.clear"), "bi-x", () -> model.textProperty().set("")));
        model.listProperty().subscribe(now -> fill.run());
        return box;
    }

    private void buildMeeting() {
        summary = new SummaryPane(words);
        summaryHost.getChildren().setAll(summary);
        participants = new ParticipantsPane(shell, model, person -> PersonPane.open(shell, deeds, person.who()));
        tableHost.getChildren().setAll(participants);
        crowd = new CrowdPane(words);
        crowdHost.getChildren().setAll(crowd);
        noShows = new NoShowsPane(shell, deeds);
        noShowsHost.getChildren().setAll(noShows);
        absence = new AbsencePane(shell, new AbsencePane.Ways(this::importFile, this::enter, this::sync, notNow(), () -> deeds.diagnose(absence()::show)));
        summaryHost.managedProperty().bind(summaryHost.visibleProperty());
        model.meetingProperty().subscribe(this::show);
        model.selectedProperty().subscribe(line -> {
            boolean none = line == null;
            enter.setDisable(none);
            exportMenu.setDisable(none);
        });
    }

    private AbsencePane absence() {
        return absence;
    }

    private void show(Loading<MeetingAttendance> state) {
        var line = model.selectedProperty().get();
        summaryHost.setVisible(line != null);
        if (line == null) {
            bodyHost.getChildren().setAll(new Card().flush(new StatePane("bi-people", Tone.NEUTRAL, words.text("attendance.none-chosen"),
                    words.text("attendance.none-chosen.text"))));
            return;
        }
        var data = state.data();
        summary.show(data.map(MeetingAttendance::line).orElse(line), data.orElse(null));
        if (data.isPresent()) {
            fill(data.get());
        } else if (state instanceof Loading.Failed<MeetingAttendance> failed) {
            var said = new ProblemText(words);
            bodyHost.getChildren().setAll(new StatePane("bi-exclamation-triangle", Tone.DANGER, said.what(failed.problem()),
                    said.why(failed.problem()) + " " + said.next(failed.problem())));
        } else {
            bodyHost.getChildren().setAll(new LoadingRows(6));
        }
    }

    private void fill(MeetingAttendance attendance) {
        if (!attendance.isKnown()) {
            absence.show(attendance.line());
            bodyHost.getChildren().setAll(absence);
            return;
        }
        var scale = TimeScale.of(attendance.roll());
        participants.show(scale);
        crowd.show(attendance.roll().crowd(), scale, attendance.invited().size());
        var most = attendance.roll().crowd().most();
        crowdAbout.setText(most.people() == 0 ? "" : words.text("attendance.crowd.most", most.people(), words.time(most.at())));
        noShows.show(attendance);
        bodyHost.getChildren().setAll(known);
    }

    private void showMessage(Optional<Problem> problem) {
        var said = new ProblemText(words);
        message(messageHost, problem.map(met -> new InlineMessage(Tone.DANGER, said.what(met), said.why(met) + " " + said.next(met))
                .button(words.text("dialog.copy-details"), Optional.of("bi-clipboard"), () -> shell.copy(said.paragraph(met) + "\n" + met.evidence().line()))
                .button(words.text("dialog.close"), Optional.empty(), model::dismissProblem)));
    }

    private void showRisk() {
        int count = model.atRisk().size();
        message(riskHost, count == 0 ? Optional.empty() : Optional.of(new InlineMessage(Tone.WARNING, words.text("attendance.risk", count),
                words.text("attendance.risk.text")).button(words.text("attendance.sync-all"), Optional.of("bi-arrow-repeat"), () -> model.sync(true)).unless(notNow())));
    }

    /// While Microsoft cannot be asked, or is being asked already.
    private BooleanExpression notNow() {
        return shell.offline().or(model.busy());
    }

    private static void message(StackPane host, Optional<InlineMessage> message) {
        host.getChildren().setAll(message.stream().toList());
        host.setVisible(message.isPresent());
        host.setManaged(message.isPresent());
    }

    @FXML
    void enter() {
        Optional.ofNullable(model.selectedProperty().get()).ifPresent(line -> EntryPane.open(shell, deeds, line));
    }

    @FXML
    void sync() {
        model.sync(model.selectedProperty().get() == null);
    }

    @FXML
    void findPeople() {
        PersonPane.open(shell, deeds, null);
    }

    private void importFile() {
        var line = model.selectedProperty().get();
        if (line != null) {
            shell.dialogs().chooseFile(words.text("attendance.import"), new Dialogs.FileKind(words.text("attendance.import.kind"), List.of("*.csv", "*.tsv", "*.txt")))
                    .ifPresent(file -> deeds.preview(file, preview -> ImportPane.open(shell, deeds, line, preview)));
        }
    }

    private void export(ExportFormat format) {
        Optional.ofNullable(model.selectedProperty().get()).ifPresent(line -> ExportPane.open(shell, deeds, line.subject(), model.meetings().size(),
                model.meetingProperty().get().data().filter(MeetingAttendance::hasManual).isPresent(), format));
    }

    private void compare() {
        model.meetingProperty().get().data().ifPresent(attendance -> ComparePane.open(shell, deeds, attendance, () -> {}));
    }

    private void trend() {
        Optional.ofNullable(model.selectedProperty().get()).ifPresent(line -> deeds.series(lines -> TrendPane.open(shell, line.subject(), lines)));
    }
}
